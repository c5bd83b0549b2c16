/**
 * Measures answers and retrieval on question sets and reports the figures.
 */
@ApplicationModule(allowedDependencies = {"collection", "passage", "reading", "search", "answer",
    "conversation", "reply", "index"})
@NullMarked
package org.readingroom.evaluation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
