package org.readingroom.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jspecify.annotations.Nullable;

/** Gives access to the user's terminal, where there is one. It is opened when it is first needed. */
final class Window implements AutoCloseable {

  private final Screen screen;
  private @Nullable Terminal terminal;

  Window(Screen screen) {
    this.screen = screen;
  }

  /** Tells whether keys can be read and the cursor moved. */
  boolean isInteractive() {
    String term = System.getenv("TERM");
    return screen.terminal() && System.console() != null && System.console().isTerminal() && term != null
        && !term.equals("dumb");
  }

  /** Returns the terminal, unless keys cannot be read or the cursor not moved. */
  Optional<Terminal> terminal() {
    return isInteractive() ? Optional.of(open()) : Optional.empty();
  }

  /** Returns the terminal, however little it can do. */
  synchronized Terminal open() {
    if (terminal == null) {
      try {
        terminal = system();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return terminal;
  }

  /**
   * Opens the terminal with JLine's own native library; where that does not load, JLine tries all that it knows,
   * which starts other programs and takes a tenth of a second.
   */
  private static Terminal system() throws IOException {
    try {
      return TerminalBuilder.builder().system(true).provider("jni").dumb(false).build();
    } catch (IllegalStateException e) {
      return TerminalBuilder.builder().system(true).build();
    }
  }

  @Override
  public synchronized void close() {
    if (terminal != null) {
      try {
        terminal.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      terminal = null;
    }
  }
}
