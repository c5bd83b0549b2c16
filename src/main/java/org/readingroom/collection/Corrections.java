package org.readingroom.collection;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Applies what no rule can know: single values of single documents, each with the value it expects to replace. */
final class Corrections {

  private static final String FILE = "corrections.tsv";

  /** Holds one row of the file: a document, a field, the value that the rules give, the right one, and why. */
  record Correction(int number, String field, String expected, String value) {}

  private final Map<Integer, List<Correction>> byDocument = new HashMap<>();
  private final List<String> warnings = new ArrayList<>();

  Corrections(List<Correction> corrections) {
    for (Correction correction : corrections) {
      byDocument.computeIfAbsent(correction.number(), number -> new ArrayList<>()).add(correction);
    }
  }

  /** Reads the rows; a collection without the file has none. */
  static Corrections read(Path folder) {
    Path path = folder.resolve(FILE);
    if (!Files.exists(path)) {
      return new Corrections(List.of());
    }
    List<Correction> corrections = new ArrayList<>();
    try {
      for (String row : Files.readAllLines(path, StandardCharsets.UTF_8)) {
        if (row.isBlank() || row.startsWith("#") || row.startsWith("number\t")) {
          continue;
        }
        List<String> cells = List.of(row.split("\t", -1));
        if (cells.size() != 5 || !cells.get(0).matches("\\d{1,6}")) {
          throw new CollectionException(
              "The file " + path + " has a row that is not number, field, expected, value, reason: " + row
                  + ".");
        }
        corrections
            .add(new Correction(Integer.parseInt(cells.get(0)), cells.get(1), cells.get(2), cells.get(3)));
      }
    } catch (IOException e) {
      throw new CollectionException("The file " + path + " cannot be read.", e);
    }
    return new Corrections(corrections);
  }

  /** Returns a field's value as corrected; a row that expects another value is left out with a warning. */
  @Nullable
  String correct(int number, String field, @Nullable String value) {
    for (Correction correction : byDocument.getOrDefault(number, List.of())) {
      if (correction.field().equals(field)) {
        if (correction.expected().equals(value == null ? "" : value)) {
          return correction.value().isEmpty() ? null : correction.value();
        }
        warnings.add(
            "The correction of \"" + field + "\" in document " + number + " no longer applies: it expects \""
                + correction.expected() + "\" but the text gives \"" + (value == null ? "" : value) + "\".");
      }
    }
    return value;
  }

  List<String> warnings() {
    return List.copyOf(warnings);
  }
}
