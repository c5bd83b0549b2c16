package org.readingroom.doctor;

import java.util.List;
import java.util.function.Supplier;
import org.readingroom.search.IndexState;
import org.readingroom.search.LiveIndex;

/** Looks whether the index can be searched as it is. */
final class IndexCheck implements Check {

  private final Supplier<LiveIndex> index;

  IndexCheck(Supplier<LiveIndex> index) {
    this.index = index;
  }

  @Override
  public String subject() {
    return "index";
  }

  @Override
  public String remedy() {
    return "Build it anew with: reading-room index --rebuild";
  }

  @Override
  public List<Finding> findings() {
    LiveIndex live = index.get();
    live.openIfCurrent();
    return List.of(live.state() instanceof IndexState.Ready ready
        ? Finding.ok(subject(), "The index is ready: " + ready.documents() + " documents in "
            + ready.passages() + " passages.")
        : Finding.warning(subject(), "The index is missing or out of date.",
            "The next question builds it, which takes a minute or two; so does: reading-room index"));
  }
}
