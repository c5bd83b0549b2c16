package org.readingroom.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.readingroom.collection.Authority;
import org.readingroom.collection.Authority.Entry;
import org.readingroom.collection.Authority.Type;
import org.readingroom.collection.Document;
import org.readingroom.collection.DocumentDate;
import org.readingroom.collection.Kind;
import org.readingroom.collection.Paragraph;
import org.readingroom.passage.Chunker;
import org.readingroom.passage.Chunking;
import org.readingroom.passage.Passage;

class QuestionTermsTests {

  private final TextAnalyzer analyzer = new TextAnalyzer(
      new Authority(List.of(new Entry(Type.PERSON, "Mao Zedong", List.of("Mao Tse-tung")))));

  private PassageIndex index(String... texts) throws IOException {
    ByteBuffersDirectory directory = new ByteBuffersDirectory();
    List<Passage> passages = new ArrayList<>();
    try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
      for (String text : texts) {
        passages.add(passage(passages.size() + 1, text));
        writer.addDocument(PassageRecords.of(passages.getLast(), "none",
            new PassageRecords.Vectors(new float[]{1, 0}, new BytesRef())));
      }
    }
    return new PassageIndex(directory, DirectoryReader.open(directory), passages, analyzer);
  }

  private static Passage passage(int number, String text) {
    LocalDate day = LocalDate.of(1950, 1, 30);
    return new Chunker(new Chunking(20, 0)).chunk(new Document("c", number, "Letter", null,
        new DocumentDate(day, day, "30 January 1950"), Kind.LETTER, null, null, null, null, text, "0",
        List.of(new Paragraph(0, text.length(), Paragraph.Role.BODY, 1, 1)), List.of())).getFirst();
  }

  private QuestionTerms terms(PassageIndex index, String question) {
    return new QuestionTerms(new QueryReader(analyzer, UnaryOperator.identity()).read(question, question, Filters.NONE), index);
  }

  @Test
  void coverageIsTheShareOfTheWeight() throws IOException {
    QuestionTerms terms = terms(index("Lead and tin.", "Lead and zinc.", "Lead and gold."), "lead tin");

    double lead = terms.coverage(terms.mask(analyzer.terms("Much lead.")));
    double tin = terms.coverage(terms.mask(analyzer.terms("Much tin.")));
    assertThat(lead).isPositive().isLessThan(tin);
    assertThat(lead + tin).isEqualTo(1, within(1e-9));
    assertThat(terms.coverage(terms.mask(analyzer.terms("Tin, lead, tin; gold")))).isEqualTo(1, within(1e-9));
    assertThat(terms.coverage(terms.mask(analyzer.terms("Gold.")))).isZero();
    assertThat(terms.coverage(0)).isZero();
  }

  @Test
  void theWordsOfANameDoNotCountBesideTheName() throws IOException {
    QuestionTerms terms = terms(index("Mao Tse-tung wrote.", "Mao wrote."), "What did Mao Zedong get?");

    assertThat(terms.mask(List.of(new Term("mao", 0, 3), new Term("zedong", 4, 10)))).isZero();
    assertThat(terms.mask(analyzer.terms("Mao Tse-tung"))).isNotZero();
  }

  @Test
  void aQuestionOfNothingKnownCoversNothing() throws IOException {
    PassageIndex index = index("Lead.");

    assertThat(terms(index, "😀").coverage(0)).isZero();
    assertThat(terms(index, "😀").mask(analyzer.terms("Lead."))).isZero();
  }

  @Test
  void aVeryLongQuestionCountsItsFirstTerms() throws IOException {
    String question = IntStream.range(100, 300).mapToObj(i -> "w" + i).collect(Collectors.joining(" "));
    QuestionTerms terms = terms(index("Lead."), question);

    assertThat(terms.coverage(terms.mask(analyzer.terms(question)))).isEqualTo(1, within(1e-9));
    assertThat(terms.mask(analyzer.terms("w100"))).isNotZero();
    assertThat(terms.mask(analyzer.terms("w299"))).isZero();
  }

  @Test
  void whatWasAskedBeforeCountsLessThanWhatIsAsked() throws IOException {
    PassageIndex index = index("Lead and tin and zinc and gold.", "Iron.");
    String text = "lead tin zinc? gold";
    QuestionTerms followUp = new QuestionTerms(new QueryReader(analyzer, UnaryOperator.identity()).read(text, "gold", Filters.NONE),
        index);
    assertThat(followUp.coverage(followUp.mask(analyzer.terms("gold")))).isCloseTo(2 / 3.0, within(1e-9));
    assertThat(followUp.coverage(followUp.mask(analyzer.terms("lead tin zinc")))).isCloseTo(1 / 3.0,
        within(1e-9));
  }
}
