package org.readingroom.mcp;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.function.Supplier;
import org.readingroom.answer.Question;
import org.readingroom.collection.Collection;
import org.readingroom.reply.PassageReply;
import org.readingroom.search.Filters;
import org.readingroom.search.PassageSearch;

/** Finds passages without answering. */
final class FindPassagesTool implements Tool {

  private static final int MAX = 50;
  private static final int USUAL = 10;

  private static final Parameter<String> QUERY = Parameter
      .text("query", "A question or some words.", Question.MAX_LENGTH).needed();
  private static final Parameter<Integer> K = Parameter.number("k",
      "How many passages at most; " + USUAL + " unless told.", 1, MAX);

  private final Supplier<PassageSearch> search;
  private final Supplier<Collection> collection;

  FindPassagesTool(Supplier<PassageSearch> search, Supplier<Collection> collection) {
    this.search = search;
    this.collection = collection;
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
        + " restrict the documents by number, date, person or kind.";
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
    CollectionParameter.check(arguments, collection.get());
    // What may be searched for is what may be asked.
    String query = Question.of(arguments.needed(QUERY)).text();
    return new Passages(search.get()
        .search(query, arguments.get(FilterParameter.FILTERS).orElse(Filters.NONE),
            arguments.get(K).orElse(USUAL))
        .stream().map(PassageReply::of).toList());
  }
}
