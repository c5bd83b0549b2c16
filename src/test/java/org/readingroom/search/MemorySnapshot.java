package org.readingroom.search;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.readingroom.collection.Document;
import org.readingroom.collection.DocumentDate;
import org.readingroom.collection.Kind;
import org.readingroom.collection.Paragraph;
import org.readingroom.lucene.MemoryIndex;
import org.readingroom.passage.Chunker;
import org.readingroom.passage.Chunking;
import org.readingroom.passage.Passage;
import org.readingroom.text.TextAnalyzer;

/** Makes indexes of a few texts in memory, without vectors of any meaning. */
final class MemorySnapshot {

  private MemorySnapshot() {}

  /** Indexes the first passage of each text. */
  static IndexSnapshot of(TextAnalyzer analyzer, String... texts) throws IOException {
    List<Passage> passages = new ArrayList<>();
    for (String text : texts) {
      passages.add(passage(passages.size() + 1, text));
    }
    return new IndexSnapshot(MemoryIndex.of(analyzer, passages),
        passages.stream().map(Passage::document).toList(), analyzer);
  }

  private static Passage passage(int number, String text) {
    LocalDate day = LocalDate.of(1950, 1, 30);
    return new Chunker(new Chunking(20, 0)).chunk(new Document("c", number, "Letter", null,
        new DocumentDate(day, day, "30 January 1950"), Kind.LETTER, null, null, null, null, text, "0",
        List.of(new Paragraph(0, text.length(), Paragraph.Role.BODY, 1, 1)), List.of())).getFirst();
  }
}
