package org.readingroom.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.readingroom.answer.Answer;
import org.readingroom.answer.Citation;
import org.readingroom.answer.Question;
import org.readingroom.answer.Quote;
import org.readingroom.conversation.Turn;
import org.readingroom.passage.Span;

class ConversationAnswererTests {

  private static Reply reply(Answer answer) {
    return ConversationAnswerer.reply(new Turn("t", "c", Question.of("How much lead?"), "lead", answer,
        "extractive", Instant.EPOCH, Duration.ZERO));
  }

  @Test
  void keepsTheQuotationsInTheirOrder() {
    Quote lead = Quote.verified(Fakes.LEAD, new Span(13, 32), "25,000 tons of lead");
    Quote mao = Quote.verified(Fakes.TANKS, new Span(0, 3), "Mao");
    Reply reply = reply(new Answer.Answered("So much [1] [2]",
        List.of(new Citation(1, lead, new Span(0, 7), List.of(), 0.4),
            new Citation(2, mao, new Span(0, 7), List.of(), 0.9))));
    assertThat(reply).isEqualTo(new Reply("c", "lead", true, "So much [1] [2]",
        List.of(new Quotation(1, 13, 32, "25,000 tons of lead", 0.4), new Quotation(2, 0, 3, "Mao", 0.9)),
        "extractive"));
    assertThat(reply.confidence()).isEqualTo(0.9);
  }

  @Test
  void anAbstentionHasNoQuotationAndNoConfidence() {
    Reply reply = reply(new Answer.Abstained("Not there.", List.of(Fakes.LEAD)));
    assertThat(reply.answered()).isFalse();
    assertThat(reply.quotations()).isEmpty();
    assertThat(reply.confidence()).isZero();
  }
}
