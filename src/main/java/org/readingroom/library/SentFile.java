package org.readingroom.library;

import java.nio.file.Path;

/**
 * A file that was sent to a collection.
 *
 * @param name the name that it is to have
 * @param content where its content is; it may be moved away from there
 * @param replaces whether it takes the place of one of that name, rather than another name
 */
public record SentFile(String name, Path content, boolean replaces) {}
