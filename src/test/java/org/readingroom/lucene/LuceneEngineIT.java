package org.readingroom.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.index.BuildProgress;
import org.readingroom.index.Contents;
import org.readingroom.index.EngineContract;
import org.readingroom.index.HashedVectors;
import org.readingroom.index.IndexBuilder;
import org.readingroom.index.IndexEngine;
import org.readingroom.index.IndexException;
import org.readingroom.index.PassageIndex;
import org.readingroom.index.SmallCollection;

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

  /** A file that cannot be read now, here a link to itself, may be read later: nothing of the index is lost. */
  @Test
  void leavesAnIndexAsItIsThatCannotBeReadAtPresent() throws IOException {
    Contents contents = SmallCollection.contents(List.of(SmallCollection.LEAD), "hashed");
    IndexBuilder builder = new IndexBuilder(texts -> texts.stream().map(HashedVectors::of).toList());
    again().build(contents, false, builder, BuildProgress.SILENT).release();
    Path index = folder.resolve("index");
    List<String> names = IndexFiles.in(index);
    for (String name : names) {
      Path file = index.resolve(name);
      Path kept = Files.move(file, folder.resolve(name));
      Files.createSymbolicLink(file, file);
      assertThatExceptionOfType(IndexException.class).as(name)
          .isThrownBy(() -> again().openIfCurrent(contents))
          .withMessageStartingWith("The index in " + index + " cannot be read, and is left as it is (");
      boolean anew = name.startsWith("segments");
      assertThatExceptionOfType(IndexException.class).as(name)
          .isThrownBy(() -> again().build(contents, anew, builder, BuildProgress.SILENT));
      assertThat(IndexFiles.in(index)).as(name).isEqualTo(names);
      Files.delete(file);
      Files.move(kept, file);
    }
    PassageIndex open = again().openIfCurrent(contents);
    assertThat(open).isNotNull();
    open.release();
  }
}
