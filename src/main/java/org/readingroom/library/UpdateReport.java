package org.readingroom.library;

import java.nio.file.Path;
import java.util.List;

/**
 * Says what an update did.
 *
 * @param files what became of each file that was found, in the order in which they were looked at
 * @param removed the paths of files that are gone
 * @param missing places that are not there now, or in which nothing is; nothing of theirs was removed
 * @param remarks one sentence on each bibliography among the files that cannot be read
 * @param cancelled whether it ended before all files were looked at
 */
public record UpdateReport(List<FileRecord> files, List<String> removed, List<Path> missing,
    List<String> remarks, boolean cancelled) {

  public UpdateReport {
    files = List.copyOf(files);
    removed = List.copyOf(removed);
    missing = List.copyOf(missing);
    remarks = List.copyOf(remarks);
  }

  /** Returns the files of which there is nothing to ask, and places that are not there do not count. */
  public List<FileRecord> troubles() {
    return files.stream().filter(FileRecord::isTrouble).toList();
  }
}
