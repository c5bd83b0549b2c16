package org.readingroom.reference;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.readingroom.collection.Document;
import org.readingroom.collection.DocumentDate;
import org.readingroom.collection.Origin;
import org.readingroom.collection.WorkType;
import tools.jackson.databind.json.JsonMapper;

/** Writes a list of one item in the JSON of the Citation Style Language, version 1.0.2. */
final class CslJson {

  private static final JsonMapper JSON = JsonMapper.shared();

  private CslJson() {}

  static String write(Entry entry) {
    Document document = entry.document();
    Map<String, Object> item = new LinkedHashMap<>();
    item.put("id", entry.key());
    item.put("type", type(entry));
    item.put("title", document.title());
    names(item, "author", entry.authors());
    names(item, "recipient", entry.recipients());
    Origin origin = entry.origin();
    if (origin == null || document.date().isKnown()) {
      item.put("issued", date(document.date()));
    }
    if (origin == null) {
      item.put("genre", document.kind().word());
      item.put("number", String.valueOf(document.number()));
    }
    names(item, "translator", entry.translator() == null ? List.of() : List.of(entry.translator()));
    text(item, "archive", entry.holding().archive());
    text(item, "archive_location", entry.holding().archive() == null
        ? entry.holding().citation()
        : entry.holding().location());
    if (origin == null) {
      item.put("container-title", entry.publishedIn().title());
      names(item, "editor", entry.publishedIn().editors());
      item.put("publisher", entry.publishedIn().publisher());
      text(item, "publisher-place", entry.publishedIn().place());
      item.put("language", "en");
    } else {
      text(item, "container-title", entry.container());
      text(item, "volume", entry.volume());
      text(item, "issue", entry.issue());
      names(item, "editor", entry.editors());
      text(item, "publisher", origin.publisher());
      text(item, "DOI", origin.doi());
      text(item, "language", origin.language());
      text(item, "locator", entry.pages());
    }
    item.put("note", entry.note());
    text(item, "annote", entry.quoted() == null ? null : "“" + entry.quoted() + "”");
    return JSON.writeValueAsString(List.of(item));
  }

  private static String type(Entry entry) {
    WorkType type = entry.type();
    return type != null ? type.csl() : switch (entry.document().kind()) {
      case TELEGRAM, LETTER -> "personal_communication";
      case REPORT -> "report";
      default -> "document";
    };
  }

  private static void text(Map<String, Object> item, String field, @Nullable String value) {
    if (value != null) {
      item.put(field, value);
    }
  }

  private static void names(Map<String, Object> item, String field, List<Name> names) {
    if (!names.isEmpty()) {
      item.put(field, names.stream().map(CslJson::name).toList());
    }
  }

  private static Map<String, String> name(Name name) {
    return name.given() == null
        ? Map.of("literal", name.family())
        : new TreeMap<>(Map.of("family", name.family(), "given", name.given()));
  }

  private static Map<String, Object> date(DocumentDate date) {
    LocalDate first = date.from();
    LocalDate last = date.to();
    if (first == null || last == null) {
      return Map.of("literal", date.label());
    }
    if (first.equals(last)) {
      return Map.of("date-parts", List.of(parts(first)));
    }
    return Map.of("date-parts", date.iso().contains("/")
        ? List.of(parts(first), parts(last))
        : List.of(Stream.of(date.iso().split("-")).map(Integer::valueOf).toList()));
  }

  private static List<Integer> parts(LocalDate day) {
    return List.of(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
  }
}
