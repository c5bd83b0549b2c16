package org.readingroom.evaluation;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Is one text of a set that is searched or read; the title may be empty. */
public record SetText(String id, String title, String text) {

  static List<SetText> read(Path file) {
    Set<String> seen = new HashSet<>();
    return JsonLine.read(file, line -> {
      SetText text = new SetText(line.text("_id"), line.textOr("title", ""), line.text("text"));
      if (!seen.add(text.id())) {
        throw line.wrong("the id \"" + text.id() + "\" is used twice.");
      }
      return text;
    });
  }
}
