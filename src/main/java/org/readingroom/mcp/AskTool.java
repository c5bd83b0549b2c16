package org.readingroom.mcp;

import java.util.List;
import java.util.Set;
import org.readingroom.answer.AnswerListener;
import org.readingroom.answer.Citation;
import org.readingroom.answer.Question;
import org.readingroom.conversation.Conversations;
import org.readingroom.reply.AnswerReply;
import org.readingroom.reply.Sources;
import org.readingroom.search.Filters;
import org.readingroom.search.RetrievedPassage;

/** Answers a question, as the HTTP API does, but keeps nothing. */
final class AskTool implements Tool {

  private static final int MAX_EARLIER = 20;

  private static final Parameter<String> QUESTION = Parameter
      .text("question", "One question in plain English.", Question.MAX_LENGTH).needed();
  private static final Parameter<Integer> MAX_CITATIONS = Parameter.number("max_citations",
      "How many quotations are wanted at most; " + Question.MAX_CITATIONS + " unless told.", 1,
      Question.MAX_CITATIONS);
  private static final Parameter<List<String>> EARLIER = Parameter.list(
      Parameter.text("earlier_questions", "A question.", Question.MAX_LENGTH),
      "The questions before this one, in order, where it leans on them, as in “And when was that?”.",
      MAX_EARLIER);

  private final Shelf shelf;

  AskTool(Shelf shelf) {
    this.shelf = shelf;
  }

  @Override
  public String name() {
    return "ask";
  }

  @Override
  public String title() {
    return "Ask with verified quotations";
  }

  @Override
  public String description() {
    return "Answers a question from the documents with quotations that were compared with them word for word."
        + " Where [n] stands in the answer, citation n gives the words (cited_text), the document, the offsets and a"
        + " reference. The status abstained means that the documents do not say; related then names the nearest.";
  }

  @Override
  public List<Parameter<?>> parameters() {
    return List.of(QUESTION, CollectionParameter.COLLECTION, FilterParameter.FILTERS, MAX_CITATIONS, EARLIER);
  }

  @Override
  public Class<? extends Record> reply() {
    return AnswerReply.class;
  }

  /** Nothing is kept that an id could continue, and nobody can ask for an explanation. */
  @Override
  public Set<String> withheld() {
    return Set.of("conversation_id", "explanation");
  }

  @Override
  public Record call(Arguments arguments, Call call) {
    Conversations conversations = shelf.asked(CollectionParameter.in(arguments), Conversations.class);
    Sources sources = shelf.sources();
    Question question = new Question(arguments.needed(QUESTION), null,
        arguments.get(FilterParameter.FILTERS).orElse(Filters.NONE),
        arguments.get(MAX_CITATIONS).orElse(Question.MAX_CITATIONS));
    return AnswerReply.of(conversations.askOnce(question, arguments.get(EARLIER).orElse(List.of()),
        new Listener(call, sources)), sources, null);
  }

  /** Tells of an answer while it is made. */
  private record Listener(Call call, Sources sources) implements AnswerListener {

    @Override
    public void retrieved(List<RetrievedPassage> passages) {
      call.progress("Passages found: " + passages.size() + ".");
    }

    @Override
    public void cited(Citation citation) {
      call.progress("[" + citation.marker() + "] " + sources
          .reference(citation.quote().document()).note(citation.quote().document(), citation.quote().span()));
    }

    @Override
    public boolean isCancelled() {
      return call.isCancelled();
    }
  }
}
