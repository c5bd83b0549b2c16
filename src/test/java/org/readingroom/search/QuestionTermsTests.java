package org.readingroom.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.readingroom.collection.Authority;
import org.readingroom.collection.Authority.Entry;
import org.readingroom.collection.Authority.Type;
import org.readingroom.text.Term;
import org.readingroom.text.TextAnalyzer;

class QuestionTermsTests {

  private final TextAnalyzer analyzer = new TextAnalyzer(
      new Authority(List.of(new Entry(Type.PERSON, "Mao Zedong", List.of("Mao Tse-tung")))));

  private IndexSnapshot index(String... texts) throws IOException {
    return MemorySnapshot.of(analyzer, texts);
  }

  private QuestionTerms terms(IndexSnapshot index, String question) {
    return new QuestionTerms(
        new QueryReader(analyzer, UnaryOperator.identity()).read(question, question, Filters.NONE), index);
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
    IndexSnapshot index = index("Lead.");

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
    IndexSnapshot index = index("Lead and tin and zinc and gold.", "Iron.");
    String text = "lead tin zinc? gold";
    QuestionTerms followUp = new QuestionTerms(
        new QueryReader(analyzer, UnaryOperator.identity()).read(text, "gold", Filters.NONE),
        index);
    assertThat(followUp.coverage(followUp.mask(analyzer.terms("gold")))).isCloseTo(2 / 3.0, within(1e-9));
    assertThat(followUp.coverage(followUp.mask(analyzer.terms("lead tin zinc")))).isCloseTo(1 / 3.0,
        within(1e-9));
  }
}
