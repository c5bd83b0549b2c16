package org.readingroom.reply;

import io.swagger.v3.oas.annotations.media.Schema;
import org.readingroom.collection.Collection;
import org.readingroom.search.IndexState;

/**
 * Describes a collection and whether it can be asked.
 *
 * @param state {@code closed}, {@code building}, {@code ready} or {@code failed}
 * @param passages how many passages are indexed, or are going to be
 * @param indexed how many of them are done
 */
@Schema(description = "A collection and whether it can be asked.")
public record CollectionReply(@Schema(example = "nkidp-korean-war") String id, String title, String publisher,
    @Schema(description = "How many documents it has.") int documents,
    @Schema(description = "How many passages are indexed, or are going to be.") int passages,
    @Schema(description = "How many of them are done.") int indexed,
    @Schema(allowableValues = {
        "closed", "building", "ready", "failed"}) String state) {

  public static CollectionReply of(Collection collection, IndexState state) {
    int total = switch (state) {
      case IndexState.Building building -> building.total();
      case IndexState.Ready ready -> ready.passages();
      default -> 0;
    };
    int done = state instanceof IndexState.Building building ? building.done() : total;
    String word = switch (state) {
      case IndexState.Closed closed -> "closed";
      case IndexState.Building building -> "building";
      case IndexState.Ready ready -> "ready";
      case IndexState.Failed failed -> "failed";
    };
    return new CollectionReply(collection.id(), collection.title(), collection.publisher(),
        collection.documents().size(), total, done, word);
  }
}
