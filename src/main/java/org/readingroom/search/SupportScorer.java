package org.readingroom.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.readingroom.collection.Document;
import org.readingroom.passage.Passage;
import org.readingroom.passage.Span;
import org.readingroom.reading.PassageReader;
import org.readingroom.reading.ReadablePassage;
import org.readingroom.reading.Reading;
import org.readingroom.text.TextAnalyzer;

/**
 * Judges how well passages support a claim: a reader estimates it, and rules see to what is certain.
 *
 * <p>
 * What a claim cannot do without must be there ({@link Support#missing}), and a claim that copies a passage must not
 * alter it ({@link #compare}).
 */
public final class SupportScorer {

  /** What a sentence's score gains with each point of its passage's, as the reader was trained. */
  private static final double PASSAGE = 0.5;
  private static final int MAX_SENTENCES = 3;
  private static final int MAX_LENGTH = 500;

  private final TextAnalyzer analyzer;
  private final PassageReader reader;
  private final ToDoubleFunction<String> rarity;
  /** The passages as claims are compared with them: all claims of an answer are compared with the same. */
  private final Map<Passage, Known> known = Collections.synchronizedMap(new IdentityHashMap<>());

  /**
   * Makes a scorer.
   *
   * @param rarity tells how rare a term is, from 0 to 1
   * @param reader estimates how well a passage supports a claim
   */
  SupportScorer(TextAnalyzer analyzer, ToDoubleFunction<String> rarity, PassageReader reader) {
    this.reader = reader.weighing(rarity);
    this.analyzer = analyzer;
    this.rarity = rarity;
  }

  /**
   * Returns how well each of some passages supports a claim, the best first.
   *
   * <p>
   * The support of a passage is the sentence that supports best, with those beside it that support, too, or have what
   * the claim cannot do without.
   */
  public List<Support> read(String claim, List<Passage> passages) {
    Claimed claimed = Claimed.of(claim, analyzer, rarity);
    List<Reading> readings = reader.support(claim, passages.stream().map(AnswerReader::readable).toList());
    return IntStream.range(0, passages.size())
        .mapToObj(i -> support(claimed, passages.get(i), readings.get(i)))
        .sorted(Comparator.comparing((Support support) -> !support.missing().isEmpty())
            .thenComparing(Comparator.comparingDouble(Support::score).reversed()))
        .toList();
  }

  /**
   * Returns how well some passages together support a claim, read as one: what each of them has to say to it, and what
   * is missing in all.
   */
  public List<Support> readTogether(String claim, List<Passage> passages) {
    Claimed claimed = Claimed.of(claim, analyzer, rarity);
    List<ReadablePassage> parts = passages.stream().map(AnswerReader::readable).toList();
    Reading reading = reader.support(claim, List.of(new ReadablePassage(
        parts.stream().map(ReadablePassage::header).distinct().collect(Collectors.joining("; ")),
        parts.stream().flatMap(part -> part.sentences().stream()).toList()))).getFirst();
    List<Support> supports = new ArrayList<>();
    int from = 0;
    for (Passage passage : passages) {
      int to = from + passage.sentences().size();
      supports.add(
          support(claimed, passage, new Reading(reading.answers(), reading.sentences().subList(from, to))));
      from = to;
    }
    Set<String> missing = new LinkedHashSet<>(supports.getFirst().missing());
    supports.forEach(support -> missing.retainAll(support.missing()));
    return supports.stream()
        .map(
            support -> new Support(support.document(), support.span(), support.score(), List.copyOf(missing)))
        .toList();
  }

  private Support support(Claimed claimed, Passage passage, Reading reading) {
    List<Double> sentences = reading.sentences();
    int best = IntStream.range(0, sentences.size()).boxed().max(Comparator.comparing(sentences::get))
        .orElse(0);
    Essentials essentials = known(passage).essentials();
    List<Run> runs = new ArrayList<>();
    for (int first = Math.max(0, best - MAX_SENTENCES + 1); first <= best; first++) {
      for (int last = best; last < Math.min(sentences.size(), first + MAX_SENTENCES); last++) {
        Span span = new Span(passage.sentences().get(first).span().start(),
            passage.sentences().get(last).span().end());
        if (span.length() <= MAX_LENGTH || first == last) {
          runs.add(new Run(span,
              sentences.subList(first, last + 1).stream().mapToDouble(Double::doubleValue).sum(),
              essentials.missing(claimed, span)));
        }
      }
    }
    Run chosen = runs.stream().min(Comparator.comparingInt((Run run) -> run.missing().size())
        .thenComparing(Comparator.comparingDouble(Run::gain).reversed())).orElseThrow();
    double odds = sentences.get(best) + PASSAGE * reading.answers();
    return new Support(passage.document(), chosen.span(), 1 / (1 + Math.exp(-odds)), chosen.missing());
  }

  /** Holds sentences in a row, the sum of their scores, and what they lack. */
  private record Run(Span span, double gain, List<String> missing) {}

  /**
   * Compares a claim with passages, word by word; one that copies any of them faithfully is copied. See
   * {@link CloseCopy} for what makes it say something else.
   */
  public Copying compare(String claim, List<Passage> passages) {
    ComparedText compared = ComparedText.of(claim, analyzer);
    return passages.stream().map(this::known)
        .map(known -> CloseCopy.of(compared, known.text(), known.heading()))
        .max(Comparator.naturalOrder()).orElse(Copying.NONE);
  }

  /** Holds a passage as claims are compared with it. */
  private record Known(ComparedText text, Heading heading, Essentials essentials) {}

  private Known known(Passage passage) {
    return known.computeIfAbsent(passage, unknown -> {
      Document document = unknown.document();
      Essentials essentials = new Essentials(unknown, analyzer);
      Predicate<ComparedText.Word> from = isIn(document.from());
      Predicate<ComparedText.Word> to = isIn(document.to());
      Predicate<ComparedText.Word> dated = word -> word.date() != null && essentials.isOwn(word.date());
      return new Known(ComparedText.of(unknown, analyzer),
          new Heading(from, to, from.or(to).or(isIn(document.title())).or(dated), essentials::isOfItsYear),
          essentials);
    });
  }

  private Predicate<ComparedText.Word> isIn(@Nullable String text) {
    List<ComparedText.Word> words = text == null ? List.of() : ComparedText.of(text, analyzer).words();
    return word -> words.stream().anyMatch(word::is);
  }
}
