package org.readingroom.search;

import org.readingroom.index.IndexException;

/** Is thrown when something is searched for while the index is not ready. */
public final class IndexNotReadyException extends IndexException {

  private static final long serialVersionUID = 1L;

  private final transient IndexState state;

  public IndexNotReadyException(IndexState state) {
    super(switch (state) {
      case IndexState.Building building ->
        "The index is being built: " + building.done() + " of " + building.total() + " passages.";
      case IndexState.Failed failed -> failed.reason();
      default -> "The index is not open yet.";
    });
    this.state = state;
  }

  /** Returns the sentence for those who are not to know why an index failed, which may name folders. */
  public String publicReason() {
    return state instanceof IndexState.Failed
        ? "The index cannot be opened or built; the program's log says why."
        : reason();
  }

  public IndexState state() {
    return state;
  }
}
