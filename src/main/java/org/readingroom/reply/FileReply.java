package org.readingroom.reply;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readingroom.library.FileRecord;

/**
 * Says what became of a file of a collection.
 *
 * @param documentId the id of its document, or of the first of them; null where it has none
 * @param status a word such as {@code indexed} or {@code no_text}
 * @param message one sentence for a person; empty where there is nothing to say
 * @param pages how many pages it has; 0 where its format has none
 */
@Schema(description = "What became of a file of a collection.")
public record FileReply(
    @Schema(description = "Its path within the collection.", example = "2017/survey.pdf") String path,
    @Schema(description = "The id of its document, or of the first of them.", types = {
        "string", "null"}) @Nullable String documentId,
    @Schema(description = "What became of it.", allowableValues = {"indexed", "queued", "unchanged", "empty",
        "no_text", "password_needed", "encrypted", "damaged", "unsupported", "too_large", "duplicate",
        "failed"}) String status,
    @Schema(description = "One sentence for a person; empty where there is nothing to say.") String message,
    @Schema(description = "The SHA-256 of its content; empty where it could not be read.") String sha256,
    @Schema(description = "The media type of its content.", example = "application/pdf") String mediaType,
    @Schema(types = {"string", "null"}) @Nullable String title,
    @Schema(description = "The ISO 639 code of its language.", types = {"string",
        "null"}) @Nullable String language,
    @Schema(description = "How many pages it has; 0 where its format has none.") int pages,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) @Schema(description = "The numbers of pages without text, from 1; left out where there are none.") @Nullable List<Integer> pagesWithoutText,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "The path of the file with the same content that was there first.") @Nullable String duplicateOf) {

  /** Makes the reply for a file of which no more is known than what was sent, or what kept it from being read. */
  public static FileReply sent(String path, String status, String message) {
    return new FileReply(path, null, status, message, "", "", null, null, 0, List.of(), null);
  }

  /**
   * Puts a file into the form that is sent.
   *
   * @param numbers the numbers of its documents; null where it has none
   */
  public static FileReply of(String collection, FileRecord file, @Nullable List<Integer> numbers) {
    return new FileReply(file.path(),
        numbers == null || numbers.isEmpty() ? null : collection + ":" + numbers.getFirst(), file.status(),
        file.message(), file.sha256(), file.mediaType(), file.title(), file.language(), file.pages(),
        file.pagesWithoutText(), file.duplicateOf());
  }
}
