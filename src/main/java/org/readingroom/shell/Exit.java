package org.readingroom.shell;

import org.readingroom.answer.InvalidQuestionException;
import org.readingroom.library.UnknownCollectionException;
import org.springframework.shell.core.command.ExitStatus;

/** Names what the program's exit status tells a script. */
final class Exit {

  static final int ANSWERED = 0;
  static final int FAILED = 1;
  static final int USAGE = 2;
  static final int ABSTAINED = 3;

  /** The status of an update after which some files cannot be asked. */
  static final ExitStatus NOT_ALL_INDEXED = new ExitStatus(4, "not all files indexed");

  /** The status of an evaluation whose figures do not hold the floors of its set. */
  static final ExitStatus FLOORS_MISSED = new ExitStatus(FAILED, "floors missed");

  /** The status of a question that the documents do not answer. */
  static final ExitStatus NO_ANSWER = new ExitStatus(ABSTAINED, "abstained");

  private Exit() {}

  /** Returns the status for something that went wrong. */
  static int of(Throwable thrown) {
    return Failure.find(thrown, UsageException.class).isPresent()
        || Failure.find(thrown, InvalidQuestionException.class).isPresent()
        || Failure.find(thrown, UnknownCollectionException.class).isPresent() ? USAGE : FAILED;
  }
}
