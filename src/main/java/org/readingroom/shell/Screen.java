package org.readingroom.shell;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Is what the program writes to: answers on one side, remarks about its work on the other, both in UTF-8.
 *
 * @param out takes answers and nothing else
 * @param err takes progress and what went wrong
 * @param width columns of a line, at least 20
 * @param terminal whether someone looks at {@code out}; otherwise it goes to a file or a program
 * @param watched whether someone looks at {@code err}
 * @param ink writes in colour, or does not
 */
record Screen(PrintWriter out, PrintWriter err, int width, boolean terminal, boolean watched, Ink ink) {

  /** The width of a line where no terminal says another. */
  static final int DEFAULT_WIDTH = 80;

  private static final int LEAST_WIDTH = 20;

  Screen {
    width = Math.max(LEAST_WIDTH, width);
  }

  /**
   * Returns the screen of this process.
   *
   * <p>
   * The launcher says in system properties what the streams are, which costs it nothing; without it the JDK
   * is asked, which knows only of both streams together.
   */
  static Screen ofProcess() {
    boolean terminal = flag("reading-room.stdout.terminal");
    String term = System.getenv("TERM");
    boolean colour = terminal && blank(System.getenv("NO_COLOR")) && term != null && !term.equals("dumb");
    return new Screen(writer(FileDescriptor.out), writer(FileDescriptor.err),
        Integer.getInteger("reading-room.columns", DEFAULT_WIDTH), terminal,
        flag("reading-room.stderr.terminal"), new Ink(colour));
  }

  private static boolean flag(String property) {
    String said = System.getProperty(property);
    if (said != null) {
      return Boolean.parseBoolean(said);
    }
    Console console = System.console();
    return console != null && console.isTerminal();
  }

  private static boolean blank(@Nullable String text) {
    return text == null || text.isEmpty();
  }

  private static PrintWriter writer(FileDescriptor descriptor) {
    return new PrintWriter(
        new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8), true);
  }

  /** Writes a remark of one line. */
  void remark(String sentence) {
    out.flush();
    err.println(sentence);
    err.flush();
  }
}
