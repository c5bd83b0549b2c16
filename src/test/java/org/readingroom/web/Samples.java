package org.readingroom.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.readingroom.answer.Answer;
import org.readingroom.answer.Citation;
import org.readingroom.answer.Explanation;
import org.readingroom.answer.Question;
import org.readingroom.answer.Quote;
import org.readingroom.answer.SupportedClaim;
import org.readingroom.collection.Authority;
import org.readingroom.collection.Collection;
import org.readingroom.collection.Document;
import org.readingroom.collection.DocumentBody;
import org.readingroom.collection.DocumentCard;
import org.readingroom.collection.DocumentDate;
import org.readingroom.collection.Kind;
import org.readingroom.collection.Origin;
import org.readingroom.collection.Paragraph;
import org.readingroom.conversation.Turn;
import org.readingroom.passage.Passage;
import org.readingroom.passage.Sentence;
import org.readingroom.passage.Span;
import org.readingroom.search.AnswerType;
import org.readingroom.search.Filters;
import org.readingroom.search.Query;
import org.readingroom.search.RetrievedPassage;

/** Makes a collection of three short documents, and answers from it. */
final class Samples {

  static final String LEAD = "We would like to receive from Korea a yearly minimum of 25,000 tons of lead.";

  static final Document TELEGRAM = document(7, "Telegram, Joseph Stalin to Shtykov",
      day(1950, 1, 30), Kind.TELEGRAM, "Joseph Stalin", "Shtykov", "30 January 1950\n\n" + LEAD);
  static final Document LETTER = document(8, "Letter, Pak Heon-yeong to Modzelewski",
      day(1950, 6, 26), Kind.LETTER, "Pak Heon-yeong", "Modzelewski", "Comrade Fyn Si was told of it.");
  static final Document REPORT = document(9, "Report on the front",
      new DocumentDate(LocalDate.of(1951, 9, 15),
          null, "after 15 September 1951"),
      Kind.REPORT, null, null, "Dear leaders lead.");

  static final Collection COLLECTION = new Collection("nkidp-korean-war", "New Documents", "", "NKIDP",
      "in New Documents and New Histories", List.of("How much lead did Stalin want?"), "ab".repeat(32),
      List.of(TELEGRAM, LETTER, REPORT),
      new Authority(List.of(
          new Authority.Entry(Authority.Type.PERSON, "Joseph Stalin",
              List.of("Stalin", "Filippov", "Fyn Si")),
          new Authority.Entry(Authority.Type.PLACE, "Korea", List.of("Chosen")))),
      List.of());

  /** The path of the file that {@link #PAPER} was read from. */
  static final String PATH = "2017/survey #1 😀.pdf";

  /** A document of a collection of files, with two pages and a heading on the first. */
  static final Document PAPER = new Document(
      new DocumentCard("papers", 1, "A survey", null, DocumentDate.UNKNOWN, Kind.OTHER, null, null, null,
          null,
          sha256("Results\n\n" + LEAD), 9 + LEAD.length(), "",
          new Origin(PATH, "application/pdf", List.of("A. Writer"), null, null, "en", false, 2)),
      new DocumentBody("Results\n\n" + LEAD,
          List.of(new Paragraph(0, 7, Paragraph.Role.HEADING, 1, 1),
              new Paragraph(9, 9 + LEAD.length(), Paragraph.Role.BODY, 1, 1)),
          List.of(),
          List.of(new Origin.Page(1, "i", 0, 7), new Origin.Page(2, null, 9, 9 + LEAD.length())),
          List.of(new Origin.Section(0, List.of("Results"))), List.of()));

  private Samples() {}

  static Turn answered(Question question) {
    int start = TELEGRAM.text().indexOf(LEAD);
    Span span = new Span(start, start + LEAD.length());
    Citation citation = new Citation(1, Quote.verified(TELEGRAM, span, LEAD), new Span(0, LEAD.length()),
        List.of(new Span(start + 3, start + 8)), 0.83);
    return turn(question, new Answer.Answered(LEAD + " [1]", List.of(citation)));
  }

  static final String CLAIM = "😀 Stalin wanted 25,000 tons of lead a year.";
  static final String COPY = "It was to come from Korea.";

  /** Returns what a language model answers in two claims, the first of which rests on two documents. */
  static Turn claimed(Question question) {
    Citation first = ((Answer.Answered) answered(question).answer()).citations().getFirst();
    Span told = new Span(0, LETTER.text().length());
    String text = CLAIM + " [1] [2] " + COPY + " [1]";
    int copy = text.indexOf(COPY);
    return turn(question, new Answer.Answered(text,
        List.of(new Citation(1, first.quote(), new Span(0, CLAIM.length() + 8), List.of(), 0.83),
            new Citation(2, Quote.verified(LETTER, told, LETTER.text()), new Span(0, CLAIM.length() + 8),
                List.of(), 0.7)),
        List.of(new SupportedClaim(CLAIM, new Span(0, CLAIM.length()), List.of(1, 2), 0.7),
            new SupportedClaim(COPY, new Span(copy, copy + COPY.length()), List.of(1), 1))));
  }

  static Turn abstained(Question question) {
    return turn(question, new Answer.Abstained("The documents do not say.", List.of(LETTER)));
  }

  static RetrievedPassage passage() {
    int start = TELEGRAM.text().indexOf(LEAD);
    Span span = new Span(start, start + LEAD.length());
    return new RetrievedPassage(
        new Passage(TELEGRAM, 0, span, List.of(new Sentence(span, Paragraph.Role.BODY, 1))), 0.5);
  }

  private static Turn turn(Question question, Answer answer) {
    return new Turn("a-1", "k-1", question, question.text(), answer, "extractive", Instant.EPOCH,
        Duration.ofMillis(41));
  }

  private static DocumentDate day(int year, int month, int day) {
    LocalDate date = LocalDate.of(year, month, day);
    return new DocumentDate(date, date, date.toString());
  }

  private static Document document(int number, String title, DocumentDate date, Kind kind, String from,
      String to, String text) {
    return new Document("nkidp-korean-war", number, title, null, date, kind, from, to,
        "AVPRF, F. 059a, p. 92", "A Translator", text, sha256(text),
        List.of(new Paragraph(0, text.length(), Paragraph.Role.BODY, 1, 3)), List.of());
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns the explanation of a question for a number of which nothing was found. */
  static Explanation explanation() {
    Query query = new Query("How much lead?", Filters.NONE, new Span(0, 14), AnswerType.NUMBER, Set.of(),
        List.of(),
        List.of(), 1, List.of());
    return new Explanation(query, List.of(), false, 0, 0.3, -14, List.of(), List.of(), List.of());
  }
}
