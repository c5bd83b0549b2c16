/**
 * What any engine of an index can do: keep passages with their words and vectors, find them by either, and be brought
 * up to date.
 *
 * <p>
 * Knows neither questions nor which engine it is.
 */
@ApplicationModule(allowedDependencies = {"collection", "passage"})
@NullMarked
package org.readingroom.index;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
