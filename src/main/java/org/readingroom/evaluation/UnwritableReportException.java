package org.readingroom.evaluation;

import java.io.IOException;
import java.nio.file.Path;

/** Says in one plain sentence that a report cannot be written where it was wanted. */
public final class UnwritableReportException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnwritableReportException(Path file, IOException cause) {
    super("The file " + file + " cannot be written.", cause);
  }
}
