/**
 * Cuts documents into sentences and passages; knows nothing of how they are indexed or ranked.
 */
@ApplicationModule(allowedDependencies = {"collection", "text"})
@NullMarked
package org.readingroom.passage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
