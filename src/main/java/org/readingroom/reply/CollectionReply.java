package org.readingroom.reply;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readingroom.collection.Collection;
import org.readingroom.library.Holding;
import org.readingroom.search.IndexState;

/**
 * Describes a collection and whether it can be asked.
 *
 * @param passages how many passages are indexed, or are going to be; 0 before anybody has asked
 * @param indexed how many of them are done
 * @param state {@code ready}, {@code indexing} or {@code failed}
 * @param progress how far reading its files, or indexing its passages, has got
 * @param updatedAt when its files last changed; null for the built-in one
 */
@Schema(description = "A collection and whether it can be asked.")
public record CollectionReply(@Schema(example = "nkidp-korean-war") String id, String title,
    @Schema(description = "Who published it; empty where nobody says.") String publisher,
    @Schema(description = "Questions to begin with, where the collection has some.") List<String> examples,
    @Schema(description = "How many documents it has.") int documents,
    @Schema(description = "How many passages are indexed, or are going to be; of a collection that nobody has asked since the start, 0.") int passages,
    @Schema(description = "How many of them are done.") int indexed,
    @Schema(description = "How many files it knows; 0 for the built-in one.") int files,
    @Schema(description = "Whether it can be asked as it is now.", allowableValues = {
        "ready", "indexing",
        "failed"}) String state,
    @Schema(description = "How far reading its files, or else indexing its passages, has got.") ProgressReply progress,
    @Schema(description = "Whether it is the one that comes with the program, which cannot be changed.") boolean builtIn,
    @Schema(description = "When its files last changed.", types = {"string",
        "null"}, format = "date-time") @Nullable Instant updatedAt) {

  /** Is how much of some work is done. */
  @Schema(description = "How much of the work is done; both are alike where there is none.")
  public record ProgressReply(int done, int total) {}

  /** Describes the built-in collection. */
  public static CollectionReply of(Collection collection, IndexState state) {
    ProgressReply passages = passages(state);
    return new CollectionReply(collection.id(), collection.title(), collection.publisher(),
        collection.examples(), collection.documents().size(), passages.total(), passages.done(), 0,
        word(state), passages, true,
        null);
  }

  /**
   * Describes a collection that is made from files.
   *
   * @param state the state of its index; null where it has not been opened
   * @param reading how many of its files are read; null where nothing is being read
   */
  public static CollectionReply of(Holding holding, @Nullable IndexState state,
      @Nullable ProgressReply reading) {
    ProgressReply passages = state == null ? new ProgressReply(0, 0) : passages(state);
    String word = reading != null ? "indexing" : state == null ? "ready" : word(state);
    return new CollectionReply(holding.id(), holding.title(), holding.publisher(), holding.examples(),
        holding.documents(), passages.total(), passages.done(), holding.files(), word,
        reading == null ? passages : reading, false,
        holding.changed());
  }

  private static ProgressReply passages(IndexState state) {
    return switch (state) {
      case IndexState.Building building -> new ProgressReply(building.done(), building.total());
      case IndexState.Ready ready -> new ProgressReply(ready.passages(), ready.passages());
      case IndexState.Closed closed -> new ProgressReply(0, 0);
      case IndexState.Failed failed -> new ProgressReply(0, 0);
    };
  }

  private static String word(IndexState state) {
    return switch (state) {
      case IndexState.Closed closed -> "indexing";
      case IndexState.Building building -> "indexing";
      case IndexState.Ready ready -> "ready";
      case IndexState.Failed failed -> "failed";
    };
  }
}
