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
import org.readingroom.conversation.Conversations;
import org.readingroom.conversation.Turn;
import org.readingroom.search.Filters;
import org.readingroom.search.PassageSearch;
import org.readingroom.search.Retrieval;
import org.springframework.context.ConfigurableApplicationContext;

/** Is the program put together for a measurement: its own wiring, with its index open. For one thread. */
public final class Program implements Answerer, AutoCloseable {

  private final ConfigurableApplicationContext context;
  private final Conversations conversations;
  private final RecordingSearch search;
  private final Confidence confidence;
  private final double openSeconds;

  /**
   * Takes the parts of a program.
   *
   * @param openSeconds how long its index took to open or build
   */
  Program(ConfigurableApplicationContext context, double openSeconds) {
    this.openSeconds = openSeconds;
    this.context = context;
    this.conversations = context.getBean(Conversations.class).apart();
    this.search = context.getBean(RecordingSearch.class);
    this.confidence = context.getBean(Confidence.class);
  }

  @Override
  public Reply ask(String question, @Nullable String conversationId) {
    ModelMeasure measure = new ModelMeasure();
    Turn turn = turn(question, conversationId, Filters.NONE, measure);
    return ConversationAnswerer.reply(turn, confidence()).with(measure.figures());
  }

  /** Is the last turn of a conversation, with what was found for it; empty where it took no search. */
  record Asked(Turn turn, Optional<Retrieval> retrieval, double confidence) {}

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
    search.forget();
    return conversations.ask(new Question(question, conversationId, filters, Question.MAX_CITATIONS),
        listener);
  }

  /** Returns the estimate that what was last asked is answered: 1 where the catalogue answered without a search. */
  private double confidence() {
    return search.last().map(confidence::of).orElse(1.0);
  }

  PassageSearch search() {
    return search;
  }

  Collection collection() {
    return bean(Collection.class);
  }

  /** Returns a part of the program. */
  <T> T bean(Class<T> part) {
    return context.getBean(part);
  }

  /** Returns how long the index took to open or build, in seconds. */
  double openSeconds() {
    return openSeconds;
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
