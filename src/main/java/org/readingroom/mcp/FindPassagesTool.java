package org.readingroom.mcp;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.readingroom.answer.Question;
import org.readingroom.reply.PassageReply;
import org.readingroom.search.EvidenceSearch;
import org.readingroom.search.Filters;

/** Finds passages without answering. */
final class FindPassagesTool implements Tool {

  private static final int MAX = 50;
  private static final int USUAL = 10;

  private static final Parameter<String> QUERY = Parameter
      .text("query", "A question or some words.", Question.MAX_LENGTH).needed();
  private static final Parameter<Integer> K = Parameter.number("k",
      "How many passages at most; " + USUAL + " unless told.", 1, MAX);

  private final Shelf shelf;

  FindPassagesTool(Shelf shelf) {
    this.shelf = shelf;
  }

  /** The passages found. */
  record Passages(@Schema(description = "The best first.") List<PassageReply> passages) {}

  @Override
  public String name() {
    return "find_passages";
  }

  @Override
  public String title() {
    return "Find passages";
  }

  @Override
  public String description() {
    return "Finds passages of the documents, word for word, with their offsets and scores, the best first. Filters"
        + " restrict the documents by number, date, person, kind, author or language.";
  }

  @Override
  public List<Parameter<?>> parameters() {
    return List.of(QUERY, K, CollectionParameter.COLLECTION, FilterParameter.FILTERS);
  }

  @Override
  public Class<? extends Record> reply() {
    return Passages.class;
  }

  @Override
  public Record call(Arguments arguments, Call call) {
    // What may be searched for is what may be asked.
    String query = Question.of(arguments.needed(QUERY)).text();
    return new Passages(shelf.asked(CollectionParameter.in(arguments), EvidenceSearch.class)
        .search(query, arguments.get(FilterParameter.FILTERS).orElse(Filters.NONE),
            arguments.get(K).orElse(USUAL))
        .stream().map(PassageReply::of).toList());
  }
}
