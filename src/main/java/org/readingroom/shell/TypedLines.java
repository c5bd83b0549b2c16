package org.readingroom.shell;

import java.nio.file.Path;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jline.keymap.KeyMap;
import org.jline.reader.Completer;
import org.jline.reader.EOFError;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.ParsedLine;
import org.jline.reader.UserInterruptException;
import org.jline.reader.Widget;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.Terminal;
import org.jspecify.annotations.Nullable;

/** Reads lines from a terminal, where they can be edited, completed and called back, in later runs too. */
final class TypedLines implements LineSource {

  static final String PROMPT = "? ";
  /** What a shell says of a program that Ctrl-C ended. */
  private static final int INTERRUPTED = 130;

  /** Ends a line of what is typed and not the whole: a pasted line end, Alt-Enter, or Enter after a backslash. */
  private static final Pattern GOES_ON = Pattern.compile("\\s*\\\\?\\R\\s*");

  /**
   * Splits lines in which no quote, backslash or exclamation mark means anything, for a question may hold each of
   * them; only a backslash at the very end has the line go on.
   */
  private static final class RawLines extends DefaultParser {

    RawLines() {
      setQuoteChars(new char[0]);
      setEscapeChars(new char[0]);
      setEofOnUnclosedQuote(false);
    }

    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
      if (context == ParseContext.ACCEPT_LINE && line.endsWith("\\")) {
        throw new EOFError(-1, -1, "The line goes on.");
      }
      return super.parse(line, cursor, context);
    }
  }

  /** What is typed for the reader of an answer; a line that starts with a space is not kept. */
  private static final String NEXT_CLAIM = " " + ClaimsCommand.NAME + " " + ClaimsCommand.NEXT;

  private final Window window;
  private final Terminal terminal;
  private final LineReader reader;
  private final Dialogue dialogue;

  /**
   * Reads from a window.
   *
   * @param history the file that keeps the lines
   */
  TypedLines(Window window, Dialogue dialogue, Completer completer, Path history) {
    this.window = window;
    this.dialogue = dialogue;
    terminal = window.open();
    reader = LineReaderBuilder.builder().terminal(terminal).appName("reading-room").parser(new RawLines())
        .completer(completer).variable(LineReader.HISTORY_FILE, history)
        .variable(LineReader.SECONDARY_PROMPT_PATTERN, " ".repeat(PROMPT.length()))
        .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
        .option(LineReader.Option.HISTORY_IGNORE_SPACE, true)
        .option(LineReader.Option.CASE_INSENSITIVE, true).build();
    Objects.requireNonNull(reader.getKeyMaps().get(LineReader.EMACS)).bind((Widget) this::showNextClaim,
        KeyMap.alt('s'));
  }

  @Override
  public @Nullable String next() {
    while (true) {
      try {
        String line = GOES_ON.matcher(reader.readLine(PROMPT)).replaceAll(" ");
        dialogue.goOn();
        terminal.handle(Terminal.Signal.INT, signal -> stop());
        return line;
      } catch (UserInterruptException e) {
        // Ctrl-C throws the line away; Ctrl-D ends.
      } catch (EndOfFileException e) {
        return null;
      }
    }
  }

  /** Types the command that shows the next claim, unless there is a line that it would spoil. */
  private boolean showNextClaim() {
    if (reader.getBuffer().length() > 0) {
      return false;
    }
    reader.getBuffer().write(NEXT_CLAIM);
    reader.callWidget(LineReader.ACCEPT_LINE);
    return true;
  }

  /** Stops the answer that is being made; what does not stop so is ended with the program. */
  private void stop() {
    if (!dialogue.stop()) {
      Runtime.getRuntime().halt(INTERRUPTED);
    }
  }

  @Override
  public boolean isTyped() {
    return true;
  }

  @Override
  public OptionalInt columns() {
    return terminal.getWidth() > 0 ? OptionalInt.of(terminal.getWidth()) : OptionalInt.empty();
  }

  @Override
  public void close() {
    window.close();
  }
}
