package org.readingroom.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.readingroom.collection.Authority;
import org.readingroom.text.TextAnalyzer;

/** Makes leases of an index of nothing, for searches that need none. */
public final class Leases {

  private Leases() {}

  public static IndexLease ofNothing() {
    try {
      return new IndexLease(MemorySnapshot.of(new TextAnalyzer(new Authority(List.of()))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Tells whether a lease, and with it a state that nobody else uses, is still open. */
  public static boolean isOpen(IndexLease lease) {
    try {
      return lease.index().index().size() >= 0;
    } catch (IllegalStateException e) {
      return false;
    }
  }
}
