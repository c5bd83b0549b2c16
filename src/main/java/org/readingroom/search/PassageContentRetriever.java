package org.readingroom.search;

import dev.langchain4j.data.document.Metadata;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.invocation.InvocationParameters;
import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.content.ContentMetadata;
import dev.langchain4j.rag.content.retriever.ContentRetriever;
import dev.langchain4j.rag.query.Query;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.readingroom.collection.Document;
import org.readingroom.passage.Passage;

/**
 * Retrieves passages for LangChain4j.
 *
 * <p>
 * Reads the filters from the invocation's parameters and leaves the whole {@link Retrieval} there, for those
 * that need more of it than the passages.
 */
public final class PassageContentRetriever implements ContentRetriever {

  /** The invocation parameter that holds the {@link Filters}; there need be none. */
  public static final String FILTERS = "filters";
  /** The invocation parameter in which the {@link Retrieval} is left. */
  public static final String RETRIEVAL = "retrieval";

  /** The metadata of a passage that says where its sentences end, in characters from its start, by commas. */
  public static final String SENTENCE_ENDS = "sentence_ends";

  private final PassageSearch search;

  public PassageContentRetriever(PassageSearch search) {
    this.search = search;
  }

  @Override
  public List<Content> retrieve(Query query) {
    InvocationParameters parameters = query.metadata() == null
        ? null
        : query.metadata().invocationParameters();
    Filters filters = parameters == null ? Filters.NONE : parameters.getOrDefault(FILTERS, Filters.NONE);
    Retrieval retrieval = search.retrieve(query.text(), filters);
    if (parameters != null) {
      parameters.put(RETRIEVAL, retrieval);
    }
    return retrieval.passages().stream().map(PassageContentRetriever::content).toList();
  }

  private static String sentenceEnds(Passage passage) {
    return passage.sentences().stream()
        .map(sentence -> String.valueOf(sentence.span().end() - passage.span().start()))
        .collect(Collectors.joining(","));
  }

  private static Content content(RetrievedPassage found) {
    Passage passage = found.passage();
    Document document = passage.document();
    Metadata metadata = Metadata
        .from(Map.of("document_id", document.id(), "document_number", document.number(),
            "title", document.title(), "date", document.date().iso(), "start", passage.span().start(), "end",
            passage.span().end(), SENTENCE_ENDS, sentenceEnds(passage)));
    return Content.from(TextSegment.from(passage.text(), metadata),
        Map.of(ContentMetadata.SCORE, found.score()));
  }
}
