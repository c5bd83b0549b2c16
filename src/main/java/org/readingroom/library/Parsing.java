package org.readingroom.library;

import java.nio.file.Path;
import java.util.function.Function;
import org.readingroom.ingest.ParsedFile;

/** Has an update done with what parses its files, which is there only as long. */
@FunctionalInterface
interface Parsing {

  UpdateReport during(Function<Function<Path, ParsedFile>, UpdateReport> update);
}
