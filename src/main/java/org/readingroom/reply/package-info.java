/**
 * Holds the objects of the answer API, the same for every door: JSON replies, the stream and the shell.
 */
@ApplicationModule(allowedDependencies = {"collection", "passage", "search", "answer", "conversation"})
@NullMarked
package org.readingroom.reply;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
