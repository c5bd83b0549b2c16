package org.readingroom.collection;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Names what sort of publication a document is, in the words of the formats that references are kept in. */
public enum WorkType {
  ARTICLE("article-journal", "article", "JOUR"), MAGAZINE_ARTICLE("article-magazine", "article",
      "MGZN"), NEWSPAPER_ARTICLE("article-newspaper", "article", "NEWS"), BOOK("book", "book",
          "BOOK"), CHAPTER("chapter", "incollection", "CHAP", "bookSection inbook"), CONFERENCE_PAPER(
              "paper-conference", "inproceedings", "CPAPER",
              "conference"), THESIS("thesis", "thesis", "THES"), PHD_THESIS("thesis", "phdthesis",
                  "THES"), MASTERS_THESIS("thesis", "mastersthesis", "THES"), REPORT("report", "techreport",
                      "RPRT"), LETTER("personal_communication",
                          "misc", "PCOMM", "letter email"), MANUSCRIPT("manuscript", "unpublished",
                              "UNPB"), WEB_PAGE("webpage", "misc", "ELEC", "online electronic www");

  private final String csl;
  private final String bibTex;
  private final String ris;
  private final String others;

  WorkType(String csl, String bibTex, String ris) {
    this(csl, bibTex, ris, "");
  }

  WorkType(String csl, String bibTex, String ris, String others) {
    this.csl = csl;
    this.bibTex = bibTex;
    this.ris = ris;
    this.others = others;
  }

  /** Returns its name in the Citation Style Language. */
  public String csl() {
    return csl;
  }

  /** Returns its name in BibTeX: {@code misc} where that has none. */
  public String bibTex() {
    return bibTex;
  }

  /** Returns its name in the format of Research Information Systems. */
  public String ris() {
    return ris;
  }

  /**
   * Finds the type that a word means in one of these formats or in Zotero, where case and hyphens do not count:
   * {@code article-journal}, {@code journalArticle}, {@code JOUR}.
   */
  public static Optional<WorkType> of(String word) {
    String wanted = folded(word);
    return Arrays.stream(values()).filter(type -> type.words().anyMatch(wanted::equals)).findFirst();
  }

  private Stream<String> words() {
    // Zotero turns the words of the Citation Style Language round: journalArticle, conferencePaper.
    String[] parts = csl.split("-", 2);
    Stream<String> own = Stream.of(csl, parts[parts.length - 1] + parts[0], name(), ris);
    return Stream
        .of(own, Stream.of(bibTex).filter(word -> !word.equals("misc")), Stream.of(others.split(" ", -1)))
        .flatMap(words -> words).map(WorkType::folded).filter(word -> !word.isEmpty());
  }

  private static String folded(String word) {
    return word.replaceAll("[^\\p{L}]", "").toLowerCase(Locale.ROOT);
  }
}
