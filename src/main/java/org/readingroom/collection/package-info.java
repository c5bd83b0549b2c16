/**
 * Turns a collection's source files into documents with a canonical text that is never changed again.
 *
 *
 * <p>
 * Knows nothing of passages, indexes or questions: only what stands in the source and where.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.readingroom.collection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
