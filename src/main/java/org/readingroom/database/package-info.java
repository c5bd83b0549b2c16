/**
 * Opens SQLite files that several processes share, and keeps the driver's native library. Must not know what is in
 * them.
 */
@ApplicationModule(allowedDependencies = {"home"})
@NullMarked
package org.readingroom.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
