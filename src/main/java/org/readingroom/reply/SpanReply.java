package org.readingroom.reply;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * Is a stretch of a text.
 *
 * @param start the offset of its first character, in UTF-16 code units
 * @param end the offset after its last character
 */
@Schema(description = "A stretch of a text.")
public record SpanReply(@Schema(description = "In UTF-16 code units.") int start,
    @Schema(description = "Exclusive.") int end) {}
