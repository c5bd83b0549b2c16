package org.readingroom.index;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.readingroom.collection.Authority;
import org.readingroom.collection.Collection;
import org.readingroom.collection.Document;
import org.readingroom.collection.DocumentDate;
import org.readingroom.collection.Kind;
import org.readingroom.collection.Paragraph;
import org.readingroom.collection.Sha256;
import org.readingroom.passage.Chunking;

/** Makes a collection of four short documents, small enough to be indexed in a moment. */
public final class SmallCollection {

  public static final Chunking CHUNKING = new Chunking(40, 0);

  /** Where models and native libraries are unpacked once for all tests and the processes they start. */
  public static final Path MODELS = Path.of("target", "test-models").toAbsolutePath();

  public static final Document LEAD = document(1, "Telegram from Filippov to Shtykov", day(1950, 1, 30),
      Kind.TELEGRAM, "Joseph Stalin", "Terentii Shtykov",
      "We would like to receive from Korea a yearly minimum of 25,000 tons of lead.",
      "If the Koreans can give us the indicated amount of lead, we are ready to give technical assistance.");
  public static final Document TALKS = document(2, "Report on the talks in Peking", day(1951, 6, 3),
      Kind.REPORT,
      "Zhou Enlai", null, "The Korean comrades came to Beijing and spoke about an armistice at the front.",
      "The Korean People’s Army needs thirty-five divisions, trucks, shells and winter coats.",
      "The negotiations at Kaesong will be led by Nam Il and Deng Hua.");
  public static final Document RICE = document(3, "Note on food",
      new DocumentDate(LocalDate.of(1951, 9, 15), null, "after 15 September 1951"), Kind.NOTE, null, null,
      "The harvest was poor, and the villages ask for rice, salt and cloth before the winter.");
  public static final Document LETTER = document(4, "Letter to the embassy", day(1953, 3, 7), Kind.LETTER,
      "Kim Il Sung", null, "I send my condolences. The whole people mourns with you in these days.");

  public static final Authority AUTHORITY = new Authority(List.of(
      new Authority.Entry(Authority.Type.PERSON, "Joseph Stalin",
          List.of("Stalin", "Filippov", "Fyn Si")),
      new Authority.Entry(Authority.Type.PERSON, "Zhou Enlai", List.of("Chou En-lai", "Zhou")),
      new Authority.Entry(Authority.Type.PERSON, "Kim Il Sung", List.of("Kim Il-sung", "Kim Ilsung")),
      new Authority.Entry(Authority.Type.PLACE, "Beijing", List.of("Peking", "Peiping"))));

  private SmallCollection() {}

  public static Collection whole() {
    return of(LEAD, TALKS, RICE, LETTER);
  }

  public static Collection of(Document... documents) {
    return new Collection("small", "Small", "Nobody", "Small", "00".repeat(32), List.of(documents), AUTHORITY,
        List.of());
  }

  /** Returns a collection of one document that takes a second or so to embed. */
  public static Collection slow() {
    List<String> paragraphs = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      paragraphs.add("Passage " + i + " says that the " + i + "th division has marched " + i
          + " kilometres to the north of the river and waits there for shells, fuel, bread and new orders"
          + " from the commander of the front, who has not been heard of since the evening before.");
    }
    return of(document(1, "Diary", day(1950, 10, 1), Kind.OTHER, null, null,
        paragraphs.toArray(String[]::new)));
  }

  /** Returns the same document as another kind, which is indexed anew but not embedded again. */
  public static Document as(Document document, Kind kind) {
    return new Document(document.collection(), document.number(), document.title(), null, document.date(),
        kind, document.from(), document.to(), null, null, document.text(), document.sha256(),
        document.paragraphs(), document.lines());
  }

  /** Returns what an index of documents is to hold. */
  public static Contents contents(List<Document> documents, String model) {
    return new Contents(IndexKey.of(documents, AUTHORITY, CHUNKING, model), documents, CHUNKING);
  }

  public static DocumentDate day(int year, int month, int day) {
    LocalDate date = LocalDate.of(year, month, day);
    return new DocumentDate(date, date, date.toString());
  }

  public static Document document(int number, String title, DocumentDate date, Kind kind, String from,
      String to,
      String... texts) {
    List<Paragraph> paragraphs = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < texts.length; i++) {
      text.append(i == 0 ? "" : "\n\n");
      paragraphs.add(new Paragraph(text.length(), text.length() + texts[i].length(), Paragraph.Role.BODY,
          i + 1, i + 1));
      text.append(texts[i]);
    }
    return new Document("small", number, title, null, date, kind, from, to, null, null, text.toString(),
        Sha256.of(text.toString()),
        paragraphs, List.of());
  }
}
