package org.readingroom.reading;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Says what reads the passages that were found, and how the scores are put together.
 *
 * @param model {@code bundled}, or the path of an ONNX file with the inputs and outputs that {@link TrainedReader} names
 * @param threads how many passages are read at the same time
 * @param passages how many passages are read for a question
 * @param passage what a sentence's score gains with each point of its passage's
 * @param found what a sentence's score gains with each point of its passage's score by search
 */
@ConfigurationProperties("reading-room.reading")
public record ReadingSettings(String model, int threads, int passages, double passage, double found) {

  private static final String BUNDLED = "bundled";

  public ReadingSettings {
    if (model.isBlank() || threads < 1 || passages < 1) {
      throw new IllegalArgumentException(
          "reading-room.reading: model is bundled or a path, threads and passages are at least 1");
    }
  }

  /** Returns the file of the user's own model; null where the bundled one reads. */
  public @Nullable Path file() {
    return model.equals(BUNDLED) ? null : Path.of(model);
  }
}
