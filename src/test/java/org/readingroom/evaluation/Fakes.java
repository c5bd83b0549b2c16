package org.readingroom.evaluation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.readingroom.collection.Authority;
import org.readingroom.collection.Collection;
import org.readingroom.collection.Document;
import org.readingroom.collection.DocumentDate;
import org.readingroom.collection.Kind;
import org.readingroom.collection.Paragraph;
import org.readingroom.collection.SourceLine;

/** Makes small collections, questions and replies for the tests of this package. */
final class Fakes {

  static final List<String> SOURCE = List.of("Preface", " Stalin wants", "  25,000 tons of lead. ", "",
      "Mao wants nine", " regiments of tanks.", " Yours");

  static final Document LEAD = document(1, "Stalin wants 25,000 tons of lead.", 2, 3);
  static final Document TANKS = document(2, "Mao wants nine regiments of tanks. Yours", 5, 6, 7);

  private Fakes() {}

  static Document document(int number, String text, int... sourceLines) {
    List<SourceLine> lines = new ArrayList<>();
    for (int line : sourceLines) {
      lines.add(new SourceLine(line, 0, text.length()));
    }
    return new Document("test", number, "Telegram", null,
        new DocumentDate(LocalDate.of(1950, 1, 30), LocalDate.of(1950, 1, 30), "30 January 1950"),
        Kind.TELEGRAM, null, null, null, null, text, "", List.of(new Paragraph(0, text.length(),
            Paragraph.Role.BODY, 1, 1)),
        lines);
  }

  static Collection collection(Document... documents) {
    return new Collection("test", "Test", "Tester", "Test", "abc", List.of(documents),
        new Authority(List.of()), List.of());
  }

  static SourceText source() {
    return new SourceText(collection(LEAD, TANKS), SOURCE);
  }

  static Quotation quote(Document document, String words) {
    int start = document.text().indexOf(words);
    if (start < 0) {
      throw new IllegalArgumentException(words);
    }
    return new Quotation(document.number(), start, start + words.length(), words, 0.5);
  }

  static Reply answered(String text, Quotation... quotations) {
    return new Reply("c", "query", true, text, List.of(quotations), "fake");
  }

  static Reply abstained() {
    return new Reply("c", "query", false, "Not in the documents.", List.of(), "fake");
  }

  static GoldQuestion answerable(Set<Integer> documents, List<GoldSpan> evidence, String... must) {
    return new GoldQuestion("a-1", "fact", List.of("How much lead?"), true, documents, evidence, "25,000",
        List.of(must).stream().map(m -> Pattern.compile(m, Pattern.CASE_INSENSITIVE)).toList());
  }

  static GoldQuestion unanswerable() {
    return new GoldQuestion("x-1", "nonsense", List.of("???"), false, Set.of(), List.of(), "", List.of());
  }

  static JudgedQuestion judged(String id, String type, boolean answerable, boolean answered, double score,
      Map<String, Double> figures) {
    List<Quotation> quotations = answered
        ? List.of(new Quotation(1, 0, 6, "Stalin", score), new Quotation(2, 0, 3, "Mao", 0.1))
        : List.of();
    return new JudgedQuestion(id, type, List.of("Earlier?", "What of <b>lead</b> & tin | zinc?"), answerable,
        answerable ? List.of(2, 1) : List.of(), "Lead.", "lead", answered, "Lead [1]", quotations,
        answered ? score : 0, figures, 40);
  }

  static EvaluationReport report(JudgedQuestion... questions) {
    return EvaluationReport.of(
        new Provenance("reader-v1", "corpus", "questions", "", "extractive", Map.of("fusion", "min-max"),
            Instant.parse("2026-11-01T00:00:00Z"), "25", 2),
        List.of(questions), new Bootstrap(200, 1));
  }
}
