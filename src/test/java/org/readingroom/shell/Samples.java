package org.readingroom.shell;

import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.readingroom.answer.Answer;
import org.readingroom.answer.Citation;
import org.readingroom.answer.Explanation;
import org.readingroom.answer.Explanation.Considered;
import org.readingroom.answer.Explanation.Weighed;
import org.readingroom.answer.Question;
import org.readingroom.answer.Quote;
import org.readingroom.collection.Authority;
import org.readingroom.collection.Collection;
import org.readingroom.collection.Document;
import org.readingroom.collection.DocumentDate;
import org.readingroom.collection.Kind;
import org.readingroom.collection.Paragraph;
import org.readingroom.conversation.Turn;
import org.readingroom.passage.Sentence;
import org.readingroom.passage.Span;
import org.readingroom.reference.Reference;
import org.readingroom.search.AnswerType;
import org.readingroom.search.Candidate;
import org.readingroom.search.DateExpression;
import org.readingroom.search.Filters;
import org.readingroom.search.Query;
import org.readingroom.search.Signals;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

/** Holds a collection of two documents, and what is said about them. */
final class Samples {

  static final Document LEAD = document(7, "Telegram, Joseph Stalin to Shtykov", LocalDate.of(1950, 1, 30),
      Kind.TELEGRAM, "Joseph Stalin", "Shtykov",
      "We would like to receive from Korea a yearly minimum of 25,000 tons of lead.");
  static final Document PLANES = document(8, "Letter, Mao Zedong to Joseph Stalin", LocalDate.of(1950, 6, 30),
      Kind.LETTER, "Mao Zedong", "Joseph Stalin", "We ask for planes.");
  static final Collection COLLECTION = new Collection("test", "A Reader", "A Press", "A Reader (A Press).",
      "00",
      List.of(LEAD, PLANES),
      new Authority(List.of(
          new Authority.Entry(Authority.Type.PERSON, "Joseph Stalin", List.of("Fyn Si", "Filippov")),
          new Authority.Entry(Authority.Type.PERSON, "Mao Zedong", List.of("Mao Tse-tung")))),
      List.of());
  static final Reference REFERENCE = new Reference(COLLECTION);

  private Samples() {}

  /** Returns where the commands find the built-in collection, and no other. */
  static CurrentRoom room() {
    return new CurrentRoom(new DefaultListableBeanFactory());
  }

  static Document document(int number, String title, LocalDate day, Kind kind, String from, String to,
      String text) {
    return new Document("test", number, title, null, new DocumentDate(day, day, day.toString()), kind, from,
        to,
        "AVPRF, F. 059a, p. 92", null, text, "00",
        List.of(new Paragraph(0, text.length(), Paragraph.Role.BODY, 1, 1)),
        List.of());
  }

  static Citation citation(int marker, Document document, Span answerSpan) {
    Span span = new Span(0, document.text().length());
    return new Citation(marker, Quote.verified(document, span, document.text()), answerSpan, List.of(), 0.8);
  }

  static Turn turn(Question question, Answer answer) {
    String conversation = question.conversationId() == null ? "first" : question.conversationId();
    return new Turn("a1", conversation, question, question.text(), answer, "extractive", Instant.EPOCH,
        Duration.ofMillis(41));
  }

  static Screen screen(StringWriter out, StringWriter err, boolean watched) {
    return new Screen(new ScreenWriter(out), new ScreenWriter(err), new AtomicInteger(80), false,
        watched, Ink.PLAIN);
  }

  /** Returns the explanation of an answer that quotes one sentence. */
  static Explanation explanation() {
    String text = "how much and when, on 30 January 1950?";
    Query query = new Query(text, Filters.NONE, new Span(0, text.length()), AnswerType.NUMBER, Set.of(),
        List.of(),
        List.of(
            new DateExpression(new Span(22, 37), LocalDate.of(1950, 1, 30), LocalDate.of(1950, 1, 30), true)),
        1, List.of(new Span(0, 8), new Span(13, 17)));
    Document document = COLLECTION.documents().getFirst();
    Sentence sentence = new Sentence(new Span(0, 10), Paragraph.Role.BODY, 0);
    Considered considered = new Considered(
        new Candidate(document, List.of(sentence), 3, new Signals(), List.of(0.0)), 0.5,
        1,
        List.of(new Weighed("passage-late", 1, 2), new Weighed("date", 0, 1)));
    return new Explanation(query, List.of(), true, 0.8, 0.3, -14, List.of(new Weighed("cosine", 0.7, 10)),
        List.of(considered), List.of());
  }
}
