package org.readingroom.evaluation;

import org.jspecify.annotations.Nullable;
import org.readingroom.reading.PassageReader;
import org.readingroom.search.IndexLease;
import org.readingroom.search.Inquiry;
import org.readingroom.search.LiveIndex;
import org.readingroom.search.PassageSearch;
import org.readingroom.search.Ranking;
import org.readingroom.search.Retrieval;

/** Keeps what was last found, so that candidates and grounds can be measured that no answer shows. */
final class RecordingSearch extends PassageSearch {

  private @Nullable Retrieval last;

  RecordingSearch(LiveIndex live, Ranking ranking, PassageReader reader) {
    super(live, ranking, reader);
  }

  @Override
  public Retrieval retrieve(Inquiry inquiry, IndexLease lease) {
    Retrieval retrieval = super.retrieve(inquiry, lease);
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
