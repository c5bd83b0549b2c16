package org.readingroom.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.util.FileSystemUtils;

/** The running process that parses, one file at a time. */
final class ParserProcess implements AutoCloseable {

  /** How Java ends where memory ran out and it was told to end then. */
  private static final int OUT_OF_MEMORY = 3;

  /** How Java ends where SIGHUP, SIGINT or SIGTERM told it to. */
  private static final Set<Integer> TOLD_TO_END = Set.of(129, 130, 143);

  private final Process process;
  private final Path temporary;

  private ParserProcess(Process process, Path temporary) {
    this.process = process;
    this.temporary = temporary;
  }

  static ParserProcess start(ParsingSettings settings) throws IOException {
    Path temporary = Files.createTempDirectory("reading-room-parser");
    try {
      return new ParserProcess(ParserCommand.of(settings, temporary).start(), temporary);
    } catch (IOException e) {
      Files.delete(temporary);
      throw e;
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /**
   * Returns what became of a file. Where this throws the process is of no more use.
   *
   * @throws TimeoutException if it took longer than the limit
   * @throws ExecutionException if the process died, see {@link #ranOutOfMemory()}
   */
  ParsedFile parse(ParseRequest request, Duration limit)
      throws InterruptedException, TimeoutException, ExecutionException {
    FutureTask<ParsedFile> reply = new FutureTask<>(() -> {
      Frames.write(process.getOutputStream(), request);
      return Frames.read(process.getInputStream(), ParsedFile.class);
    });
    Thread.ofPlatform().daemon().name("file-parser").start(reply);
    return reply.get(limit.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Tells whether the process ended because its memory did. */
  boolean ranOutOfMemory() throws InterruptedException {
    return process.waitFor(2, TimeUnit.SECONDS) && process.exitValue() == OUT_OF_MEMORY;
  }

  /** Tells whether somebody ended the process, as those who end this program may do. */
  boolean wasEnded() throws InterruptedException {
    return process.waitFor(2, TimeUnit.SECONDS) && TOLD_TO_END.contains(process.exitValue());
  }

  /** Ends the process and all that it started, and removes its temporary files. */
  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    process.onExit().completeOnTimeout(process, 2, TimeUnit.SECONDS).join();
    try {
      FileSystemUtils.deleteRecursively(temporary);
    } catch (IOException e) {
      // They lie where the system removes what is old.
    }
  }
}
