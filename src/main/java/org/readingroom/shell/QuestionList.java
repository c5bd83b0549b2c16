package org.readingroom.shell;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.readingroom.answer.Answer;
import org.readingroom.answer.InvalidQuestionException;
import org.readingroom.conversation.Turn;
import org.springframework.shell.core.command.CommandOption;
import org.springframework.shell.core.command.ExitStatus;

/** Answers the questions of a list, each on its own, with one line a reply. */
final class QuestionList {

  /** Says where the questions are. */
  static final CommandOption FILE = Options.value("file",
      "answer each line of a file (- is standard input), one line of JSON a reply");

  private final Function<String, Turn> ask;
  private final Function<Turn, String> reply;
  private final Screen screen;

  /**
   * Makes a list.
   *
   * @param ask answers one question
   * @param reply puts the answer on one line
   */
  QuestionList(Function<String, Turn> ask, Function<Turn, String> reply, Screen screen) {
    this.ask = ask;
    this.reply = reply;
    this.screen = screen;
  }

  /**
   * Answers the lines of a file.
   *
   * @param name the file's name, or {@code -} for standard input
   * @throws UsageException if it cannot be read, or holds no question
   */
  ExitStatus answer(String name, PrintWriter out) {
    return answer(name.equals(StandardInput.NAME) ? StandardInput.text().lines().toList() : lines(name), out);
  }

  private static List<String> lines(String name) {
    Path file = Path.of(name);
    if (!Files.isRegularFile(file)) {
      throw new UsageException("There is no file " + name + " of questions.");
    }
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Answers lines; those that are blank or start with {@code #} are no questions. */
  ExitStatus answer(List<String> lines, PrintWriter out) {
    int asked = 0;
    boolean refused = false;
    boolean abstained = false;
    for (int i = 0; i < lines.size() && !out.checkError(); i++) {
      String line = lines.get(i).strip().replace("\ufeff", "");
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      asked++;
      try {
        Turn turn = ask.apply(line);
        out.println(reply.apply(turn));
        abstained |= turn.answer() instanceof Answer.Abstained;
      } catch (InvalidQuestionException e) {
        refused = true;
        screen.remark("Line " + (i + 1) + ": " + e.getMessage());
      }
      progress(i + 1, lines.size());
    }
    if (asked == 0) {
      throw new UsageException("There is no question in the list.");
    }
    return refused
        ? new ExitStatus(Exit.USAGE, "a question was refused")
        : abstained ? Exit.NO_ANSWER : ExitStatus.OK;
  }

  /** Shows how far it got where someone looks and the replies go elsewhere. */
  private void progress(int line, int all) {
    if (screen.watched() && !screen.terminal()) {
      screen.err().print("\rLine " + line + " of " + all + (line == all ? System.lineSeparator() : ""));
      screen.err().flush();
    }
  }
}
