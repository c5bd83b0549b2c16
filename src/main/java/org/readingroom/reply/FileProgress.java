package org.readingroom.reply;

import org.jspecify.annotations.Nullable;
import org.readingroom.library.Library;
import org.readingroom.reply.CollectionReply.ProgressReply;

/** Tells how far reading the files of collections has got. */
@FunctionalInterface
public interface FileProgress {

  /** Returns how many files of a collection are read; null where nothing is being read. */
  @Nullable
  ProgressReply progress(String id);

  /** Returns what knows of the files that wait for whichever program reads them. */
  static FileProgress waiting(Library library) {
    return id -> {
      int waiting = library.waiting(id).size();
      return waiting == 0 ? null : new ProgressReply(0, waiting);
    };
  }
}
