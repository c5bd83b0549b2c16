package org.readingroom.ingest;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Starts the parsing process: requests come in on its standard input, results go out on its standard output.
 *
 * <p>
 * Nothing else can reach the output, so that a library that prints breaks nothing. The process ends with its parent.
 */
final class ParserMain {

  private ParserMain() {}

  public static void main(String[] args) throws IOException {
    OutputStream out = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out));
    InputStream in = new BufferedInputStream(System.in);
    System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    ProcessHandle.current().parent()
        .ifPresent(parent -> parent.onExit().thenRun(() -> Runtime.getRuntime().halt(1)));
    try {
      while (true) {
        ParseRequest request = Frames.read(in, ParseRequest.class);
        Frames.write(out, Parsing.of(request));
      }
    } catch (EOFException e) {
      // The parent has no more files.
    }
  }
}
