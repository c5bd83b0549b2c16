package org.readingroom.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.readingroom.collection.Collection;
import org.readingroom.collection.Document;
import org.readingroom.collection.Reader;
import org.readingroom.index.PassageEmbedder;
import org.readingroom.passage.Chunker;
import org.readingroom.passage.Chunking;
import org.readingroom.passage.Passage;
import org.readingroom.passage.Span;

class GrownCollectionTests {

  private static final Chunker CHUNKER = new Chunker(new Chunking(120, 0));

  private final Collection grown = new GrownCollection(Reader.COLLECTION).of(3);

  private static List<Span> passages(Document document) {
    return CHUNKER.chunk(document).stream().map(Passage::span).toList();
  }

  @Test
  void numbersAllDocumentsAndCutsCopiesAlike() {
    List<Document> documents = grown.documents();
    int own = Reader.COLLECTION.documents().size();

    assertThat(documents).hasSize(3 * own).extracting(Document::number).doesNotHaveDuplicates();
    assertThat(documents).extracting(Document::sha256).doesNotHaveDuplicates();
    for (int i = 0; i < own; i += 9) {
      assertThat(passages(documents.get(2 * own + i))).isEqualTo(passages(documents.get(i)));
      assertThat(documents.get(own + i).text()).hasSize(documents.get(i).length())
          .isEqualTo(documents.get(own + i).text());
    }
  }

  @Test
  void changesSomeOfTheWordsInEachCopyOtherwise() {
    int own = Reader.COLLECTION.documents().size();
    String[] first = grown.documents().get(6).text().split("\\s+");
    String[] second = grown.documents().get(own + 6).text().split("\\s+");
    String[] third = grown.documents().get(2 * own + 6).text().split("\\s+");

    assertThat(differing(first, second)).isBetween(0.02, 0.15);
    assertThat(differing(second, third)).isBetween(0.04, 0.3);
  }

  private static double differing(String[] one, String[] other) {
    assertThat(other).hasSameSizeAs(one);
    return IntStream.range(0, one.length).filter(i -> !one[i].equals(other[i])).count() / (double) one.length;
  }

  @Test
  void givesCopiesVectorsNearTheFirstOnes() {
    List<String> embedded = new ArrayList<>();
    PassageEmbedder vectors = GrownCollection.vectors(3, texts -> texts.stream().map(text -> {
      embedded.add(text);
      float[] vector = new float[64];
      vector[embedded.size()] = 1;
      return vector;
    }).toList());
    List<float[]> made = new ArrayList<>(vectors.embed(List.of("a", "b")));
    made.addAll(vectors.embed(List.of("c", "a2", "b2", "c2", "a3")));

    assertThat(embedded).containsExactly("a", "b", "c");
    assertThat(made).hasSize(7)
        .allSatisfy(vector -> assertThat(dot(vector, vector)).isCloseTo(1, within(1e-4)));
    assertThat(dot(made.get(0), made.get(3))).isBetween(0.9, 0.99);
    assertThat(dot(made.get(0), made.get(4))).isLessThan(0.3);
    assertThat(dot(made.get(3), made.get(6))).isLessThan(0.97);
  }

  private static double dot(float[] one, float[] other) {
    double dot = 0;
    for (int i = 0; i < one.length; i++) {
      dot += one[i] * other[i];
    }
    return dot;
  }
}
