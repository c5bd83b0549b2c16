package org.readingroom.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.OptionalInt;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jspecify.annotations.Nullable;

/** Reads lines from a terminal, where they can be edited and called back. */
final class TypedLines implements LineSource {

  private static final String PROMPT = "? ";

  private final Terminal terminal;
  private final LineReader reader;

  TypedLines() {
    try {
      terminal = TerminalBuilder.builder().system(true).build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    // A question may hold any quote, backslash or exclamation mark: none of them means anything here.
    DefaultParser raw = new DefaultParser();
    raw.setQuoteChars(new char[0]);
    raw.setEscapeChars(new char[0]);
    raw.setEofOnUnclosedQuote(false);
    reader = LineReaderBuilder.builder().terminal(terminal).appName("reading-room").parser(raw)
        .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true).build();
  }

  @Override
  public @Nullable String next() {
    while (true) {
      try {
        return reader.readLine(PROMPT);
      } catch (UserInterruptException e) {
        // Ctrl-C throws the line away; Ctrl-D ends.
      } catch (EndOfFileException e) {
        return null;
      }
    }
  }

  @Override
  public OptionalInt columns() {
    return terminal.getWidth() > 0 ? OptionalInt.of(terminal.getWidth()) : OptionalInt.empty();
  }

  @Override
  public void close() {
    try {
      terminal.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
