package org.readingroom.mcp;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Comparator;
import java.util.List;
import org.readingroom.answer.Question;
import org.readingroom.reply.CollectionReply;
import org.readingroom.search.Filters;
import org.readingroom.search.IndexNotReadyException;
import org.readingroom.search.PassageSearch;
import org.readingroom.search.RetrievedPassage;

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
    return new Found(shelf.collections().stream().flatMap(collection -> found(collection, query).stream())
        .sorted(Comparator.comparingDouble(RetrievedPassage::score).reversed())
        .map(found -> found.passage().document()).distinct().limit(DOCUMENTS)
        .map(document -> new Result(document.id(), DocumentParameter.title(document),
            DocumentParameter.url(document, call)))
        .toList());
  }

  /** Searches a collection; one that is being indexed is passed over, unless it is the built-in one. */
  private List<RetrievedPassage> found(CollectionReply collection, String query) {
    String id = collection.builtIn() ? null : collection.id();
    try {
      return shelf.part(id, PassageSearch.class).search(query, Filters.NONE, PASSAGES);
    } catch (IndexNotReadyException notReady) {
      if (id == null) {
        throw notReady;
      }
      return List.of();
    }
  }
}
