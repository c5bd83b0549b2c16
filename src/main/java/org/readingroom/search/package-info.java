/**
 * Understands a query, finds passages for it in the index, and scores the spans that may answer it.
 *
 * <p>
 * It ranks; it does not decide what is an answer.
 */
@ApplicationModule(allowedDependencies = {"collection", "passage", "text", "index", "lucene", "solr",
    "embedding",
    "reading",
    "timing"})
@NullMarked
package org.readingroom.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
