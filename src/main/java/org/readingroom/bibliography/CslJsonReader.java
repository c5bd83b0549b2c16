package org.readingroom.bibliography;

import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.readingroom.bibliography.Description.Field;
import org.readingroom.bibliography.Description.Role;
import org.readingroom.collection.Creator;
import org.readingroom.collection.DocumentDate;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a list of items in the JSON of the Citation Style Language. */
final class CslJsonReader {

  private static final JsonMapper JSON = JsonMapper.shared();

  /** The types of version 1.0.2. */
  private static final Set<String> TYPES = Set.of("article", "article-journal", "article-magazine",
      "article-newspaper", "bill", "book", "broadcast", "chapter", "classic", "collection", "dataset",
      "document", "entry", "entry-dictionary", "entry-encyclopedia", "event", "figure", "graphic", "hearing",
      "interview", "legal_case", "legislation", "manuscript", "map", "motion_picture", "musical_score",
      "pamphlet", "paper-conference", "patent", "performance", "periodical", "personal_communication",
      "post", "post-weblog", "regulation", "report", "review", "review-book", "software", "song", "speech",
      "standard", "thesis", "treaty", "webpage");

  private CslJsonReader() {}

  /** Tells whether JSON is a list whose first item has what every item has: an id and one of the types. */
  static boolean startsAsCsl(Reader text) {
    try (JsonParser json = JSON.createParser(text)) {
      if (json.nextToken() != JsonToken.START_ARRAY || json.nextToken() != JsonToken.START_OBJECT) {
        return false;
      }
      boolean id = false;
      boolean type = false;
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = json.currentName();
        JsonToken value = json.nextToken();
        id |= name.equals("id");
        type |= name.equals("type") && value == JsonToken.VALUE_STRING && TYPES.contains(json.getString());
        json.skipChildren();
      }
      return id && type;
    } catch (JacksonException e) {
      return false;
    }
  }

  static List<Entry> read(String text) throws BibliographyException {
    try {
      List<Entry> entries = new ArrayList<>();
      for (JsonNode item : JSON.readTree(text)) {
        entries.add(entry(item));
      }
      return entries;
    } catch (JacksonException e) {
      throw new BibliographyException(
          e.getLocation() == null
              ? "it is not JSON"
              : "line " + e.getLocation().getLineNr() + " is not JSON",
          e);
    }
  }

  private static Entry entry(JsonNode item) {
    DescriptionBuilder description = new DescriptionBuilder();
    description.put(Field.TITLE, text(item, "title"));
    description.put(Field.TYPE, text(item, "type"));
    description.put(Field.CONTAINER, text(item, "container-title"));
    description.put(Field.VOLUME, text(item, "volume"));
    description.put(Field.ISSUE, text(item, "issue"));
    description.put(Field.PUBLISHER, text(item, "publisher"));
    description.put(Field.DOI, text(item, "DOI"));
    description.put(Field.LANGUAGE, text(item, "language"));
    description.put(Field.TO, names(item, "recipient").stream().map(Creator::inOrder)
        .collect(Collectors.joining(" and ")));
    description.put(date(item.path("issued")));
    description.put(Role.AUTHOR, names(item, "author"));
    description.put(Role.EDITOR, names(item, "editor"));
    description.put(Role.TRANSLATOR, names(item, "translator"));
    String key = text(item, "citation-key");
    String id = text(item, "id");
    return new Entry(key != null ? key : id != null ? id : "", List.of(), description.build());
  }

  private static List<Creator> names(JsonNode item, String role) {
    List<Creator> names = new ArrayList<>();
    for (JsonNode name : item.path(role)) {
      String family = joined(name, "dropping-particle", "non-dropping-particle", "family", "suffix");
      String given = text(name, "given");
      String literal = text(name, "literal");
      names.add(literal != null || family.isEmpty()
          ? new Creator(literal != null ? literal : given == null ? "" : given, null)
          : new Creator(family, given));
    }
    return names;
  }

  private static String joined(JsonNode name, String... parts) {
    return Stream.of(parts).map(part -> text(name, part)).filter(part -> part != null && !part.isBlank())
        .collect(Collectors.joining(" "));
  }

  private static @Nullable DocumentDate date(JsonNode issued) {
    if (issued.has("circa")) {
      return null;
    }
    JsonNode parts = issued.path("date-parts");
    if (parts.isEmpty()) {
      String words = text(issued, "raw");
      return WrittenDate.of(words == null ? text(issued, "literal") : words);
    }
    DocumentDate first = day(parts.get(0));
    return parts.size() == 1 ? first : WrittenDate.between(first, day(parts.get(1)));
  }

  private static @Nullable DocumentDate day(JsonNode parts) {
    return WrittenDate.of(parts.path(0).asInt(0), parts.path(1).asInt(0), parts.path(2).asInt(0));
  }

  private static @Nullable String text(JsonNode item, String field) {
    JsonNode value = item.path(field);
    return value.isString() || value.isNumber() ? value.asString() : null;
  }
}
