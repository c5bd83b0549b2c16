package org.readingroom.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.readingroom.collection.Authority;
import org.readingroom.collection.Authority.Entry;
import org.readingroom.collection.Authority.Type;

class TextAnalyzerTests {

  private static final String STALIN = "§JOSEPH_STALIN";
  private static final String KIM = "§KIM_IL_SUNG";

  private final TextAnalyzer analyzer = new TextAnalyzer(new Authority(List.of(
      new Entry(Type.PERSON, "Joseph Stalin", List.of("Stalin", "Filippov", "Fyn Si")),
      new Entry(Type.PERSON, "Kim Il Sung", List.of("Kim Il-sung", "Kim")),
      new Entry(Type.PERSON, "P’eng Te-huai", List.of("Peng Dehuai")),
      new Entry(Type.PERSON, "Pál Maléter", List.of()))));

  @Test
  void cutsWordsToTheirStems() {
    assertThat(terms("The divisions were marching")).containsExactly("the", "divis", "were", "march");
  }

  @Test
  void putsTheNameBesideEveryFormOfIt() {
    for (String form : List.of("Joseph Stalin", "stalin", "FILIPPOV", "Fyn Si", "Fyn-Si", "Stalin's",
        "Stalin’s")) {
      assertThat(terms(form)).as(form).contains(STALIN);
    }
    assertThat(terms("Filippov")).contains("filippov");
  }

  @Test
  void takesTheLongerOfTwoForms() {
    assertThat(terms("Comrade Kim Il Sung writes")).containsOnlyOnce(KIM);
    assertThat(analyzer.terms("Comrade Kim Il-sung writes")).filteredOn(Term::isName).singleElement()
        .isEqualTo(new Term(KIM, 8, 19));
  }

  @Test
  void knowsTheEntryOfAName() {
    assertThat(analyzer.entry(STALIN)).extracting(Entry::name).isEqualTo("Joseph Stalin");
    assertThat(analyzer.entry("stalin")).isNull();
  }

  @Test
  void ignoresAccentsAndApostrophes() {
    assertThat(terms("Pal Maleter")).contains("§PAL_MALETER");
    String peng = "§PENG_TE_HUAI";
    for (String form : List.of("P’eng Te-huai", "P'eng Te-huai", "Peng Te-huai", "PENG DEHUAI")) {
      assertThat(terms(form)).as(form).contains(peng);
    }
  }

  @Test
  void cutsSoutheastAsianWritingIntoPairsOfCharactersWithTheirMarks() {
    assertThat(analyzer.terms("MiG เกาหลี ก")).containsExactly(new Term("mig", 0, 3), new Term("เก", 4, 6),
        new Term("กา", 5, 7), new Term("าห", 6, 8), new Term("หลี", 7, 10), new Term("ก", 11, 12));
    assertThat(terms("ကိုရီးယား")).hasSizeGreaterThan(2).allMatch(pair -> "ကိုရီးယား".contains(pair));
    assertThat(terms("สงครามเกาหลี")).containsAll(terms("เกาหลี"));
  }

  @Test
  void cutsWritingThatDoesNotTellWhereWordsEndIntoPairs() {
    assertThat(terms("石桥建于")).containsExactly("石桥", "桥建", "建于");
    assertThat(terms("灯台はガラス")).contains("灯台", "ガラ", "ラス");
    assertThat(terms("ｶﾞﾗｽ")).isEqualTo(terms("ガラス"));
    assertThat(terms("학교가")).containsExactly("학교", "교가");
    assertThat(terms("茶")).containsExactly("茶");
    assertThat(analyzer.terms("MiG-15 石桥")).extracting(Term::text).containsExactly("mig", "15", "石桥");
    assertThat(analyzer.terms("a 石桥").getLast()).isEqualTo(new Term("石桥", 2, 4));
  }

  @Test
  void leavesWordsOfOtherAlphabetsWhole() {
    assertThat(terms("Завод основал КУПЕЦ")).containsExactly("завод", "основал", "купец");
    assertThat(terms("سوق النحاسين")).containsExactly("سوق", "النحاسين");
  }

  @Test
  void readsNumbersWithAndWithoutSeparators() {
    assertThat(terms("25,000 tons")).containsExactly("25000", "ton");
    assertThat(terms("25.000")).containsExactly("25000");
    assertThat(terms("1,234,567")).containsExactly("1234567");
    assertThat(terms("2.5")).containsExactly("2.5");
    assertThat(terms("in 1950, 30 men")).containsExactly("in", "1950", "30", "men");
  }

  @Test
  void readsThePluralOfANumber() {
    assertThat(terms("MiG-15s")).containsExactly("mig", "15");
    assertThat(terms("in the 1950s")).containsExactly("in", "the", "1950");
    assertThat(terms("15bis")).containsExactly("15bi");
  }

  @Test
  void takesOneFormThatRunsIntoAnotherAsOneName() {
    TextAnalyzer titles = new TextAnalyzer(new Authority(List.of(
        new Entry(Type.PERSON, "Mao Zedong", List.of("Mao", "Mao Tse tung", "Chairman Mao")))));

    assertThat(titles.terms("Chairman Mao Tse-tung spoke")).filteredOn(Term::isName).singleElement()
        .isEqualTo(new Term("§MAO_ZEDONG", 0, 21));
    assertThat(titles.terms("Chairman Mao spoke")).filteredOn(Term::isName).singleElement()
        .isEqualTo(new Term("§MAO_ZEDONG", 0, 12));
  }

  @Test
  void readsSmallNumbersInWords() {
    assertThat(terms("three divisions")).contains("3");
  }

  @Test
  void keepsThePlacesOfTermsInTheText() {
    String text = "To Filippov: 25,000 tons.";
    assertThat(analyzer.terms(text)).extracting(term -> text.substring(term.start(), term.end()))
        .containsExactly("To", "Filippov", "Filippov", "25,000", "tons");
  }

  private List<String> terms(String text) {
    return analyzer.terms(text).stream().map(Term::text).toList();
  }
}
