package org.readingroom.answer;

import dev.langchain4j.invocation.InvocationParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.readingroom.answer.Claims.Claim;
import org.readingroom.collection.Document;
import org.readingroom.passage.Passage;
import org.readingroom.passage.Span;
import org.readingroom.search.Filters;
import org.readingroom.search.PassageContentRetriever;
import org.readingroom.search.PassageSearch;
import org.readingroom.search.Retrieval;
import org.readingroom.search.RetrievedPassage;
import org.readingroom.timing.Stage;

/** Asks the assistant and makes an answer of what it says, with nothing quoted that was not checked. */
public class QuestionAnswering {

  private static final int RELATED = 3;

  private final Assistant assistant;
  private final PassageSearch search;
  private final AnswerWriter writer = new AnswerWriter();
  private final String modelName;

  QuestionAnswering(Assistant assistant, PassageSearch search, String modelName) {
    this.assistant = assistant;
    this.search = search;
    this.modelName = modelName;
  }

  /**
   * Is an answer with what it was made from.
   *
   * @param query the question as it was searched
   * @param model what wrote the answer
   */
  public record Reply(Answer answer, String query, String model) {}

  /**
   * Answers a question within a conversation, whose earlier questions it remembers.
   *
   * @param before numbers of the documents cited in the answer before
   * @param listener hears the answer while it is made
   * @throws org.readingroom.search.IndexNotReadyException while the index is not ready
   * @throws AnswerCancelledException if the listener cancels
   */
  public Reply answer(Question question, String conversationId, Set<Integer> before,
      AnswerListener listener) {
    return ask(question, conversationId, before, listener);
  }

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
    Set<Integer> before = !earlier.isEmpty() && earlier.getLast().answer() instanceof Answer.Answered answered
        ? answered.citations().stream().map(citation -> citation.quote().document().number())
            .collect(Collectors.toSet())
        : Set.of();
    try {
      return ask(question, recollection, before, listener);
    } finally {
      assistant.evictChatMemory(recollection);
    }
  }

  private Reply ask(Question question, Object conversation, Set<Integer> before, AnswerListener listener) {
    InvocationParameters parameters = new InvocationParameters();
    parameters.put(EvidenceAugmentor.LISTENER, listener);
    parameters.put(PassageContentRetriever.FILTERS, question.filters());
    parameters.put(PassageContentRetriever.CITED, before);
    parameters.put(EvidenceAugmentor.MAX_CITATIONS, question.maxCitations());
    Filters filters = question.filters();
    String output = Stage.ANSWER
        .time(() -> assistant.answer(conversation, question.text(), parameters).content());
    Retrieval retrieval = parameters.get(PassageContentRetriever.RETRIEVAL);
    if (retrieval == null) {
      retrieval = search.retrieve(question.text(), filters);
    }
    List<AnswerWriter.Cited> cited = new ArrayList<>();
    for (Claim claim : Claims.read(output).claims()) {
      Retrieval found = retrieval;
      Stage.VERIFY.time(() -> quote(claim, found)).filter(quote -> cited.size() < question.maxCitations())
          .filter(quote -> cited.stream().noneMatch(c -> c.quote().equals(quote)))
          .ifPresent(
              quote -> cited.add(new AnswerWriter.Cited(quote, emphasis(found, quote), score(found, claim))));
    }
    Answer answer = cited.isEmpty() ? writer.abstained(related(retrieval)) : writer.answered(cited);
    tell(answer, listener);
    return new Reply(answer, retrieval.query().text(), modelName);
  }

  private static void tell(Answer answer, AnswerListener listener) {
    int told = 0;
    if (answer instanceof Answer.Answered answered) {
      for (Citation citation : answered.citations()) {
        listener.wrote(answer.text().substring(told, citation.answerSpan().end()));
        listener.cited(citation);
        told = citation.answerSpan().end();
      }
    }
    if (told < answer.text().length()) {
      listener.wrote(answer.text().substring(told));
    }
  }

  /** Forgets what was said in a conversation. */
  public void forget(String conversationId) {
    assistant.evictChatMemory(conversationId);
  }

  /** Finds the words of a claim in its evidence, or in what follows it in the document, and checks them. */
  private static Optional<Quote> quote(Claim claim, Retrieval retrieval) {
    if (claim.evidence() < 1 || claim.evidence() > retrieval.passages().size() || claim.quote().isBlank()) {
      return Optional.empty();
    }
    Passage passage = retrieval.passages().get(claim.evidence() - 1).passage();
    Document document = passage.document();
    int start = document.text().indexOf(claim.quote(), passage.span().start());
    if (start < 0) {
      return Optional.empty();
    }
    try {
      Span span = new Span(start, start + claim.quote().length());
      return Optional.of(Quote.verified(document, span, claim.quote()));
    } catch (UnverifiedQuoteException e) {
      return Optional.empty();
    }
  }

  private List<Span> emphasis(Retrieval retrieval, Quote quote) {
    return search.wanted(retrieval.query(), quote.document(), quote.span());
  }

  private static double score(Retrieval retrieval, Claim claim) {
    return Math.clamp(retrieval.passages().get(claim.evidence() - 1).score(), 0, 1);
  }

  private static List<Document> related(Retrieval retrieval) {
    return retrieval.passages().stream().map(RetrievedPassage::passage).map(Passage::document).distinct()
        .limit(RELATED).toList();
  }
}
