package org.readingroom.answer;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.invocation.InvocationParameters;
import dev.langchain4j.model.TokenCountEstimator;
import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.content.aggregator.ContentAggregator;
import dev.langchain4j.rag.query.Query;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.readingroom.collection.Document;
import org.readingroom.passage.Passage;
import org.readingroom.passage.Sentence;
import org.readingroom.passage.Span;
import org.readingroom.search.Candidate;
import org.readingroom.search.PassageContentRetriever;
import org.readingroom.search.Retrieval;
import org.readingroom.search.RetrievedPassage;
import org.readingroom.search.Signal;

/**
 * Chooses the few sentences that a language model is shown: the best candidates with the sentence before where they
 * lean on it, as many as fit.
 */
final class EvidenceChooser implements ContentAggregator {

  /** The tokens around each piece of evidence: its number, title and date. */
  private static final int AROUND = 30;
  /** The most pieces of evidence. */
  private static final int MOST = 8;
  /** How many of the best candidates are looked at. */
  private static final int LOOKED = 60;

  private final TokenCountEstimator tokens;
  private final double read;
  private final int most;
  private final int room;

  /**
   * Makes a chooser.
   *
   * @param read how well each piece but the best must answer, as the reader scores it, beside the best of 1
   * @param most how many tokens the evidence has at most
   * @param room how many tokens the conversation, the question and the evidence have together
   */
  EvidenceChooser(TokenCountEstimator tokens, double read, int most, int room) {
    this.tokens = tokens;
    this.read = read;
    this.most = most;
    this.room = room;
  }

  @Override
  public List<Content> aggregate(Map<Query, Collection<List<Content>>> found) {
    List<RetrievedPassage> chosen = new ArrayList<>();
    for (Query query : found.keySet()) {
      InvocationParameters parameters = Objects.requireNonNull(query.metadata().invocationParameters());
      Retrieval retrieval = Objects.requireNonNull(parameters.get(PassageContentRetriever.RETRIEVAL));
      chosen.addAll(choose(retrieval, Math.min(most, room - taken(query))));
      parameters.put(EvidenceAugmentor.EVIDENCE, List.copyOf(chosen));
    }
    return chosen.stream().map(PassageContentRetriever::content).toList();
  }

  /** Returns the tokens of what was said before and of the question. */
  private int taken(Query query) {
    List<ChatMessage> memory = Objects.requireNonNullElse(query.metadata().chatMemory(), List.of());
    return tokens.estimateTokenCountInMessages(memory)
        + tokens.estimateTokenCountInMessage(query.metadata().chatMessage());
  }

  /**
   * Returns the evidence, the best first; what answers each part of the question comes before the rest. Of the
   * others what the reader finds beside the question is left out: small models repeat what they are shown.
   */
  List<RetrievedPassage> choose(Retrieval retrieval, int limit) {
    List<RetrievedPassage> chosen = new ArrayList<>();
    List<Candidate> candidates = retrieval.candidates();
    Stream
        .of(retrieval.parts().stream().flatMap(part -> part.stream().limit(1)), candidates.stream().limit(1),
            candidates.stream().limit(LOOKED)
                .filter(candidate -> candidate.signals().get(Signal.READ) >= read))
        .flatMap(each -> each).forEach(candidate -> {
          List<RetrievedPassage> more = with(chosen, candidate, retrieval);
          if (more.size() <= MOST && length(more) <= limit) {
            chosen.clear();
            chosen.addAll(more);
          }
        });
    return chosen;
  }

  private int length(List<RetrievedPassage> evidence) {
    return evidence.stream()
        .mapToInt(found -> AROUND + tokens.estimateTokenCountInText(found.passage().text())).sum();
  }

  /** Adds a candidate to the evidence, joined with what it overlaps or follows. */
  private static List<RetrievedPassage> with(List<RetrievedPassage> chosen, Candidate candidate,
      Retrieval retrieval) {
    RetrievedPassage home = retrieval.passages().stream()
        .filter(found -> found.passage().document().equals(candidate.document())
            && found.passage().span().contains(candidate.sentences().getFirst().span()))
        .findFirst().orElse(null);
    if (home == null) {
      return chosen;
    }
    Passage piece = passage(home.passage(), understood(candidate.sentences(), home.passage()));
    List<RetrievedPassage> all = new ArrayList<>(chosen);
    int place = all.size();
    for (int i = all.size() - 1; i >= 0; i--) {
      Optional<Passage> joined = joined(all.get(i).passage(), piece);
      if (joined.isPresent()) {
        piece = joined.get();
        all.remove(i);
        place = i;
      }
    }
    all.add(place, new RetrievedPassage(piece, home.score()));
    return all;
  }

  /** Returns sentences with the one before them in their paragraph where the first leans on it. */
  private static List<Sentence> understood(List<Sentence> sentences, Passage home) {
    Sentence first = sentences.getFirst();
    int at = home.sentences().indexOf(first);
    if (at < 1 || home.sentences().get(at - 1).paragraph() != first.paragraph()
        || !Leaning.on(home.sentences().get(at - 1).span().of(home.document().text()),
            first.span().of(home.document().text()))) {
      return sentences;
    }
    return Stream.concat(Stream.of(home.sentences().get(at - 1)), sentences.stream()).toList();
  }

  private static Optional<Passage> joined(Passage one, Passage other) {
    Document document = one.document();
    if (!document.equals(other.document())) {
      return Optional.empty();
    }
    Span first = one.span().start() <= other.span().start() ? one.span() : other.span();
    Span second = first == one.span() ? other.span() : one.span();
    boolean meet = first.end() >= second.start()
        || document.text().substring(first.end(), second.start()).isBlank();
    return meet
        ? Optional.of(passage(one, Stream.concat(one.sentences().stream(), other.sentences().stream())
            .distinct().sorted(Comparator.comparingInt(sentence -> sentence.span().start())).toList()))
        : Optional.empty();
  }

  private static Passage passage(Passage home, List<Sentence> sentences) {
    return new Passage(home.document(), home.ordinal(),
        new Span(sentences.getFirst().span().start(), sentences.getLast().span().end()), sentences);
  }
}
