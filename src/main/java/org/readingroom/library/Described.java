package org.readingroom.library;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.readingroom.bibliography.Description;
import org.readingroom.bibliography.Description.Field;
import org.readingroom.bibliography.Description.Role;
import org.readingroom.collection.Creator;
import org.readingroom.collection.DocumentCard;
import org.readingroom.collection.Kind;
import org.readingroom.collection.Origin;
import org.readingroom.collection.Publication;
import org.readingroom.collection.WorkType;

/** Lays what a bibliography says of a document over what its file says. */
final class Described {

  private Described() {}

  /** Returns the card of a document as it is described; as it is where nobody says anything. */
  static DocumentCard card(DocumentCard own, @Nullable Description description) {
    Origin origin = own.origin();
    if (description == null || origin == null) {
      return own;
    }
    return new DocumentCard(own.collection(), own.number(), said(description, Field.TITLE, own.title()),
        own.classification(), description.date() == null ? own.date() : description.date(),
        kind(description).orElse(own.kind()), orElse(description.text(Field.FROM), own.from()),
        orElse(description.text(Field.TO), own.to()), own.source(),
        orElse(inLine(description.creators(Role.TRANSLATOR)), own.translator()), own.sha256(),
        own.length(), own.state(), origin(origin, description));
  }

  private static Origin origin(Origin own, Description description) {
    List<Creator> authors = description.creators(Role.AUTHOR);
    Publication publication = new Publication(type(description).orElse(null),
        description.text(Field.CONTAINER), description.text(Field.VOLUME), description.text(Field.ISSUE),
        authors, description.creators(Role.EDITOR));
    return new Origin(own.path(), own.mediaType(),
        authors.isEmpty() ? own.authors() : authors.stream().map(Creator::inOrder).toList(),
        orElse(description.text(Field.PUBLISHER), own.publisher()),
        orElse(description.text(Field.DOI), own.doi()),
        orElse(description.text(Field.LANGUAGE), own.language()), own.recognized(), own.pages(),
        publication);
  }

  private static Optional<WorkType> type(Description description) {
    return Optional.ofNullable(description.text(Field.TYPE)).flatMap(WorkType::of);
  }

  /** Returns the kind that the type is called, or else goes with: nothing where the type is none that is known. */
  private static Optional<Kind> kind(Description description) {
    return Optional.ofNullable(description.text(Field.TYPE)).flatMap(Kind::of)
        .or(() -> type(description).map(type -> switch (type) {
          case LETTER -> Kind.LETTER;
          case REPORT -> Kind.REPORT;
          default -> Kind.OTHER;
        }));
  }

  private static @Nullable String inLine(List<Creator> people) {
    return people.isEmpty()
        ? null
        : people.stream().map(Creator::inOrder).collect(Collectors.joining(" and "));
  }

  private static String said(Description description, Field field, String own) {
    String text = description.text(field);
    return text == null ? own : text;
  }

  private static @Nullable String orElse(@Nullable String said, @Nullable String own) {
    return said == null ? own : said;
  }
}
