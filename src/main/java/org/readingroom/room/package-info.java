/**
 * Opens collections: each gets an index, a search and conversations of its own; encoder, reader, language model and
 * databases are shared.
 */
@ApplicationModule(allowedDependencies = {"catalogue", "collection", "passage", "library", "embedding",
    "search", "index", "conversation"})
@NullMarked
package org.readingroom.room;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
