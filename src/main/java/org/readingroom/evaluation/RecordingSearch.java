package org.readingroom.evaluation;

import org.jspecify.annotations.Nullable;
import org.readingroom.reading.PassageReader;
import org.readingroom.search.Filters;
import org.readingroom.search.LiveIndex;
import org.readingroom.search.PassageSearch;
import org.readingroom.search.Ranking;
import org.readingroom.search.Retrieval;

/** Keeps what was last found, so that it can be measured though no answer shows it. */
final class RecordingSearch extends PassageSearch {

  private @Nullable Retrieval last;

  RecordingSearch(LiveIndex live, Ranking ranking, PassageReader reader) {
    super(live, ranking, reader);
  }

  @Override
  public Retrieval retrieve(String text, Filters filters) {
    Retrieval retrieval = super.retrieve(text, filters);
    last = retrieval;
    return retrieval;
  }

  /** Returns what was last found. */
  Retrieval last() {
    Retrieval found = last;
    if (found == null) {
      throw new IllegalStateException("nothing has been searched for");
    }
    return found;
  }
}
