package org.readingroom.reference;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.readingroom.collection.Collection;
import org.readingroom.collection.Document;
import org.readingroom.collection.DocumentDate;
import org.readingroom.collection.Kind;
import org.readingroom.collection.Reader;
import org.readingroom.passage.Span;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Compares references with golden files, and holds every document's against the rules of each format. */
class ReferenceFormatsTests {

  private static final Path GOLDEN = Path.of("src/test/resources/org/readingroom/reference");
  private static final Path ACTUAL = Path.of("target/references");
  private static final Collection READER = Reader.COLLECTION;

  private final Reference reference = new Reference(READER);

  @ParameterizedTest
  @EnumSource(ReferenceFormat.class)
  void aTelegramAndAQuotationOfIt(ReferenceFormat format) throws IOException {
    Document telegram = READER.document(7).orElseThrow();
    String words = "We would like to receive from Korea a yearly minimum of 25,000 tons of lead.";
    int start = telegram.text().indexOf(words);

    isAsKept("telegram", format, reference.write(telegram, null, format));
    isAsKept("quotation", format,
        reference.write(telegram, new Span(start, start + words.length()), format));
  }

  @ParameterizedTest
  @EnumSource(ReferenceFormat.class)
  void twoAuthorsAMemorandumAndAStretchOfDays(ReferenceFormat format) throws IOException {
    isAsKept("memorandum", format, reference.write(READER.document(2).orElseThrow(), null, format));
    Document stretch = READER.documents().stream().filter(d -> d.date().iso().contains("/")).findFirst()
        .orElseThrow();
    isAsKept("stretch", format, reference.write(stretch, null, format));
  }

  @ParameterizedTest
  @EnumSource(ReferenceFormat.class)
  void hostileCharactersStayWithinTheirField(ReferenceFormat format) throws IOException {
    isAsKept("hostile", format, reference.write(HOSTILE, new Span(0, HOSTILE.text().length()), format));
  }

  @Test
  void everyRisRecordIsTagsAndValuesBetweenTyAndEr() {
    for (Document document : READER.documents()) {
      String ris = reference.write(document, null, ReferenceFormat.RIS);
      assertThat(ris).startsWith("TY  - ").endsWith("\r\nER  - \r\n");
      assertThat(ris.split("\r\n")).allMatch(line -> line.matches("[A-Z][A-Z0-9]  - .*"));
      assertThat(ris.replace("\r\n", "")).doesNotContain("\n", "\r");
    }
  }

  @Test
  void everyBibTexEntryHasItsBracesInPairsAndNothingTexWouldObeyOrChoke() {
    for (Document document : List.of(HOSTILE, READER.document(26).orElseThrow())) {
      assertBalanced(reference.write(document, new Span(0, 20), ReferenceFormat.BIBTEX));
    }
    READER.documents()
        .forEach(document -> assertBalanced(reference.write(document, null, ReferenceFormat.BIBTEX)));
  }

  private static void assertBalanced(String entry) {
    int depth = 0;
    for (int i = 0; i < entry.length(); i++) {
      depth += entry.charAt(i) == '{' ? 1 : entry.charAt(i) == '}' ? -1 : 0;
      assertThat(depth).as(entry)
          .isGreaterThanOrEqualTo(i == 0 || i >= entry.length() - 2 ? 0 : depth > 0 ? 1 : 0);
      if ("%&#$_".indexOf(entry.charAt(i)) >= 0) {
        assertThat(entry.charAt(i - 1)).as("before %s", entry.substring(i)).isEqualTo('\\');
      }
    }
    assertThat(depth).as(entry).isZero();
    assertThat(entry).startsWith("@misc{").endsWith("\n}\n").doesNotContain("“", "”", "…");
  }

  @Test
  void everyCslItemHasWhatTheSchemaWants() {
    for (Document document : READER.documents()) {
      JsonNode item = JsonMapper.shared().readTree(reference.write(document, null, ReferenceFormat.CSL_JSON))
          .get(0);
      assertThat(item.at("/id").stringValue()).isEqualTo("nkidp-korean-war-" + document.number());
      assertThat(item.at("/type").stringValue()).isIn("personal_communication", "report", "document");
      assertThat(item.at("/title").stringValue()).isEqualTo(document.title());
      assertThat(item.at("/issued").propertyNames()).hasSize(1).containsAnyOf("date-parts", "literal");
      assertThat(item.propertyNames()).isSubsetOf("id", "type", "title", "author", "recipient", "issued",
          "genre", "number", "translator", "archive", "archive_location", "container-title", "editor",
          "publisher", "publisher-place", "language", "note", "annote");
      for (String names : List.of("author", "recipient", "translator", "editor")) {
        item.path(names).forEach(name -> assertThat(name.propertyNames()).isSubsetOf("family", "given",
            "literal"));
      }
    }
  }

  @Test
  void takesAnArchiveFromItsPlacesInIt() {
    assertThat(Holding.of("AVPRF, F. 059a, Op. 5a, D. 3, P. 11, pp. 92.")).isEqualTo(
        new Holding("AVPRF, F. 059a, Op. 5a, D. 3, P. 11, pp. 92", "AVPRF",
            "F. 059a, Op. 5a, D. 3, P. 11, pp. 92"));
    assertThat(Holding.of("RGASPI. F. 558, Op. 11").archive()).isEqualTo("RGASPI");
    assertThat(Holding.of("AVPRF F. 0100 Op. 47").archive()).isEqualTo("AVPRF");
    assertThat(
        Holding.of("Archive of the President of the Russian Federation (AP RF), Fond (F.) 3").archive())
        .isEqualTo("Archive of the President of the Russian Federation (AP RF)");
    assertThat(Holding.of("Polish Foreign Ministry Archive. Copy in NKIDP Archive."))
        .isEqualTo(new Holding("Polish Foreign Ministry Archive. Copy in NKIDP Archive",
            "Polish Foreign Ministry Archive", "Copy in NKIDP Archive"));
    assertThat(Holding.of("Printed in Voyna v Koree, p. 5.").archive()).isNull();
  }

  private static final Document HOSTILE = new Document("test", 1,
      "50% \\off {brace} & #1_a ~ ^ $x “quoted” {", null,
      new DocumentDate(LocalDate.of(1951, 9, 15), null, "after 15 September 1951"), Kind.NOTE,
      "Böll & Söhne, Köln", null, "Archive\n}\n@misc{evil", "Zoë\r\nER  - ",
      "First line\r\nER  - \r\nTY  - BOOK\n\"%}{\\end\u0007", "00", List.of(), List.of());

  private static void isAsKept(String name, ReferenceFormat format, String written) throws IOException {
    String file = name + "." + format.word() + "." + format.extension();
    Files.createDirectories(ACTUAL);
    Files.writeString(ACTUAL.resolve(file), written, UTF_8);
    Path golden = GOLDEN.resolve(file);
    assertThat(golden).as("to accept it after reading it: cp %s %s", ACTUAL.resolve(file), golden).exists();
    assertThat(written).isEqualTo(Files.readString(golden, UTF_8));
  }
}
