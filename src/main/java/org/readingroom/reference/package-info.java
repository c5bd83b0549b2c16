/**
 * Writes references to documents, in the forms that historians and their reference managers read.
 */
@ApplicationModule(allowedDependencies = {"collection", "passage"})
@NullMarked
package org.readingroom.reference;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
