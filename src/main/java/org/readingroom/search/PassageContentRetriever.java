package org.readingroom.search;

import dev.langchain4j.data.document.Metadata;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.invocation.InvocationParameters;
import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.content.ContentMetadata;
import dev.langchain4j.rag.content.retriever.ContentRetriever;
import dev.langchain4j.rag.query.Query;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
  /** The invocation parameter that holds the documents cited in the answer before. */
  public static final String CITED = "cited";
  /** The invocation parameter that holds the {@link SearchSession} to search in. */
  public static final String SESSION = "session";
  /** The invocation parameter in which the {@link Retrieval} is left. */
  public static final String RETRIEVAL = "retrieval";

  private final EvidenceSearch search;

  /**
   * Makes a retriever.
   *
   * @param search is searched where the invocation has no session of its own
   */
  public PassageContentRetriever(EvidenceSearch search) {
    this.search = search;
  }

  @Override
  public List<Content> retrieve(Query query) {
    InvocationParameters parameters = query.metadata() == null
        ? null
        : query.metadata().invocationParameters();
    Filters filters = parameters == null ? Filters.NONE : parameters.getOrDefault(FILTERS, Filters.NONE);
    Set<Document> cited = parameters == null ? Set.of() : parameters.getOrDefault(CITED, Set.of());
    String asked = query.metadata() != null && query.metadata().chatMessage() instanceof UserMessage question
        ? question.singleText()
        : query.text();
    Inquiry inquiry = new Inquiry(query.text(), asked, filters, cited);
    SearchSession session = parameters == null ? null : parameters.get(SESSION);
    Retrieval retrieval = session == null ? retrieve(inquiry) : session.retrieve(inquiry);
    if (parameters != null) {
      parameters.put(RETRIEVAL, retrieval);
    }
    return retrieval.passages().stream().map(PassageContentRetriever::content).toList();
  }

  private Retrieval retrieve(Inquiry inquiry) {
    try (SearchSession session = search.open()) {
      return session.retrieve(inquiry);
    }
  }

  /** Returns a passage with its title, date and place, as the prompt takes it. */
  public static Content content(RetrievedPassage found) {
    Passage passage = found.passage();
    Document document = passage.document();
    Metadata metadata = Metadata
        .from(Map.of("document_id", document.id(), "document_number", document.number(),
            "title", document.title(), "date", document.date().label(), "start", passage.span().start(),
            "end",
            passage.span().end()));
    return Content.from(TextSegment.from(passage.text(), metadata),
        Map.of(ContentMetadata.SCORE, found.score()));
  }
}
