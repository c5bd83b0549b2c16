/**
 * Understands a query, finds passages for it in the index, and has them read.
 *
 * <p>
 * The only package that knows Lucene. It ranks; it does not decide what is an answer.
 */
@ApplicationModule(allowedDependencies = {"collection", "passage", "embedding", "reading", "timing"})
@NullMarked
package org.readingroom.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
