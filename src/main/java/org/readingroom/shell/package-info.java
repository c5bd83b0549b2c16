/**
 * Serves the terminal: commands for people and scripts.
 */
@ApplicationModule(allowedDependencies = {"collection", "ingest", "passage", "search", "answer",
    "conversation",
    "reference", "quotation", "catalogue", "reply", "mcp", "evaluation", "model", "home", "library", "room",
    "doctor", "index"})
@NullMarked
package org.readingroom.shell;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
