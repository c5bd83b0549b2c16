package org.readingroom.lucene;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.index.EngineContract;
import org.readingroom.index.IndexEngine;

class LuceneEngineIT extends EngineContract {

  @TempDir
  Path folder;

  @Override
  protected IndexEngine fresh() {
    return again();
  }

  @Override
  protected IndexEngine again() {
    return new LuceneEngine(folder.resolve("index"), ANALYZER);
  }
}
