package org.readingroom.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.shell.core.command.CommandContext;

/** Reads what another program sends. */
final class StandardInput {

  /** The word that stands for it. */
  static final String NAME = "-";

  private StandardInput() {}

  /**
   * Returns all of it, read as UTF-8.
   *
   * @throws UsageException in the chat, which reads its lines from there
   */
  static String text(Dialogue dialogue) {
    if (dialogue.isLasting()) {
      throw new UsageException("“-” stands for standard input, which the chat itself reads.");
    }
    try {
      return new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the words of a command as one text, or standard input where they are a dash. */
  static String orWords(CommandContext context, Dialogue dialogue) {
    String words = Words.text(context.parsedInput());
    return words.equals(NAME) ? text(dialogue) : words;
  }
}
