package org.readingroom.shell;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jline.builtins.Less;
import org.jline.builtins.Source;
import org.jline.terminal.Terminal;

/** Shows long texts page by page, with the keys of {@code less}, where someone sits at a terminal. */
class Pager {

  /** How many lines stand above the place that is shown first. */
  private static final int ABOVE = 4;

  private final Window window;

  Pager(Window window) {
    this.window = window;
  }

  /**
   * Shows lines from a place on and returns when they were read.
   *
   * @param name what they are, for the line at the bottom
   * @param at the line to show first; 0 is the beginning
   * @return false, with nothing shown, where there is no such terminal or all lines fit on it
   */
  boolean shows(String name, List<String> lines, int at) {
    Optional<Terminal> found = window.terminal();
    if (found.isEmpty() || lines.size() < found.get().getHeight()) {
      return false;
    }
    Terminal terminal = found.get();
    Terminal.SignalHandler before = terminal.handle(Terminal.Signal.INT, Terminal.SignalHandler.SIG_IGN);
    try {
      String joined = ScreenWriter.written(String.join("\n", lines));
      byte[] text = (Ascii.isWanted() ? Ascii.of(joined) : joined).getBytes(StandardCharsets.UTF_8);
      Less less = new From(terminal, Math.max(0, at - ABOVE));
      less.run(new ArrayList<>(List.of(
          new Source.InputStreamSource(new ByteArrayInputStream(text), true,
              name + " (q leaves, h helps)"))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      terminal.handle(Terminal.Signal.INT, before);
      terminal.flush();
    }
    return true;
  }

  /** Shows a text from a line on. */
  private static final class From extends Less {

    private final int line;

    From(Terminal terminal, int line) {
      super(terminal, Path.of(""));
      this.line = line;
    }

    @Override
    protected void openSource() throws IOException {
      super.openSource();
      firstLineToDisplay = sourceIdx == 1 ? line : 0;
    }
  }
}
