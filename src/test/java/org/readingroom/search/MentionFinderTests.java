package org.readingroom.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.readingroom.collection.Authority;
import org.readingroom.collection.Authority.Entry;
import org.readingroom.collection.Authority.Type;
import org.readingroom.text.TextAnalyzer;

class MentionFinderTests {

  private static final TextAnalyzer ANALYZER = new TextAnalyzer(new Authority(List.of(
      new Entry(Type.PERSON, "Joseph Stalin", List.of("Stalin", "Filippov")))));

  private static List<Mention> find(String words, String beside, Filters filters, String... texts)
      throws IOException {
    try (IndexLease lease = new IndexLease(MemorySnapshot.of(ANALYZER, texts))) {
      return new MentionFinder(lease.index(), 0).find(words, beside, filters);
    }
  }

  private static List<Mention> find(String words, String... texts) throws IOException {
    return find(words, "", Filters.NONE, texts);
  }

  private static String sentence(Mention mention) {
    return mention.sentence().of(mention.document().text());
  }

  @Test
  void findsOnlyDocumentsWithASentenceThatHasAllTheWords() throws IOException {
    assertThat(find("bacteriological weapons", "They used a bacteriological weapon. It was cold.",
        "Bacteriological laboratories were shown. The weapons were sold.", "Tanks came."))
        .singleElement().satisfies(mention -> {
          assertThat(mention.document().number()).isEqualTo(1);
          assertThat(sentence(mention)).isEqualTo("They used a bacteriological weapon.");
          assertThat(mention.words()).extracting(span -> span.of(mention.document().text()))
              .containsExactly("bacteriological", "weapon");
        });
  }

  @Test
  void findsANameInAnyForm() throws IOException {
    assertThat(find("Stalin", "Filippov agreed.", "Mao agreed.", "Joseph Stalin agreed.")).hasSize(2);
  }

  @Test
  void putsWordsSideBySideFirstAndThenTheMostMentions() throws IOException {
    assertThat(find("germ war", "The war was long and hard, and at its very end came a germ.",
        "It is a germ war.", "This germ war is bad. That germ war is worse."))
        .extracting(mention -> mention.document().number()).containsExactly(3, 2, 1);
    assertThat(find("germ war", "This germ war is bad. That germ war is worse.").getFirst().count())
        .isEqualTo(2);
  }

  @Test
  void prefersTheSentenceThatHasWhatItHadBetterHave() throws IOException {
    assertThat(find("Stalin", "chairman of the council", Filters.NONE,
        "Stalin came. Stalin is the chairman of the council. Stalin went.")).singleElement()
        .extracting(MentionFinderTests::sentence).isEqualTo("Stalin is the chairman of the council.");
  }

  @Test
  void putsASentenceBeforeATitle() throws IOException {
    assertThat(find("Stalin", "Telegram to Stalin, 1 May 1950", "Stalin agreed to all that was asked."))
        .extracting(mention -> mention.document().number()).containsExactly(2, 1);
  }

  @Test
  void looksOnlyWithinTheFilters() throws IOException {
    assertThat(find("germ", "", new Filters(Set.of(2), null, null, Set.of(), null), "A germ.", "One germ."))
        .extracting(mention -> mention.document().number()).containsExactly(2);
    assertThat(
        find("germ", "", new Filters(Set.of(), LocalDate.of(1952, 1, 1), null, Set.of(), null), "A germ."))
        .isEmpty();
  }

  @Test
  void findsNothingForNoWords() throws IOException {
    assertThat(find("…", "A germ.")).isEmpty();
  }
}
