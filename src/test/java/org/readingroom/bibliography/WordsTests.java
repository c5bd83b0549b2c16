package org.readingroom.bibliography;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.readingroom.collection.Creator;
import org.readingroom.collection.WorkType;

/** Reads dates, names, TeX, paths and types as bibliographies write them. */
class WordsTests {

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      2017                    | 2017                  | 2017
      2017-05                 | 2017-05               | May 2017
      2017/5/3                | 2017-05-03            | 3 May 2017
      2017-05-03T10:00:00Z    | 2017-05-03            | 3 May 2017
      2017-05-00 May 2017     | 2017-05               | May 2017
      2017-00-00 2017         | 2017                  | 2017
      05/2017                 | 2017-05               | May 2017
      May 2017                | 2017-05               | May 2017
      Sept. 2017              | 2017-09               | September 2017
      3 May 2017              | 2017-05-03            | 3 May 2017
      May 3, 2017             | 2017-05-03            | 3 May 2017
      2017/2018               | 2017-01-01/2018-12-31 | 2017 – 2018
      """)
  void readsDaysMonthsAndYears(String written, String iso, String label) {
    assertThat(WrittenDate.of(written).iso()).isEqualTo(iso);
    assertThat(WrittenDate.of(written).label()).isEqualTo(label);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "05/06/2017", "17", "circa 1950", "1950?", "n.d.", "2017-13", "31 June 2017",
      "Spring 2017", "2018/2017", "0000", "20170503"})
  void guessesNoDate(String written) {
    assertThat(WrittenDate.of(written)).isNull();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      M{\\"u}ller, \\"{U}ber \\"Uber    | Müller, Über Über
      Garc{\\'\\i}a, Erd{\\H o}s, {\\L}ukasz | García, Erdős, Łukasz
      {\\v{S}}koda \\c{c}a \\aa{} \\ss\\ x  | Škoda ça å ß x
      50\\% \\& a\\_b \\#1 \\{x\\}          | 50% & a_b #1 {x}
      H$_2$O and $\\alpha$ -- \\Omega{}      | H2O and α – Ω
      ``Quoted'' --- it's~so\\ldots        | “Quoted” — it's so…
      \\emph{Some} \\unknown[x]{words}     | Some [x]words
      \\                                  | ''
      {{{                                | ''
      """)
  void readsTex(String tex, String plain) {
    assertThat(Tex.plain(tex)).isEqualTo(plain);
  }

  @ParameterizedTest
  @CsvSource({"en,en", "en-US,en", "en_GB,en", "eng,en", "English,en", "ngerman,de", "grc,grc", "Klingon,",
      "'',",
      "x,", "en; de,"})
  void readsLanguages(String written, String code) {
    assertThat(LanguageCode.of(written)).isEqualTo(code);
  }

  @Test
  void takesBibTexNamesApart() {
    assertThat(
        Names.inBibTex("Ann Smith and Smith, Ann and {Barnes and Noble}\n  and von der Leyen, Jr, Kim and "
            + "Charles de la Vallée Poussin and Plato and {van Gogh}, Vincent and others"))
        .containsExactly(new Creator("Smith", "Ann"), new Creator("Smith", "Ann"),
            new Creator("Barnes and Noble", null), new Creator("von der Leyen Jr", "Kim"),
            new Creator("de la Vallée Poussin", "Charles"), new Creator("Plato", null),
            new Creator("van Gogh", "Vincent"));
    assertThat(Names.inCell("Smith, Ann; World Robot Organization and Jones, Bea;"))
        .containsExactly(new Creator("Smith", "Ann"), new Creator("World Robot Organization", null),
            new Creator("Jones", "Bea"));
  }

  @Test
  void findsThePathsOfAFileField() {
    assertThat(FileField.paths("a.pdf")).containsExactly("a.pdf");
    assertThat(FileField.paths(":a.pdf:PDF")).containsExactly("a.pdf");
    assertThat(FileField.paths("Full text:/x/a\\;b\\:c.pdf:application/pdf;/y/d.pdf"))
        .containsExactly("/x/a;b:c.pdf", "/y/d.pdf");
    assertThat(FileField.paths("C\\:\\\\Users\\\\x.pdf")).containsExactly("C:\\Users\\x.pdf");
    assertThat(FileField.paths("C:\\Users\\x.pdf;")).containsExactly("C:\\Users\\x.pdf");
    assertThat(FileField.paths(":C:/x.pdf:PDF")).containsExactly("C:/x.pdf");
    assertThat(FileField.paths("")).isEmpty();
  }

  @Test
  void knowsTypesInTheWordsOfAllFormats() {
    assertThat(WorkType.of("journalArticle")).contains(WorkType.ARTICLE);
    assertThat(WorkType.of("Journal Article")).contains(WorkType.ARTICLE);
    assertThat(WorkType.of("article-journal")).contains(WorkType.ARTICLE);
    assertThat(WorkType.of("InProceedings")).contains(WorkType.CONFERENCE_PAPER);
    assertThat(WorkType.of("conferencePaper")).contains(WorkType.CONFERENCE_PAPER);
    assertThat(WorkType.of("newspaperArticle")).contains(WorkType.NEWSPAPER_ARTICLE);
    assertThat(WorkType.of("letter")).contains(WorkType.LETTER);
    assertThat(WorkType.of("thesis")).contains(WorkType.THESIS);
    assertThat(WorkType.of("mastersthesis")).contains(WorkType.MASTERS_THESIS);
    assertThat(WorkType.of("misc")).isEmpty();
    assertThat(WorkType.of("")).isEmpty();
  }
}
