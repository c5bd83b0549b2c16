/**
 * Serves the answer API over HTTP.
 */
@ApplicationModule(allowedDependencies = {"collection", "passage", "search", "answer", "conversation",
    "bibliography", "reference", "quotation", "catalogue", "reply", "mcp", "embedding", "library", "ingest",
    "room", "home", "index"})
@NullMarked
package org.readingroom.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
