package org.readingroom.search;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.readingroom.collection.Document;
import org.readingroom.collection.DocumentDate;
import org.readingroom.collection.Kind;
import org.readingroom.collection.Paragraph;
import org.readingroom.passage.Chunker;
import org.readingroom.passage.Chunking;
import org.readingroom.passage.Passage;

/** Makes indexes of a few texts in memory, without vectors of any meaning. */
final class MemoryIndex {

  private MemoryIndex() {}

  /** Indexes the first passage of each text. */
  static PassageIndex of(TextAnalyzer analyzer, String... texts) throws IOException {
    ByteBuffersDirectory directory = new ByteBuffersDirectory();
    List<Passage> passages = new ArrayList<>();
    try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
      for (String text : texts) {
        passages.add(passage(passages.size() + 1, text));
        writer.addDocument(PassageRecords.of(passages.getLast(), IndexKey.of(passages.getLast().document()),
            IndexKey.digestOf("none"), Vectors.bytes(new float[]{0.5f, 0})));
      }
    }
    return new PassageIndex(directory, DirectoryReader.open(directory),
        passages.stream().map(Passage::document).toList(), analyzer);
  }

  private static Passage passage(int number, String text) {
    LocalDate day = LocalDate.of(1950, 1, 30);
    return new Chunker(new Chunking(20, 0)).chunk(new Document("c", number, "Letter", null,
        new DocumentDate(day, day, "30 January 1950"), Kind.LETTER, null, null, null, null, text, "0",
        List.of(new Paragraph(0, text.length(), Paragraph.Role.BODY, 1, 1)), List.of())).getFirst();
  }
}
