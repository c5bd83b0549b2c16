/**
 * The embedded engine: an index of Lucene's in a folder, which any number of processes read and one at a time writes.
 */
@ApplicationModule(allowedDependencies = {"collection", "passage", "text", "index"})
@NullMarked
package org.readingroom.lucene;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
