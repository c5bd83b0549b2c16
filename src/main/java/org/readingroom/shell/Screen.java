package org.readingroom.shell;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Writes for the user: answers to one stream, remarks about the work to another, both in UTF-8.
 *
 * @param out takes answers and nothing else
 * @param err takes progress and what went wrong
 * @param columns tells the columns of the window, which change with it
 * @param terminal whether someone looks at {@code out}; otherwise it goes to a file or a program
 * @param watched whether someone looks at {@code err}
 * @param ink writes in colour, or does not
 */
record Screen(ScreenWriter out, ScreenWriter err, AtomicInteger columns, boolean terminal, boolean watched,
    Ink ink) {

  /** The width of a line where no terminal says another. */
  static final int DEFAULT_WIDTH = 80;

  private static final int LEAST_WIDTH = 20;

  /** Returns how many columns a line of an answer may fill, at least {@value #LEAST_WIDTH}. */
  int width() {
    return width(terminal);
  }

  /** Returns how many columns a line of a remark or of progress may fill, at least {@value #LEAST_WIDTH}. */
  int remarkWidth() {
    return width(watched);
  }

  private int width(boolean seen) {
    int line = seen ? columns.get() - (Ascii.isWanted() ? Ascii.LONGER : 0) : DEFAULT_WIDTH;
    return Math.max(LEAST_WIDTH, line);
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
    boolean watched = flag("reading-room.stderr.terminal");
    int columns = Integer.getInteger("reading-room.columns", DEFAULT_WIDTH);
    return new Screen(writer(FileDescriptor.out, terminal), writer(FileDescriptor.err, watched),
        // A terminal that does not know its size says zero.
        new AtomicInteger(columns > 0 ? columns : DEFAULT_WIDTH), terminal, watched, new Ink(colour));
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

  /** Files and programs always get UTF-8. */
  private static ScreenWriter writer(FileDescriptor descriptor, boolean seen) {
    Writer writer = new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8);
    return new ScreenWriter(seen && Ascii.isWanted() ? new Ascii(writer) : writer);
  }

  /** Returns a row that fits a line where someone looks, and all of it otherwise. */
  String cut(String row) {
    return terminal ? Lines.cut(row, width()) : row;
  }

  /** Shows how far some work is in the place of what was shown before; nothing takes it away. */
  void progress(String line) {
    if (watched) {
      err.print(Control.of("\r") + Lines.cut(line, remarkWidth() - 1) + Control.of("\u001b[K"));
      err.flush();
    }
  }

  /** Writes a remark of one line. */
  void remark(String sentence) {
    out.flush();
    String line = sentence.replaceAll("\\s+", " ");
    if (watched) {
      Lines.wrap(line, remarkWidth(), "").forEach(err::println);
    } else {
      err.println(line);
    }
    err.flush();
  }
}
