package org.readingroom.collection;

import java.nio.file.Path;

/** Loads the reader once for all tests. */
public final class Reader {

  public static final Path FOLDER = Path.of("corpus/nkidp-korean-war");
  public static final Collection COLLECTION = new CollectionLoader().load(FOLDER);

  private Reader() {}
}
