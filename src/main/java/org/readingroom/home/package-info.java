/**
 * Keeps the data directory, and what is in it, from other users of the machine. Must not know what the files are
 * for.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.readingroom.home;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
