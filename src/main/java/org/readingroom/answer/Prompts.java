package org.readingroom.answer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the prompts from their folder and checks that they have their placeholders and no others. */
public final class Prompts {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*(.+?)\\s*\\}\\}");

  private final Path folder;

  public Prompts(Path folder) {
    this.folder = folder;
  }

  /** Returns a prompt with its placeholders filled; what they are filled with is taken as it is. */
  public static String fill(String prompt, Map<String, String> values) {
    return PLACEHOLDER.matcher(prompt).replaceAll(
        found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), found.group())));
  }

  /**
   * Returns a prompt.
   *
   * @throws PromptException if there is no such file, it is empty, or its placeholders are not those
   */
  public String read(String name, String... placeholders) {
    Path file = folder.resolve(name + ".md");
    try {
      String prompt = Files.readString(file);
      if (prompt.isBlank()) {
        throw new PromptException("The prompt " + file + " is empty.", null);
      }
      for (String placeholder : placeholders) {
        if (!prompt.contains("{{" + placeholder + "}}")) {
          throw new PromptException("The prompt " + file + " lacks the placeholder {{" + placeholder + "}}.",
              null);
        }
      }
      Matcher found = PLACEHOLDER.matcher(prompt);
      while (found.find()) {
        if (!List.of(placeholders).contains(found.group(1))) {
          throw new PromptException(
              "The prompt " + file + " has a placeholder {{" + found.group(1) + "}} that nothing fills.",
              null);
        }
      }
      return prompt;
    } catch (IOException e) {
      throw new PromptException("The prompt " + file + " cannot be read.", e);
    }
  }
}
