package org.readingroom.ingest;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What became of a file, in the words of the API. */
public enum FileStatus {

  /** Its text was read. */
  @JsonProperty("indexed")
  INDEXED,
  /** It holds nothing, or white space alone. */
  @JsonProperty("empty")
  EMPTY,
  /** Its pages are pictures: there is text on none. */
  @JsonProperty("no_text")
  NO_TEXT,
  /** It opens only with a password. */
  @JsonProperty("password_needed")
  PASSWORD_NEEDED,
  /** It is encrypted for somebody's key, such as a PGP message. */
  @JsonProperty("encrypted")
  ENCRYPTED,
  /** It is broken, or not what it says that it is. */
  @JsonProperty("damaged")
  DAMAGED,
  /** Files of its kind are not read. */
  @JsonProperty("unsupported")
  UNSUPPORTED,
  /** It, or what it unpacks to, is over a limit. */
  @JsonProperty("too_large")
  TOO_LARGE,
  /** It could not be read for another reason. */
  @JsonProperty("failed")
  FAILED
}
