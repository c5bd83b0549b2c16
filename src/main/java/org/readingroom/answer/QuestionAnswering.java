package org.readingroom.answer;

import dev.langchain4j.invocation.InvocationParameters;
import dev.langchain4j.service.TokenStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.readingroom.answer.ClaimChecker.Grounded;
import org.readingroom.collection.Document;
import org.readingroom.model.CallLimits;
import org.readingroom.model.ModelFault;
import org.readingroom.passage.Passage;
import org.readingroom.search.EvidenceSearch;
import org.readingroom.search.PassageContentRetriever;
import org.readingroom.search.Retrieval;
import org.readingroom.search.RetrievedPassage;
import org.readingroom.search.SearchSession;
import org.readingroom.search.SupportScorer;
import org.readingroom.timing.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the assistant and makes an answer of what it says, with nothing quoted that was not checked. */
public class QuestionAnswering {

  private static final Logger LOG = LoggerFactory.getLogger(QuestionAnswering.class);
  private static final int RELATED = 3;
  /** Among how many of the best passages the names in a question are looked for. */
  private static final int NEAREST = 10;

  private final CatalogueAnswers catalogue;
  private final Assistant assistant;
  private final EvidenceSearch search;
  private final ExtractiveChatModel extractive;
  private final ClaimSettings settings;
  private final Echo echo;
  private final String modelName;
  private final Duration timeout;

  /**
   * Makes a way to ask the assistant.
   *
   * @param catalogue what answers questions about the collection
   * @param extractive what answers where the assistant's model does not
   * @param echo hears what the model was told
   * @param modelName what replies say wrote the answer
   * @param timeout the longest that one question waits for the model
   */
  QuestionAnswering(CatalogueAnswers catalogue, Assistant assistant, EvidenceSearch search,
      ExtractiveChatModel extractive,
      ClaimSettings settings, Echo echo, String modelName, Duration timeout) {
    this.catalogue = catalogue;
    this.echo = echo;
    this.assistant = assistant;
    this.search = search;
    this.extractive = extractive;
    this.settings = settings;
    this.modelName = modelName;
    this.timeout = timeout;
  }

  /**
   * Is an answer with what it was made from.
   *
   * @param query the question as it was searched
   * @param model what wrote the answer
   * @param degraded why it is not what was to be expected, in one sentence; null where it is
   */
  public record Reply(Answer answer, String query, String model, @Nullable String degraded) {}

  /**
   * Answers a question that follows others, of which nothing is remembered afterwards.
   *
   * @param earlier what was asked and answered before, in order
   * @param listener hears the answer while it is made
   * @throws org.readingroom.search.IndexNotReadyException while the index is not ready
   * @throws AnswerCancelledException if the listener cancels
   */
  public Reply answer(Question question, List<Exchange> earlier, AnswerListener listener) {
    Recollection recollection = Recollection.of(earlier);
    List<Exchange> remembered = recollection.earlier();
    Optional<Answer> told = catalogue.answer(question, remembered, listener);
    if (told.isPresent()) {
      return new Reply(told.get(), question.text(), CatalogueAnswers.NAME, null);
    }
    @Nullable
    Answer last = remembered.isEmpty() ? null : remembered.getLast().answer();
    Set<Document> before = last != null
        ? last.citations().stream().map(citation -> citation.quote().document()).filter(search::has)
            .collect(Collectors.toSet())
        : Set.of();
    try {
      return ask(question, recollection, before, listener);
    } finally {
      assistant.evictChatMemory(recollection);
    }
  }

  private Reply ask(Question question, Recollection conversation, Set<Document> before,
      AnswerListener listener) {
    InvocationParameters parameters = new InvocationParameters();
    parameters.put(EvidenceAugmentor.LISTENER, listener);
    parameters.put(CallLimits.ATTRIBUTE, CallLimits.within(timeout, listener::isCancelled));
    parameters.put(PassageContentRetriever.FILTERS, question.filters());
    parameters.put(PassageContentRetriever.CITED, before);
    parameters.put(EvidenceAugmentor.MAX_CITATIONS, question.maxCitations());
    // Nothing is checked against another state of the index than the one that was searched.
    try (SearchSession session = search.open()) {
      parameters.put(PassageContentRetriever.SESSION, session);
      return Stage.ANSWER
          .time(() -> reply(question, assistant.answer(conversation, question.text(), parameters),
              parameters, session, listener));
    }
  }

  private Reply reply(Question question, TokenStream output, InvocationParameters parameters,
      SearchSession session, AnswerListener listener) {
    SupportScorer support = session.support();
    Retrieval retrieval = Objects.requireNonNull(parameters.get(PassageContentRetriever.RETRIEVAL),
        "the retriever leaves what it found");
    boolean isExtractive = modelName.equals(ExtractiveChatModel.NAME);
    List<RetrievedPassage> evidence = parameters.getOrDefault(EvidenceAugmentor.EVIDENCE,
        retrieval.passages());
    AnswerWriter writer = new AnswerWriter(listener, question.maxCitations(),
        quote -> session.wanted(retrieval.query(), quote.document(), quote.span()));
    if (isExtractive && extractive.isUnsure(retrieval)) {
      writer.unsure();
    }
    Drafting drafting = new Drafting(
        new ClaimChecker(retrieval.query().text(), evidence, support, settings.support()), writer,
        settings.unsupported(), echo);
    AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    AtomicBoolean denied = new AtomicBoolean();
    output.onPartialResponseWithContext((words, context) -> {
      drafting.more(words.text());
      if (drafting.isFull()) {
        context.streamingHandle().cancel();
      }
    }).onCompleteResponse(response -> denied.set(drafting.ended(orEmpty(response.aiMessage().text()))))
        .onError(failure::set).start();
    String degraded = degraded(failure.get(), drafting, writer);
    String model = modelName;
    // A model may deny what the reader is in doubt of, and nothing else.
    boolean replaced = !isExtractive && !writer.hasCitations()
        && (!denied.get() || !extractive.isUnsure(retrieval));
    if (replaced) {
      model = ExtractiveChatModel.NAME;
      if (extractive.isUnsure(retrieval)) {
        writer.unsure();
      }
      quotations(retrieval, question.maxCitations(), support).forEach(writer::quote);
    } else if (!isExtractive && writer.hasCitations() && failure.get() == null
        && !extractive.isUnsure(retrieval)) {
      // What a claim says may hold and yet be beside the question.
      quotations(retrieval, question.maxCitations(), support).forEach(writer::quoteBeside);
    }
    Answer answer = writer.finish(related(retrieval), spoken(retrieval));
    if (!isExtractive) {
      listener.judged(drafting.trace());
    }
    listener.explained(extractive.explain(retrieval, answer, drafting.trace().dropped()));
    return new Reply(answer, retrieval.query().text(), model,
        joined(degraded, session.leftOut(), session.limits(retrieval)));
  }

  /** Returns what the reader finds best. */
  private Stream<Grounded> quotations(Retrieval retrieval, int most, SupportScorer support) {
    ClaimChecker checker = new ClaimChecker(retrieval.query().text(), retrieval.passages(), support,
        settings.support());
    return extractive.claims(retrieval, most).stream().map(checker::check)
        .flatMap(checked -> checked.grounds().stream());
  }

  /** Returns why the answer is not what was to be expected: of the model, of what was not searched, of the language. */
  private static @Nullable String joined(@Nullable String degraded, List<String> leftOut,
      List<String> limits) {
    List<String> all = Stream.of(Stream.ofNullable(degraded), leftOut.stream(), limits.stream())
        .flatMap(sentences -> sentences).toList();
    return all.isEmpty() ? null : String.join(" ", all);
  }

  /** Returns what went wrong with the model and what is shown instead, in words; null where nothing did. */
  private static @Nullable String degraded(@Nullable Throwable failure, Drafting drafting,
      AnswerWriter writer) {
    if (failure == null) {
      return null;
    }
    if (!(failure instanceof ModelFault fault)) {
      throw failure instanceof RuntimeException unforeseen ? unforeseen : new IllegalStateException(failure);
    }
    if (fault.kind() == ModelFault.Kind.CANCELLED) {
      throw new AnswerCancelledException();
    }
    LOG.warn("{}", fault.getMessage());
    drafting.ended();
    return fault.getMessage() + (writer.hasCitations()
        ? " The answer is what it had said until then."
        : " The answer is made of the documents’ own sentences instead.");
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  /** Returns the names in the question that stand in the passages nearest to it. */
  private static List<String> spoken(Retrieval retrieval) {
    List<Passage> nearest = retrieval.passages().stream().limit(NEAREST).map(RetrievedPassage::passage)
        .toList();
    return retrieval.query().names().stream()
        .filter(name -> nearest.stream().anyMatch(passage -> (passage.header() + passage.text())
            .toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT))))
        .toList();
  }

  private static List<Document> related(Retrieval retrieval) {
    return retrieval.passages().stream().map(RetrievedPassage::passage).map(Passage::document).distinct()
        .limit(RELATED).toList();
  }
}
