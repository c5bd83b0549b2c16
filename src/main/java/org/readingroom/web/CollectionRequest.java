package org.readingroom.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.readingroom.library.CollectionId;
import org.readingroom.reply.Visible;

/** The body of a request that makes a collection. */
@Schema(description = "A collection that is to be made.")
record CollectionRequest(
    @Schema(description = "A short name of lower-case letters, digits and hyphens, not starting with a hyphen; made from the title where it is left out.", types = {
        "string", "null"}, minLength = 1, maxLength = CollectionId.MAX_LENGTH) @Nullable String id,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 1, maxLength = LONGEST, pattern = Visible.PATTERN, example = "Council minutes") @Nullable String title) {

  /** The most characters of a title. */
  static final int LONGEST = 200;

  /** Returns the id that is asked for; null where none is, and ends the request with 400 where it cannot be one. */
  @Nullable
  String wantedId() {
    if (id != null && !CollectionId.isId(id)) {
      throw Problem.INVALID_VALUE.exception("id is up to " + CollectionId.MAX_LENGTH
          + " lower-case letters, digits and hyphens, not starting with a hyphen.");
    }
    return id;
  }

  /** Returns the title, or ends the request with 400 where it cannot be one. */
  String cleanTitle() {
    return CleanTitle.of(title, LONGEST);
  }
}
