package org.readingroom.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.readingroom.collection.Document;
import org.readingroom.collection.Kind;

/** Puts numbers of documents into words. */
final class Numbers {

  private Numbers() {}

  /** Returns the numbers of documents, such as {@code document 7} or {@code documents 7, 9–12 and 15}. */
  static String documents(List<Document> documents) {
    List<Integer> numbers = documents.stream().map(Document::number).sorted().distinct().toList();
    List<String> runs = new ArrayList<>();
    for (int i = 0; i < numbers.size(); i++) {
      int last = i;
      while (last + 1 < numbers.size() && numbers.get(last + 1) == numbers.get(last) + 1) {
        last++;
      }
      runs.add(last - i < 2 ? String.valueOf(numbers.get(i)) : numbers.get(i) + "–" + numbers.get(last));
      i = last - i < 2 ? i : last;
    }
    return (numbers.size() == 1 ? "document " : "documents ") + list(runs);
  }

  /** Returns how many there are of a kind, such as {@code 3 telegrams} or {@code no documents}. */
  static String count(int number, @Nullable Kind kind) {
    return (number == 0 ? "no" : String.valueOf(number)) + " "
        + (number == 1 ? singular(kind) : plural(kind));
  }

  private static String singular(@Nullable Kind kind) {
    return kind == null ? "document" : kind.word().toLowerCase(Locale.ROOT);
  }

  static String plural(@Nullable Kind kind) {
    if (kind == null || kind == Kind.OTHER) {
      return "documents";
    }
    return switch (kind) {
      case MINUTES -> "minutes";
      case MEMORANDUM -> "memoranda";
      default -> kind.word().toLowerCase(Locale.ROOT) + "s";
    };
  }

  /** Joins words as a sentence does: {@code a, b and c}. */
  static String list(List<String> words) {
    int last = words.size() - 1;
    return last < 1
        ? String.join("", words)
        : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
  }
}
