package org.readingroom.mcp;

import java.time.LocalDate;
import java.util.List;
import org.readingroom.reply.WantedDocuments;
import org.readingroom.search.Filters;

/** The parameter by which a tool looks at some of the documents only, as in the HTTP API. */
final class FilterParameter {

  private static final int MAX_DOCUMENTS = 1_000;

  private static final Parameter<List<Integer>> DOCUMENTS = Parameter.list(
      Parameter.number("documents", "The number of a document.", 1, Integer.MAX_VALUE),
      "Numbers of the only documents wanted.", MAX_DOCUMENTS);
  private static final Parameter<LocalDate> DATE_FROM = Parameter.day("date_from", "The first day wanted.");
  private static final Parameter<LocalDate> DATE_TO = Parameter.day("date_to",
      "The last day wanted, not before the first.");
  private static final Parameter<List<String>> PERSONS = Parameter.list(
      Parameter.text("persons", "A name.", WantedDocuments.MAX_NAME),
      "People of whom at least one must have written, received or be named in the document, in any variant of"
          + " their names.",
      WantedDocuments.MAX_PERSONS);
  private static final Parameter<String> KIND = Parameter.word("kind", "The only kind of document wanted.",
      WantedDocuments.kinds());

  private static final Parameter<List<String>> AUTHORS = Parameter.list(
      Parameter.text("authors", "A name.", WantedDocuments.MAX_NAME),
      "Authors or senders of whom at least one must have written the document; a part of the name is enough.",
      WantedDocuments.MAX_PERSONS);
  private static final Parameter<String> LANGUAGE = Parameter.text("language",
      "The ISO 639 code of the only language wanted, such as en.", 3);

  static final Parameter<Filters> FILTERS = Parameter.object("filters",
      "Restricts the documents that are looked at; what is left out restricts nothing.",
      List.of(DOCUMENTS, DATE_FROM, DATE_TO, PERSONS, KIND, AUTHORS, LANGUAGE), FilterParameter::filters);

  private FilterParameter() {}

  private static Filters filters(Arguments given) {
    return new WantedDocuments(given.get(DOCUMENTS).orElse(null), given.get(DATE_FROM).orElse(null),
        given.get(DATE_TO).orElse(null), given.get(PERSONS).orElse(null), given.get(KIND).orElse(null),
        given.get(AUTHORS).orElse(null), given.get(LANGUAGE).orElse(null))
        .filters();
  }
}
