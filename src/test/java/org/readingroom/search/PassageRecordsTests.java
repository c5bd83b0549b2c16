package org.readingroom.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;
import org.readingroom.collection.Authority;
import org.readingroom.collection.Document;
import org.readingroom.collection.Kind;
import org.readingroom.collection.Reader;
import org.readingroom.passage.Chunker;
import org.readingroom.passage.Chunking;
import org.readingroom.passage.Passage;

class PassageRecordsTests {

  private static final TextAnalyzer ANALYZER = new TextAnalyzer(new Authority(List.of()));
  private static final byte[] VECTOR = Vectors.bytes(new float[]{0.5f, 0.1f});

  private static PassageIndex index(List<Passage> passages) throws IOException {
    ByteBuffersDirectory directory = new ByteBuffersDirectory();
    try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(ANALYZER))) {
      for (Passage passage : passages) {
        writer.addDocument(PassageRecords.of(passage, IndexKey.of(passage.document()),
            IndexKey.digestOf(passage.text()), VECTOR));
      }
    }
    return new PassageIndex(directory, DirectoryReader.open(directory),
        passages.stream().map(Passage::document).distinct().toList(), ANALYZER);
  }

  @Test
  void givesBackThePassagesThatWereIndexed() throws IOException {
    List<Passage> passages = new ArrayList<>();
    for (Document document : Reader.COLLECTION.documents().subList(0, 20)) {
      passages.addAll(new Chunker(new Chunking(120, 1)).chunk(document));
    }
    PassageIndex index = index(passages);

    List<Passage> read = passages.stream().map(Passage::document).map(Document::number).distinct()
        .flatMap(number -> index.records(number).stream()).map(index::passage).toList();
    assertThat(read).isEqualTo(passages);
    Passage middle = passages.stream().filter(passage -> passage.ordinal() == 1).findFirst().orElseThrow();
    assertThat(index.beside(middle)).extracting(record -> index.passage(record).ordinal()).containsExactly(0,
        2);
    index.release();
  }

  /** A sequence of bases, or a page in a script without spaces, is no word of which an index makes a term. */
  @Test
  void leavesOutRunsOfLettersThatAreNoWords() throws IOException {
    String text = "The sequence is " + "G" + "attaca".repeat(8_000) + " in Chengdu.";
    Document document = SmallCollection.document(1, "Genes", SmallCollection.LEAD.date(), Kind.NOTE, null,
        null,
        text);
    PassageIndex index = index(new Chunker(new Chunking(120, 0)).chunk(document));

    assertThat(index.hasWord("sequence")).isTrue();
    assertThat(index.hasWord("chengdu")).isTrue();
    assertThat(index.hasWord("attaca".repeat(10))).isFalse();
    index.release();
  }
}
