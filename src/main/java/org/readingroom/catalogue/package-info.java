/**
 * Answers questions about a collection rather than in it: what it is, who is in it, which documents it has.
 *
 * <p>
 * Says nothing that is not in the catalogue, the authority file or the index, and leaves every other question alone.
 */
@ApplicationModule(allowedDependencies = {"collection", "passage", "search"})
@NullMarked
package org.readingroom.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
