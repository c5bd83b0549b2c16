package org.readingroom.evaluation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readingroom.answer.Citation;
import org.readingroom.answer.Question;
import org.readingroom.conversation.Conversations;
import org.readingroom.conversation.Turn;
import org.readingroom.search.Filters;

/** Asks the program itself, the same way as both doors do. */
final class ConversationAnswerer implements Answerer {

  private final Conversations conversations;

  ConversationAnswerer(Conversations conversations) {
    this.conversations = conversations;
  }

  @Override
  public Reply ask(String question, @Nullable String conversationId) {
    ModelMeasure measure = new ModelMeasure();
    Turn turn = conversations
        .ask(new Question(question, conversationId, Filters.NONE, Question.MAX_CITATIONS), measure);
    return reply(turn).with(measure.figures());
  }

  static Reply reply(Turn turn) {
    return new Reply(turn.conversationId(), turn.query(), turn.answer().isAnswer(),
        turn.answer().text(), quotations(turn), turn.model());
  }

  /** Does the same where it is known how sure the program was. */
  static Reply reply(Turn turn, double confidence) {
    return new Reply(turn.conversationId(), turn.query(), turn.answer().isAnswer(),
        turn.answer().text(), quotations(turn), turn.model(), confidence);
  }

  static List<Quotation> quotations(Turn turn) {
    return turn.answer().citations().stream().map(ConversationAnswerer::quotation).toList();
  }

  private static Quotation quotation(Citation citation) {
    return new Quotation(citation.quote().document().number(), citation.quote().span().start(),
        citation.quote().span().end(), citation.quote().text(), citation.score());
  }
}
