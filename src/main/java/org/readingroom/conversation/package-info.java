/**
 * Keeps conversations: their turns, and the one way to ask a question in them.
 */
@ApplicationModule(allowedDependencies = {"collection", "passage", "search", "answer", "database", "home"})
@NullMarked
package org.readingroom.conversation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
