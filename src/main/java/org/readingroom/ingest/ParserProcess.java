package org.readingroom.ingest;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The running process that parses, one file at a time. */
final class ParserProcess implements AutoCloseable {

  /** How Java ends where memory ran out and it was told to end then. */
  private static final int OUT_OF_MEMORY = 3;

  private final Process process;

  private ParserProcess(Process process) {
    this.process = process;
  }

  static ParserProcess start(ParsingSettings settings) throws IOException {
    return new ParserProcess(ParserCommand.of(settings).start());
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

  /** Ends the process and all that it started. */
  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
