package org.readingroom.reply;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.readingroom.collection.Document;

/**
 * Describes a document in a list.
 *
 * @param archive the archival citation as printed
 * @param length the number of UTF-16 code units of its text
 * @param origin what is known of its file; null for a part of a printed collection
 */
@Schema(description = "A document in a list.")
public record DocumentReply(@Schema(example = "nkidp-korean-war:7") String id, int number, String title,
    @Schema(description = "ISO 8601: a day, a month, a year, or an interval that may be open.", example = "1950-01-30") String date,
    @Schema(example = "telegram") String kind,
    @Schema(description = "Who wrote it.", types = {
        "string", "null"}) @Nullable String from,
    @Schema(description = "To whom it was written.", types = {"string", "null"}) @Nullable String to,
    @Schema(description = "The archival citation as printed.", types = {"string",
        "null"}) @Nullable String archive,
    @Schema(description = "The length of its text in UTF-16 code units.") int length,
    @Schema(description = "The id of its collection.", example = "nkidp-korean-war") String collection,
    @JsonUnwrapped @Nullable OriginReply origin) {

  public static DocumentReply of(Document document) {
    return new DocumentReply(document.id(), document.number(), document.title(), document.date().iso(),
        document.kind().word(), document.from(), document.to(), document.source(), document.length(),
        document.collection(), document.origin() == null ? null : OriginReply.of(document.origin()));
  }
}
