package org.readingroom.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/** Lists the files of indexes. */
final class IndexFiles {

  private IndexFiles() {}

  /** Returns the names of the files in a folder but the locks, in order. */
  static List<String> in(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).filter(name -> !name.endsWith(".lock")).sorted()
          .toList();
    }
  }

  /** Returns the names of the files that the last commit in a folder holds, in order. */
  static List<String> held(Path folder) throws IOException {
    try (Directory directory = FSDirectory.open(folder)) {
      return SegmentInfos.readLatestCommit(directory).files(true).stream().sorted().toList();
    }
  }
}
