package org.readingroom.evaluation;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.readingroom.collection.Collection;
import org.readingroom.conversation.Conversations;
import org.readingroom.search.PassageSearch;

/** Asks the questions of a set, judges the replies and reports the figures. */
public final class Evaluator {

  private final Answerer answerer;
  private final @Nullable PassageFinder finder;
  private final Collection collection;
  private final Path source;
  private final Clock clock;

  /**
   * Measures any answerer.
   *
   * @param finder finds passages for the passage recall; null leaves it out
   * @param source the collection's source file, read anew to check quotations
   */
  public Evaluator(Answerer answerer, @Nullable PassageFinder finder, Collection collection, Path source,
      Clock clock) {
    this.answerer = answerer;
    this.finder = finder;
    this.collection = collection;
    this.source = source;
    this.clock = clock;
  }

  /** Measures the program that runs. */
  public static Evaluator of(Conversations conversations, PassageSearch search, Collection collection,
      Path source) {
    return new Evaluator(new ConversationAnswerer(conversations), PassageFinder.of(search),
        collection,
        source, Clock.systemUTC());
  }

  /** Measures a program that was put together for it. */
  public static Evaluator of(Program program) {
    return new Evaluator(program, PassageFinder.of(program.search()), program.collection(),
        program.source(), Clock.systemUTC());
  }

  /** Measures the answers of such a program, without the passage recall. */
  static Evaluator ofAnswers(Program program) {
    return new Evaluator(program, null, program.collection(), program.source(), Clock.systemUTC());
  }

  /** Runs a set without telling how far it is. */
  public EvaluationReport run(Path setFolder, EvaluationOptions options) {
    return run(setFolder, options, EvaluationProgress.SILENT);
  }

  /**
   * Runs a set.
   *
   * @param setFolder the folder that holds {@code questions.jsonl}
   * @throws MalformedSetException if the set cannot be read
   */
  public EvaluationReport run(Path setFolder, EvaluationOptions options, EvaluationProgress progress) {
    return run(QuestionSet.read(setFolder), options, progress);
  }

  /** Runs questions that have been read. */
  EvaluationReport run(QuestionSet all, EvaluationOptions options, EvaluationProgress progress) {
    QuestionSet set = all.sample(options.sample(), options.seed());
    Judge judge = new Judge(SourceText.read(collection, source));
    for (GoldQuestion question : set.questions().subList(0,
        Math.min(options.warmUp(), set.questions().size()))) {
      ask(question);
    }
    List<JudgedQuestion> judged = new ArrayList<>();
    Map<String, Integer> models = new TreeMap<>();
    for (GoldQuestion question : set.questions()) {
      Timed timed = ask(question);
      models.merge(timed.reply().model(), 1, Integer::sum);
      judged.add(judged(question, timed, judge));
      progress.judged(judged.size(), set.questions().size());
    }
    Provenance provenance = new Provenance(set.name(), Fingerprint.of(source), set.sha256(),
        Fingerprint.of(options.prompts()), named(models), options.configuration(), clock.instant(),
        Runtime.version().toString(), Runtime.getRuntime().availableProcessors());
    return EvaluationReport.of(provenance, judged, new Bootstrap(options.resamples(), options.seed()));
  }

  /** Names the models that answered, with how often where there were several. */
  private static String named(Map<String, Integer> models) {
    return models.size() < 2
        ? String.join("", models.keySet())
        : models.entrySet().stream().map(model -> model.getKey() + " (" + model.getValue() + ")")
            .collect(Collectors.joining(", "));
  }

  /** Is the reply to the last turn and the time that this turn alone took. */
  private record Timed(Reply reply, double elapsedMs) {}

  private Timed ask(GoldQuestion question) {
    @Nullable
    String conversation = null;
    Timed last = null;
    for (String turn : question.turns()) {
      long start = System.nanoTime();
      Reply reply = answerer.ask(turn, conversation);
      last = new Timed(reply, (System.nanoTime() - start) / 1e6);
      conversation = reply.conversationId();
    }
    return Objects.requireNonNull(last, "a question has a turn");
  }

  private JudgedQuestion judged(GoldQuestion question, Timed timed, Judge judge) {
    Reply reply = timed.reply();
    Map<String, Double> figures = judge.judge(question, reply);
    figures.putAll(reply.measured());
    if (finder != null) {
      figures.putAll(new PassageRecall(finder).judge(question, reply.query()));
    }
    return new JudgedQuestion(question.id(), question.type(), question.turns(), question.answerable(),
        List.copyOf(question.documents()), question.answer(), reply.query(), reply.answered(), reply.text(),
        reply.quotations(), reply.confidence(), figures, timed.elapsedMs());
  }
}
