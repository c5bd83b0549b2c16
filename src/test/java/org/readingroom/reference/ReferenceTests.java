package org.readingroom.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.readingroom.collection.Authority;
import org.readingroom.collection.Collection;
import org.readingroom.collection.Document;
import org.readingroom.collection.DocumentDate;
import org.readingroom.collection.Kind;

class ReferenceTests {

  private static final DocumentDate DAY = new DocumentDate(LocalDate.of(1950, 1, 30),
      LocalDate.of(1950, 1, 30),
      "30 January 1950");
  private static final DocumentDate RANGE = new DocumentDate(LocalDate.of(1950, 11, 20),
      LocalDate.of(1950, 12, 31), "20 November – 31 December 1950");

  private final Reference reference = new Reference(new Collection("test", "A Reader", "A Press",
      "in A. Editor, ed., A Reader (City: A Press, 2010)", "00", List.of(), new Authority(List.of()),
      List.of()));

  private static Document document(DocumentDate date, String source, String translator) {
    return new Document("test", 7, "Telegram, Stalin to Shtykov", "Top Secret", date, Kind.TELEGRAM, null,
        null,
        source, translator, "Words.", "00", List.of(), List.of());
  }

  @Test
  void namesTitleDateArchiveTranslatorNumberAndCollection() {
    assertThat(reference.note(document(DAY, "AVPRF, F. 059a, Op. 5a, D. 3, p. 92.", "K. Weathersby")))
        .isEqualTo("“Telegram, Stalin to Shtykov,” 30 January 1950, AVPRF, F. 059a, Op. 5a, D. 3, p. 92, "
            + "trans. K. Weathersby, document 7 in A. Editor, ed., A Reader (City: A Press, 2010).");
  }

  @Test
  void leavesOutWhatIsNotKnown() {
    assertThat(reference.note(document(DAY, null, null)))
        .isEqualTo("“Telegram, Stalin to Shtykov,” 30 January 1950, document 7 in A. Editor, ed., A Reader "
            + "(City: A Press, 2010).");
    assertThat(reference.note(document(DAY, "AVPRF, p. 92", null))).contains(", AVPRF, p. 92, document 7 in");
    assertThat(reference.note(document(DAY, null, "K. Weathersby")))
        .contains("1950, trans. K. Weathersby, document 7");
  }

  @Test
  void namesARangeOfDaysAsTheCollectionDoes() {
    assertThat(reference.note(document(RANGE, null, null)))
        .contains(",” 20 November – 31 December 1950, document 7");
  }
}
