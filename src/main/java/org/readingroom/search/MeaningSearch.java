package org.readingroom.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.readingroom.passage.Passage;
import org.readingroom.passage.Sentence;
import org.readingroom.passage.Span;

/** Finds what says nearly the same as some words, by the encoder's vectors. */
public final class MeaningSearch {

  /** How many of the best passages are looked at sentence by sentence. */
  private static final int LOOKED = 6;
  /** The least cosine of what says nearly the same; the encoder's vectors of any two texts are not far apart. */
  private static final double LEAST = 0.7;

  private final LiveIndex live;
  private final PassageSearch search;

  MeaningSearch(LiveIndex live, PassageSearch search) {
    this.live = live;
    this.search = search;
  }

  /** Returns the sentence or passage nearest in meaning; none where none is near, or while there is no index. */
  public Optional<Likeness> nearest(String words) {
    if (live.state() instanceof IndexState.Closed) {
      live.openIfCurrent();
    }
    try {
      List<Likeness> spans = new ArrayList<>();
      for (RetrievedPassage found : search.search(words, Filters.NONE, LOOKED)) {
        Passage passage = found.passage();
        spans.add(new Likeness(passage.document(), passage.span(), 0));
        passage.sentences().stream().map(Sentence::span)
            .forEach(span -> spans.add(new Likeness(passage.document(), span, 0)));
      }
      return spans.isEmpty() ? Optional.empty() : nearest(words, spans);
    } catch (IndexNotReadyException e) {
      return Optional.empty();
    }
  }

  private Optional<Likeness> nearest(String words, List<Likeness> spans) {
    float[] wanted = live.model().embedPassage(words);
    return live.model().onWorkers(spans, span -> compared(wanted, span.document().text(), span)).stream()
        .filter(like -> like.similarity() >= LEAST).max(Comparator.comparingDouble(Likeness::similarity));
  }

  private Likeness compared(float[] wanted, String text, Likeness like) {
    Span span = like.span();
    float[] vector = live.model().embedPassage(span.of(text));
    double cosine = 0;
    for (int i = 0; i < vector.length; i++) {
      cosine += wanted[i] * vector[i];
    }
    return new Likeness(like.document(), span, Math.clamp(cosine, 0, 1));
  }
}
