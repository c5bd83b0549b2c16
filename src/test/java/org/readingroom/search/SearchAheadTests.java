package org.readingroom.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.collection.Collection;
import org.readingroom.collection.CollectionException;
import org.readingroom.embedding.OnnxEmbeddingModel;
import org.readingroom.index.SmallCollection;
import org.readingroom.onnx.ModelException;
import org.readingroom.reading.PassageReader;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

class SearchAheadTests {

  @TempDir
  Path folder;

  private final Map<String, Object> settings = new HashMap<>();

  @Test
  void theBeanIsTheCollectionThatWasReadAhead() {
    settings.put("reading-room.corpus", "corpus/nkidp-korean-war");
    try (GenericApplicationContext context = context(false)) {
      assertThat(context.getBean(Collection.class).documents()).hasSize(126);
      assertThat(context.getBeanNamesForType(OnnxEmbeddingModel.class)).isEmpty();
    }
  }

  @Test
  void whatCannotBeReadFailsWhereItIsUsedAndNotBefore() {
    settings.put("reading-room.corpus", folder.resolve("nothing").toString());
    settings.put("reading-room.models", SmallCollection.MODELS.toString());
    settings.put("reading-room.embedding.model", "none");
    settings.put("reading-room.embedding.threads", 1);
    settings.put("reading-room.reading.model", folder.resolve("none.onnx").toString());
    settings.put("reading-room.reading.threads", 1);
    try (GenericApplicationContext context = context(true)) {
      assertThatThrownBy(() -> context.getBean(Collection.class))
          .hasRootCauseInstanceOf(CollectionException.class);
      assertThatThrownBy(() -> context.getBean(LiveIndex.class))
          .hasRootCauseInstanceOf(CollectionException.class);
      assertThatThrownBy(() -> context.getBean(OnnxEmbeddingModel.class))
          .hasRootCauseInstanceOf(IllegalArgumentException.class);
      PassageReader reader = context.getBean(PassageReader.class);
      assertThatThrownBy(() -> reader.read("Who?", List.of())).isInstanceOf(ModelException.class)
          .hasMessage("the model reader none.onnx cannot be loaded");
    }
  }

  private GenericApplicationContext context(boolean searched) {
    GenericApplicationContext context = new GenericApplicationContext();
    context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("settings", settings));
    new SearchAhead(searched).initialize(context);
    context.refresh();
    return context;
  }
}
