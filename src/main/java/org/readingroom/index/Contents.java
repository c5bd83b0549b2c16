package org.readingroom.index;

import java.util.List;
import org.readingroom.collection.Document;
import org.readingroom.passage.Chunking;

/**
 * What an index is to hold.
 *
 * @param documents the documents, in their order
 */
public record Contents(IndexKey key, List<Document> documents, Chunking chunking) {}
