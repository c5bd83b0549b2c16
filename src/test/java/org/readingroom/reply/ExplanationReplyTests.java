package org.readingroom.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.readingroom.answer.Explanation;
import org.readingroom.answer.Explanation.Considered;
import org.readingroom.collection.Document;
import org.readingroom.collection.DocumentDate;
import org.readingroom.collection.Kind;
import org.readingroom.collection.Paragraph;
import org.readingroom.passage.Sentence;
import org.readingroom.passage.Span;
import org.readingroom.search.AnswerType;
import org.readingroom.search.Candidate;
import org.readingroom.search.Filters;
import org.readingroom.search.Query;
import org.readingroom.search.Signals;

class ExplanationReplyTests {

  @Test
  void aSpanThatWasConsideredSaysOfWhichCollectionItIs() {
    String text = "Lead was wanted.";
    Document document = new Document("papers", 7, "Lead", null, DocumentDate.UNKNOWN, Kind.OTHER, null, null,
        null, null, text, "ab".repeat(32),
        List.of(new Paragraph(0, text.length(), Paragraph.Role.BODY, 1, 1)), List.of());
    Sentence sentence = new Sentence(new Span(0, text.length()), Paragraph.Role.BODY, 1);
    Candidate candidate = new Candidate(document, List.of(sentence), 3, new Signals(), List.of(0.0));
    Query query = new Query("Lead?", Filters.NONE, new Span(0, 5), AnswerType.NUMBER, Set.of(), List.of(),
        List.of(), 1, List.of());
    Explanation explanation = new Explanation(query, List.of(), true, 0.8, 0.3, -14, List.of(),
        List.of(new Considered(candidate, 0.5, 1, List.of())), List.of());

    assertThat(ExplanationReply.of(explanation).candidates()).singleElement().satisfies(considered -> {
      assertThat(considered.documentId()).isEqualTo("papers:7");
      assertThat(considered.collection()).isEqualTo("papers");
      assertThat(considered.documentNumber()).isEqualTo(7);
    });
  }
}
