package org.readingroom.collection;

import java.nio.file.Path;

/** Loads the reader once for all tests. */
final class Reader {

  static final Path FOLDER = Path.of("corpus/nkidp-korean-war");
  static final Collection COLLECTION = new CollectionLoader().load(FOLDER);

  private Reader() {}
}
