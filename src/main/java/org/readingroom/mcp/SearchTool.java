package org.readingroom.mcp;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.readingroom.answer.Question;
import org.readingroom.search.EvidenceSearch;
import org.readingroom.search.Filters;

/** Finds documents, in the form that ChatGPT wants of a connector. */
final class SearchTool implements Tool {

  private static final int PASSAGES = 30;
  private static final int DOCUMENTS = 10;

  private static final Parameter<String> QUERY = Parameter
      .text("query", "A question or some words.", Question.MAX_LENGTH).needed();

  private final Shelf shelf;

  SearchTool(Shelf shelf) {
    this.shelf = shelf;
  }

  /** The documents found. */
  record Found(@Schema(description = "The best first.") List<Result> results) {}

  /** A document found. */
  record Result(@Schema(description = "What fetch takes.") String id, String title,
      @Schema(description = "Where a person reads it.") String url) {}

  @Override
  public String name() {
    return "search";
  }

  @Override
  public String title() {
    return "Search documents";
  }

  @Override
  public String description() {
    return "Finds the documents that a question or some words are about, " + DOCUMENTS
        + " at most, the best first. Read one with fetch. For a quotable answer, call ask instead.";
  }

  @Override
  public List<Parameter<?>> parameters() {
    return List.of(QUERY);
  }

  @Override
  public Class<? extends Record> reply() {
    return Found.class;
  }

  @Override
  public Record call(Arguments arguments, Call call) {
    String query = Question.of(arguments.needed(QUERY)).text();
    return new Found(shelf.asked(null, EvidenceSearch.class).search(query, Filters.NONE, PASSAGES).stream()
        .map(found -> found.passage().document()).distinct().limit(DOCUMENTS)
        .map(document -> new Result(document.id(), DocumentParameter.title(document),
            DocumentParameter.url(document, call)))
        .toList());
  }
}
