package org.readingroom.shell;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.readingroom.answer.InvalidQuestionException;
import org.springframework.shell.core.command.CommandOption;
import org.springframework.shell.core.command.ExitStatus;

/** Answers the questions of a list, each on its own, with one line a reply. */
final class QuestionList {

  /** Says where the questions are. */
  static final CommandOption FILE = Options.value("file",
      "answer each line of a file (- is standard input), one line of JSON a reply");

  private final Function<String, Reply> ask;
  private final Screen screen;

  /**
   * Holds the reply to a question.
   *
   * @param line what is written of it
   * @param answered whether it has an answer
   */
  record Reply(String line, boolean answered) {}

  /**
   * Makes a list.
   *
   * @param ask answers one question
   */
  QuestionList(Function<String, Reply> ask, Screen screen) {
    this.ask = ask;
    this.screen = screen;
  }

  /**
   * Answers the lines of a file.
   *
   * @param name the file's name, or {@code -} for standard input
   * @throws UsageException if it cannot be read, or holds no question
   */
  ExitStatus answer(String name, Dialogue dialogue, PrintWriter out) {
    return answer(
        name.equals(StandardInput.NAME) ? StandardInput.text(dialogue).lines().toList() : lines(name), out);
  }

  private static List<String> lines(String name) {
    Path file = Words.path(name);
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
    try {
      return answerEach(lines, out);
    } finally {
      progress("");
    }
  }

  private ExitStatus answerEach(List<String> lines, PrintWriter out) {
    int asked = 0;
    boolean refused = false;
    boolean abstained = false;
    for (int i = 0; i < lines.size() && !out.checkError(); i++) {
      String line = lines.get(i).strip().replace("\ufeff", "");
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      asked++;
      progress("Line " + (i + 1) + " of " + lines.size());
      try {
        Reply reply = ask.apply(line);
        out.println(reply.line());
        abstained |= !reply.answered();
      } catch (InvalidQuestionException e) {
        refused = true;
        progress("");
        screen.remark("Line " + (i + 1) + ": " + e.getMessage());
      }
    }
    if (asked == 0) {
      throw new UsageException("There is no question in the list.");
    }
    return refused
        ? new ExitStatus(Exit.USAGE, "a question was refused")
        : abstained ? Exit.NO_ANSWER : ExitStatus.OK;
  }

  /** Shows how far it got where someone looks and the replies go elsewhere. */
  private void progress(String line) {
    if (!screen.terminal()) {
      screen.progress(line);
    }
  }
}
