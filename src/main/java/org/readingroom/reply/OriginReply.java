package org.readingroom.reply;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readingroom.collection.Origin;

/**
 * Says what is known of a document with a file of its own; what the file does not say is left out.
 *
 * @param authors who wrote it
 * @param pages how many pages it has; null where its format has none
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(description = "What is known of a document with a file of its own.")
public record OriginReply(
    @Schema(description = "The file's path within its collection; documents of printed collections have none.", example = "2017/survey.pdf") @Nullable String path,
    @Schema(description = "The media type of the file.", example = "application/pdf") @Nullable String mediaType,
    @Schema(description = "Who wrote it, as the file says.") @Nullable List<String> authors,
    @Schema(description = "How many pages it has; left out where its format has none.") @Nullable Integer pages,
    @Schema(description = "The ISO 639 code of its language.") @Nullable String language) {

  static OriginReply of(Origin origin) {
    return new OriginReply(origin.path(), origin.mediaType(), origin.authors(),
        origin.pages() == 0 ? null : origin.pages(), origin.language());
  }
}
