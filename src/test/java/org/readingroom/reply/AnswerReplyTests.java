package org.readingroom.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.readingroom.answer.Answer;
import org.readingroom.answer.Citation;
import org.readingroom.answer.Question;
import org.readingroom.answer.Quote;
import org.readingroom.collection.Authority;
import org.readingroom.collection.Collection;
import org.readingroom.collection.Document;
import org.readingroom.collection.DocumentDate;
import org.readingroom.collection.Kind;
import org.readingroom.collection.Paragraph;
import org.readingroom.conversation.Turn;
import org.readingroom.passage.Span;
import org.readingroom.reference.Reference;
import org.skyscreamer.jsonassert.JSONAssert;
import org.skyscreamer.jsonassert.JSONCompareMode;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.PropertyNamingStrategy;
import tools.jackson.databind.json.JsonMapper;

/** Compares replies with what is written down of them, name by name. */
class AnswerReplyTests {

  private static final String LEAD = "We would like to receive from Korea “a yearly minimum” of 25,000 tons of lead. 😀";
  private static final Document TELEGRAM = document(7, "Telegram, Joseph Stalin to Shtykov",
      new DocumentDate(LocalDate.of(1950, 1, 30), LocalDate.of(1950, 1, 30), "30 January 1950"),
      Kind.TELEGRAM,
      "Joseph Stalin", "Shtykov", "AVPRF, F. 059a, p. 92", "😀 30 January 1950\n\n" + LEAD);
  private static final Document REPORT = document(9, "Report on the front",
      new DocumentDate(LocalDate.of(1951, 9, 15), null, "after 15 September 1951"), Kind.REPORT, null, null,
      null,
      "Dear leaders.");
  private static final Reference REFERENCE = new Reference(new Collection("test", "A Reader", "A Press",
      "in A Reader (A Press, 2010)", "00", List.of(TELEGRAM, REPORT), new Authority(List.of()), List.of()));

  private final JsonMapper json = JsonMapper.builder().propertyNamingStrategy(configured()).build();

  /** Returns the strategy that the program's own configuration names. */
  private static PropertyNamingStrategy configured() {
    try {
      Object name = new YamlPropertySourceLoader()
          .load("application", new ClassPathResource("application.yaml")).getFirst()
          .getProperty("spring.jackson.property-naming-strategy");
      assertThat(name).isEqualTo("SNAKE_CASE");
      return PropertyNamingStrategies.SNAKE_CASE;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Document document(int number, String title, DocumentDate date, Kind kind, String from,
      String to,
      String source, String text) {
    return new Document("test", number, title, null, date, kind, from, to, source, null, text,
        "ab".repeat(32),
        List.of(new Paragraph(0, text.length(), Paragraph.Role.BODY, 1, 3)), List.of());
  }

  private static Turn turn(Answer answer) {
    return new Turn("a-1", "k-1", Question.of("And how much lead?"),
        "What did Stalin want? And how much lead?",
        answer, "extractive", Instant.EPOCH, Duration.ofMillis(41));
  }

  private static Turn answered() {
    int start = TELEGRAM.text().indexOf(LEAD);
    Quote quote = Quote.verified(TELEGRAM, new Span(start, start + LEAD.length()), LEAD);
    int number = TELEGRAM.text().indexOf("25,000");
    String lead = "Joseph Stalin to Shtykov: “" + LEAD + "” [1]";
    return turn(new Answer.Answered(lead, List.of(new Citation(1, quote, new Span(0, lead.length()),
        List.of(new Span(number, number + 6)), 0.83))));
  }

  @Test
  void anAnswerIsSentAsTheApiSays() throws Exception {
    isAsWrittenDown("answered.json", AnswerReply.of(answered(), REFERENCE));
  }

  @Test
  void anAbstentionIsSentAsTheApiSays() throws Exception {
    Turn turn = turn(new Answer.Abstained("The documents do not answer this question.", List.of(REPORT)));

    isAsWrittenDown("abstained.json", AnswerReply.of(turn, REFERENCE));
  }

  @Test
  void saysWhyAnAnswerCouldNotBeSavedAndOnlyThen() {
    Turn saved = answered();
    Turn unsaved = new Turn(saved.id(), saved.conversationId(), saved.question(), saved.query(),
        saved.answer(),
        saved.model(), saved.asked(), saved.elapsed(), null, "This answer could not be saved.");

    assertThat(AnswerReply.of(unsaved, REFERENCE).unsaved()).isEqualTo("This answer could not be saved.");
    assertThat(AnswerReply.of(saved, REFERENCE).unsaved()).isNull();
  }

  @Test
  void whatNeedsNoCitationIsSentAsAnswered() {
    AnswerReply reply = AnswerReply.of(turn(new Answer.Told("There are 2 documents.", List.of(REPORT))),
        REFERENCE);

    assertThat(reply.status()).isEqualTo("answered");
    assertThat(reply.citations()).isEmpty();
    assertThat(reply.related()).extracting(DocumentReply::number).containsExactly(9);
  }

  @Test
  void offsetsLeadToTheWordsCited() {
    AnswerReply reply = AnswerReply.of(answered(), REFERENCE);
    CitationReply citation = reply.citations().getFirst();

    assertThat(TELEGRAM.text().substring(citation.startCharIndex(), citation.endCharIndex()))
        .isEqualTo(citation.citedText()).isEqualTo(LEAD);
    assertThat(reply.answer().substring(citation.answerStart(), citation.answerEnd()))
        .contains(LEAD).endsWith("[" + citation.marker() + "]");
    assertThat(citation.emphasis()).singleElement()
        .satisfies(e -> assertThat(citation.citedText().substring(e.start(), e.end())).isEqualTo("25,000"));
    assertThat(citation.verified()).isTrue();
  }

  private void isAsWrittenDown(String name, AnswerReply reply) throws Exception {
    try (var file = getClass().getResourceAsStream(name)) {
      JSONAssert.assertEquals(new String(file.readAllBytes(), StandardCharsets.UTF_8),
          json.writeValueAsString(reply), JSONCompareMode.STRICT);
    }
  }
}
