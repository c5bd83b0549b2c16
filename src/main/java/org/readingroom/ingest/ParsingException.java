package org.readingroom.ingest;

import java.io.Serial;

/** Says in one sentence for a person why a file could not be read, and with which status. */
final class ParsingException extends RuntimeException {

  @Serial
  private static final long serialVersionUID = 1L;

  private final FileStatus status;

  ParsingException(FileStatus status, String sentence) {
    super(sentence);
    this.status = status;
  }

  ParsingException(FileStatus status, String sentence, Throwable cause) {
    super(sentence, cause);
    this.status = status;
  }

  static ParsingException tooLarge() {
    return new ParsingException(FileStatus.TOO_LARGE, "The file unpacks to more than can be read.");
  }

  static ParsingException damaged(String kind, Throwable cause) {
    return new ParsingException(FileStatus.DAMAGED, "The file is no " + kind + ", or is damaged.", cause);
  }

  FileStatus status() {
    return status;
  }

  String sentence() {
    String message = getMessage();
    return message == null ? "" : message;
  }
}
