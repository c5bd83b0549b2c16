/**
 * Opens SQLite files that several processes share, with the driver's native library, and PostgreSQL databases that
 * several machines share. Must not know what is in them.
 */
@ApplicationModule(allowedDependencies = {"home"})
@NullMarked
package org.readingroom.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
