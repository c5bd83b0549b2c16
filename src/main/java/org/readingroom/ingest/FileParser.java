package org.readingroom.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Parses files in a process of its own, which stays for the next file and is started anew where it died.
 *
 * <p>
 * One file is parsed at a time; who wants more has several parsers. A file costs at most the heap, the time and the
 * sizes that the settings allow.
 */
public final class FileParser implements AutoCloseable {

  private static final String INTERRUPTED = "Reading the file was interrupted.";

  private final ParsingSettings settings;
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable ParserProcess process;

  public FileParser(ParsingSettings settings) {
    this.settings = settings;
  }

  /**
   * Returns what became of a file; a file that is broken, locked or harmful never makes it throw.
   *
   * <p>
   * A thread that is interrupted gets {@link FileStatus#FAILED} and stays interrupted. Where a file failed for a
   * reason that is not in it, the result has no SHA-256.
   *
   * @param file the file
   * @param password what opens it; null where nobody gave one
   */
  public ParsedFile parse(Path file, @Nullable String password) {
    try {
      BasicFileAttributes before = Files.readAttributes(file, BasicFileAttributes.class);
      if (!before.isRegularFile()) {
        return failed("This is no file.");
      }
      if (before.size() == 0) {
        return ParsedFile.without(FileStatus.EMPTY, "The file is empty.", "application/octet-stream")
            .withSha256(digest(file));
      }
      if (before.size() > settings.sizeLimit().toBytes()) {
        return ParsedFile.without(FileStatus.TOO_LARGE,
            "The file is larger than " + settings.sizeLimit().toMegabytes() + " MB.",
            "application/octet-stream");
      }
      String sha256 = digest(file);
      ParsedFile parsed = exchange(new ParseRequest(file.toAbsolutePath().toString(), password,
          settings.textLimit(), settings.ocrLanguages()), sha256);
      return isSame(before, Files.readAttributes(file, BasicFileAttributes.class))
          ? parsed
          : failed("The file changed while it was read.");
    } catch (NoSuchFileException e) {
      return failed("The file is gone.");
    } catch (IOException | SecurityException e) {
      return failed("The file cannot be read; its permissions may not allow it.");
    }
  }

  private static ParsedFile failed(String message) {
    return ParsedFile.without(FileStatus.FAILED, message, "application/octet-stream");
  }

  private static boolean isSame(BasicFileAttributes before, BasicFileAttributes after) {
    return before.size() == after.size() && before.lastModifiedTime().equals(after.lastModifiedTime());
  }

  private static String digest(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      new DigestInputStream(in, digest).transferTo(java.io.OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private ParsedFile exchange(ParseRequest request, String sha256) {
    try {
      lock.lockInterruptibly();
      try {
        return exchangeLocked(request, sha256);
      } finally {
        lock.unlock();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return failed(INTERRUPTED);
    }
  }

  private ParsedFile exchangeLocked(ParseRequest request, String sha256) throws InterruptedException {
    ParserProcess running = process;
    try {
      if (running == null || !running.isAlive()) {
        close();
        running = ParserProcess.start(settings);
        process = running;
      }
    } catch (IOException e) {
      return failed("The process that reads files could not be started.");
    }
    boolean done = false;
    try {
      ParsedFile parsed = running.parse(request, settings.timeLimit()).withSha256(sha256);
      done = true;
      return parsed;
    } catch (TimeoutException e) {
      return failed("Reading the file took longer than " + inWords(settings.timeLimit()) + ".")
          .withSha256(sha256);
    } catch (ExecutionException e) {
      if (running.wasEnded()) {
        return failed(INTERRUPTED);
      }
      ParsedFile crashed = running.ranOutOfMemory()
          ? ParsedFile.without(FileStatus.TOO_LARGE,
              "Reading the file takes more memory than " + settings.heap().toMegabytes() + " MB.",
              "application/octet-stream")
          : failed("Reading the file made the parser crash.");
      return crashed.withSha256(sha256);
    } finally {
      if (!done) {
        running.close();
        process = null;
      }
    }
  }

  private static String inWords(Duration limit) {
    long seconds = Math.max(1, limit.toSeconds());
    return seconds % 60 != 0 ? seconds + " seconds" : seconds == 60 ? "a minute" : seconds / 60 + " minutes";
  }

  /** Ends the process; a file that is being parsed fails. */
  @Override
  public void close() {
    ParserProcess running = process;
    if (running != null) {
      running.close();
    }
  }
}
