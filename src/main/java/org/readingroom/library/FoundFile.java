package org.readingroom.library;

import java.nio.file.Path;

/**
 * A file that was found in a place of a collection.
 *
 * @param name its path within the place, with {@code /} between the folders
 * @param size in bytes
 * @param modified when it was last changed, in milliseconds since 1970
 */
record FoundFile(Path place, Path file, String name, long size, long modified) {}
