package org.readingroom.evaluation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.readingroom.answer.AnswerListener;
import org.readingroom.answer.Confidence;
import org.readingroom.answer.Question;
import org.readingroom.collection.Collection;
import org.readingroom.collection.CollectionLoader;
import org.readingroom.collection.Document;
import org.readingroom.conversation.Conversations;
import org.readingroom.conversation.Turn;
import org.readingroom.passage.Span;
import org.readingroom.reading.PassageReader;
import org.readingroom.search.Filters;
import org.readingroom.search.PassageSearch;
import org.readingroom.search.Ranking;
import org.readingroom.search.Retrieval;
import org.springframework.context.ConfigurableApplicationContext;

/** Is the program put together for a measurement: its own wiring, with its index open. For one thread. */
public final class Program implements Answerer, AutoCloseable {

  private final ConfigurableApplicationContext context;
  private final Conversations conversations;
  private final RecordingSearch search;
  private final Confidence confidence;

  Program(ConfigurableApplicationContext context) {
    this.context = context;
    this.conversations = context.getBean(Conversations.class).apart();
    this.search = context.getBean(RecordingSearch.class);
    this.confidence = context.getBean(Confidence.class);
  }

  @Override
  public Reply ask(String question, @Nullable String conversationId) {
    ModelMeasure measure = new ModelMeasure();
    Turn turn = turn(question, conversationId, Filters.NONE, measure);
    return ConversationAnswerer.reply(turn, confidence())
        .with(measure.figures(turn.answer(), search.support()));
  }

  /** The last turn of a conversation, with what was found for it. */
  record Asked(Turn turn, Retrieval retrieval, double confidence) {

    /** Returns the sentence that answers best, whether or not it was quoted. */
    Optional<Quotation> nearest() {
      return retrieval.read().stream().findFirst().flatMap(best -> {
        Document document = best.passage().document();
        Optional<Span> sentence = retrieval.bestSentence(document, best.passage().span());
        return sentence.or(() -> Optional.of(best.passage().span()))
            .map(span -> new Quotation(document.number(), span.start(), span.end(), span.of(document.text()),
                best.best()));
      });
    }
  }

  /** Asks questions in one conversation of their own and returns the last turn. */
  Asked askAll(List<String> turns, Filters filters) {
    List<Turn> asked = new ArrayList<>();
    for (String turn : turns) {
      asked.add(turn(turn, asked.isEmpty() ? null : asked.getLast().conversationId(), filters,
          AnswerListener.NONE));
    }
    return new Asked(asked.getLast(), search.last(), confidence());
  }

  private Turn turn(String question, @Nullable String conversationId, Filters filters,
      AnswerListener listener) {
    return conversations.ask(new Question(question, conversationId, filters, Question.MAX_CITATIONS),
        listener);
  }

  /** Returns the estimate that what was last asked is answered. */
  private double confidence() {
    return confidence.of(search.last());
  }

  PassageSearch search() {
    return search;
  }

  /**
   * Returns the program's reader for packs, where nothing is searched: every passage counts as one that search put first.
   */
  PackReader packReader() {
    Ranking ranking = context.getBean(Ranking.class);
    return new PackReader(context.getBean(PassageReader.class), ranking.passage(),
        best -> confidence.of(best + ranking.found()));
  }

  Collection collection() {
    return context.getBean(Collection.class);
  }

  /** Returns the source file of the collection that the program comes with. */
  Path source() {
    return new CollectionLoader()
        .source(Path.of(context.getEnvironment().getRequiredProperty("reading-room.corpus")));
  }

  /** Closes the index and frees the model. */
  @Override
  public void close() {
    context.close();
  }
}
