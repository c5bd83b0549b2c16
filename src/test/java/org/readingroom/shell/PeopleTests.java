package org.readingroom.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.readingroom.collection.Authority;
import org.readingroom.collection.Authority.Entry;
import org.readingroom.collection.Authority.Type;
import org.readingroom.collection.Collection;
import org.readingroom.collection.Document;
import org.readingroom.collection.DocumentBody;
import org.readingroom.collection.DocumentCard;
import org.readingroom.collection.DocumentDate;
import org.readingroom.collection.Kind;
import org.readingroom.collection.Origin;

class PeopleTests {

  private static final Entry ANN = new Entry(Type.PERSON, "Ann Smith", List.of("A. Smith"));

  private static Document file(int number, @Nullable String from, @Nullable String to, String... authors) {
    return new Document(
        new DocumentCard("papers", number, "Paper " + number, null, DocumentDate.UNKNOWN, Kind.OTHER, from,
            to, null, null, "", 5, "",
            new Origin(number + ".pdf", "application/pdf", List.of(authors), null, null, "en", false, 1)),
        new DocumentBody("Words", List.of(), List.of()));
  }

  private static People people(Authority authority, Document... documents) {
    return new People(new Collection("papers", "Papers", "", "", "00", List.of(documents), authority,
        List.of()));
  }

  @Test
  void authorsSendersAndAddresseesOfFilesAreKnownWithoutAList() {
    People people = people(new Authority(List.of()), file(1, "Bea Jones", "Carl Roe"),
        file(2, null, null, "Bea Jones", "Dan Poe"), file(3, "bea jones", null));

    assertThat(people.all()).extracting(People.Person::name)
        .containsExactly("Bea Jones", "Carl Roe", "Dan Poe");
    assertThat(people.all().getFirst().wrote()).extracting(Document::number).containsExactly(1, 2, 3);
    assertThat(people.called("roe")).singleElement()
        .satisfies(roe -> assertThat(roe.received()).hasSize(1));
  }

  @Test
  void whoIsOnTheListIsKnownByItAlone() {
    People people = people(new Authority(List.of(ANN)), file(1, "A. Smith", "Bea Jones"));

    assertThat(people.all()).extracting(People.Person::name).containsExactly("Ann Smith", "Bea Jones");
    assertThat(people.all().getFirst().entry()).isEqualTo(ANN);
  }
}
