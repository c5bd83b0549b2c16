/**
 * Keeps collections that are made from files: which files, what became of each, and the documents read from them.
 *
 * <p>
 * The store is the truth for quotations; an index follows it. Knows nothing of indexes or questions.
 */
@ApplicationModule(allowedDependencies = {"bibliography", "collection", "ingest", "database", "home"})
@NullMarked
package org.readingroom.library;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
