package org.readingroom.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.readingroom.collection.Authority;
import org.readingroom.collection.Collection;
import org.readingroom.collection.Document;
import org.readingroom.collection.DocumentDate;
import org.readingroom.collection.Kind;
import org.readingroom.collection.Paragraph;

/**
 * Makes a collection of a set's texts: documents with a number, a title and a text, without dates, people and
 * the names that the program's own collection knows.
 */
final class SetCollection {

  private static final Pattern PARAGRAPH = Pattern.compile("\\S(?:(?!\\n\\s*\\n)[\\s\\S])*");

  private final Collection collection;
  private final List<SetText> texts;
  private final Map<String, Integer> numbers = new HashMap<>();

  SetCollection(String name, List<SetText> texts) {
    this.texts = List.copyOf(texts);
    List<Document> documents = new ArrayList<>();
    for (SetText text : texts) {
      int number = documents.size() + 1;
      numbers.put(text.id(), number);
      documents.add(document(name, number, text));
    }
    this.collection = new Collection(name, name, "", name, "", documents, new Authority(List.of()),
        List.of());
  }

  Collection collection() {
    return collection;
  }

  /** Returns the number of the document that a text has become. */
  int number(String id) {
    return Objects.requireNonNull(numbers.get(id), id);
  }

  /** Returns the id of the text that has become the document of a number. */
  String id(int number) {
    return texts.get(number - 1).id();
  }

  /** A text without a word has its title for one, so that it can be found at all. */
  private static Document document(String name, int number, SetText text) {
    String words = text.text().isBlank() ? text.title() : text.text();
    List<Paragraph> paragraphs = new ArrayList<>();
    Matcher matcher = PARAGRAPH.matcher(words);
    while (matcher.find()) {
      paragraphs.add(new Paragraph(matcher.start(), matcher.end(), Paragraph.Role.BODY, 1, 1));
    }
    return new Document(name, number, text.title().strip(), null, DocumentDate.UNKNOWN, Kind.OTHER, null,
        null,
        null, null, words, Fingerprint.ofText(words), paragraphs, List.of());
  }
}
