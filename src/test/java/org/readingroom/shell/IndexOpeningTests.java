package org.readingroom.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.answer.AnswerCancelledException;
import org.readingroom.embedding.BundledModel;
import org.readingroom.embedding.OnnxEmbeddingModel;
import org.readingroom.index.BuildProgress;
import org.readingroom.index.IndexException;
import org.readingroom.passage.Chunking;
import org.readingroom.search.IndexState;
import org.readingroom.search.LiveIndex;

class IndexOpeningTests {

  @TempDir
  Path folder;

  private final StringWriter err = new StringWriter();
  private final Screen screen = new Screen(new ScreenWriter(new StringWriter()), new ScreenWriter(err),
      new AtomicInteger(80), true, true, Ink.PLAIN);
  private final Dialogue dialogue = new Dialogue();
  private final OnnxEmbeddingModel model = new OnnxEmbeddingModel(BundledModel.BGE_SMALL_EN_V15_Q,
      null, 1);

  private LiveIndex index;

  @BeforeEach
  void make() {
    index = building();
  }

  @AfterEach
  void close() {
    model.close();
  }

  @Test
  void aBuildThatIsNoLongerWantedEndsAndTheNextOneGoesThrough() {
    IndexOpening opening = new IndexOpening(() -> List.of(built()), folder, dialogue, screen);
    dialogue.stop();
    assertThatThrownBy(opening::ready).isInstanceOf(AnswerCancelledException.class);
    dialogue.goOn();
    assertThat(opening.ready().documents()).isEqualTo(2);
    assertThat(err.toString()).contains("Built the index of 5 passages");
  }

  @Test
  void theFirstIndexIsTheOneWhoseFolderIsNotThere() {
    assertThat(new IndexOpening(() -> List.of(built()), folder, dialogue, screen).isFirst()).isFalse();
    assertThat(new IndexOpening(() -> List.of(built()), folder.resolve("index"), dialogue, screen).isFirst())
        .isTrue();
  }

  private LiveIndex built() {
    return index;
  }

  private LiveIndex building() {
    return new LiveIndex(folder, Samples.COLLECTION, new Chunking(100, 0), model) {

      private boolean ready;

      @Override
      public IndexState state() {
        return ready ? new IndexState.Ready(2, 5) : new IndexState.Closed();
      }

      @Override
      public void open(BuildProgress progress) {
        try {
          progress.embedded(0, 5);
        } catch (RuntimeException e) {
          throw new IndexException("It cannot be built.", e);
        }
        ready = true;
      }
    };
  }
}
