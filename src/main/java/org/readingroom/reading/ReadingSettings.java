package org.readingroom.reading;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Says what reads the passages that were found.
 *
 * @param model {@code bundled}, {@code none} to go by words alone, or the path of an ONNX file with the inputs and
 *        outputs that {@link TrainedReader} names
 * @param threads how many passages are read at the same time
 */
@ConfigurationProperties("reading-room.reading")
public record ReadingSettings(String model, int threads) {

  private static final String BUNDLED = "bundled";
  private static final String NONE = "none";

  public ReadingSettings {
    if (model.isBlank() || threads < 1) {
      throw new IllegalArgumentException(
          "reading-room.reading: model is bundled, none or a path, and threads at least 1");
    }
  }

  /** Tells whether a model reads. */
  public boolean isTrained() {
    return !model.equals(NONE);
  }

  /** Tells whether the model that comes with the program reads. */
  public boolean isBundled() {
    return model.equals(BUNDLED);
  }

  /** Returns the file of the user's own model; null where the bundled one reads. */
  public @Nullable Path file() {
    return isBundled() ? null : Path.of(model);
  }
}
