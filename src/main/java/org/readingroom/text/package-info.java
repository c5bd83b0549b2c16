/**
 * Cuts text into terms, for the index and for questions alike.
 */
@ApplicationModule(allowedDependencies = {"collection"})
@NullMarked
package org.readingroom.text;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
