/**
 * Holds what every door gives alike: the objects of the answer API, in JSON replies, the stream and the
 * shell, and the list of documents.
 */
@ApplicationModule(allowedDependencies = {"collection", "passage", "search", "answer", "conversation",
    "reference", "quotation", "library", "ingest", "room"})
@NullMarked
package org.readingroom.reply;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
