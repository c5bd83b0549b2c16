package org.readingroom.answer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the prompts from their folder and checks that they have their placeholders. */
final class Prompts {

  private final Path folder;

  Prompts(Path folder) {
    this.folder = folder;
  }

  /**
   * Returns a prompt.
   *
   * @throws PromptException if there is no such file or a placeholder is missing in it
   */
  String read(String name, String... placeholders) {
    Path file = folder.resolve(name + ".md");
    try {
      String prompt = Files.readString(file);
      for (String placeholder : placeholders) {
        if (!prompt.contains("{{" + placeholder + "}}")) {
          throw new PromptException("The prompt " + file + " lacks the placeholder {{" + placeholder + "}}.",
              null);
        }
      }
      return prompt;
    } catch (IOException e) {
      throw new PromptException("The prompt " + file + " cannot be read.", e);
    }
  }
}
