package org.readingroom.lucene;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.lucene.index.ByteVectorValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.readingroom.index.Fields;

/** Lists the files of indexes. */
public final class IndexFiles {

  private IndexFiles() {}

  /** Returns the names of the files in a folder but the locks, in order. */
  public static List<String> in(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).filter(name -> !name.endsWith(".lock")).sorted()
          .toList();
    }
  }

  /** Returns the vector of a passage in an index of one segment. */
  public static byte[] vector(Path folder, String passage) throws IOException {
    try (Directory directory = FSDirectory.open(folder);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      LeafReader leaf = reader.leaves().getFirst().reader();
      int record = leaf.postings(new Term(Fields.ID, passage)).nextDoc();
      ByteVectorValues vectors = leaf.getByteVectorValues(Fields.VECTOR);
      KnnVectorValues.DocIndexIterator at = vectors.iterator();
      at.advance(record);
      return vectors.vectorValue(at.index()).clone();
    }
  }

  /** Returns the names of the files that the last commit in a folder holds, in order. */
  public static List<String> held(Path folder) throws IOException {
    try (Directory directory = FSDirectory.open(folder)) {
      return SegmentInfos.readLatestCommit(directory).files(true).stream().sorted().toList();
    }
  }
}
