package org.readingroom.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.readingroom.collection.Authority;
import org.readingroom.collection.Document;
import org.readingroom.collection.Kind;
import org.readingroom.collection.Reader;
import org.readingroom.index.IndexField;
import org.readingroom.index.PassageFilter;
import org.readingroom.index.PassageIndex;
import org.readingroom.index.SmallCollection;
import org.readingroom.passage.Chunker;
import org.readingroom.passage.Chunking;
import org.readingroom.passage.Passage;
import org.readingroom.text.TextAnalyzer;

class LuceneIndexTests {

  private static final TextAnalyzer ANALYZER = new TextAnalyzer(new Authority(List.of()));

  @Test
  void givesBackThePassagesThatWereIndexed() throws IOException {
    List<Passage> passages = new ArrayList<>();
    for (Document document : Reader.COLLECTION.documents().subList(0, 20)) {
      passages.addAll(new Chunker(new Chunking(120, 1)).chunk(document));
    }
    PassageIndex index = MemoryIndex.of(ANALYZER, passages);

    assertThat(index.size()).isEqualTo(passages.size());
    assertThat(index.all(PassageFilter.NONE)).isEqualTo(passages);
    Passage middle = passages.stream().filter(passage -> passage.ordinal() == 1).findFirst().orElseThrow();
    assertThat(index.all(PassageFilter.passages(Set.of(middle.id())))).containsExactly(middle);
    index.release();
  }

  /** A sequence of bases, or a page in a script without spaces, is no word of which an index makes a term. */
  @Test
  void leavesOutRunsOfLettersThatAreNoWords() throws IOException {
    String text = "The sequence is " + "G" + "attaca".repeat(8_000) + " in Chengdu.";
    Document document = SmallCollection.document(1, "Genes", SmallCollection.LEAD.date(), Kind.NOTE, null,
        null,
        text);
    PassageIndex index = MemoryIndex.of(ANALYZER, new Chunker(new Chunking(120, 0)).chunk(document));

    assertThat(index.counts(IndexField.WORDS, List.of("sequence", "chengdu", "attaca".repeat(10))).values())
        .containsExactlyInAnyOrder(1, 1, 0);
    index.release();
  }
}
