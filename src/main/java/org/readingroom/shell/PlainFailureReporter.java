package org.readingroom.shell;

import org.springframework.boot.SpringBootExceptionReporter;

/** Keeps Spring Boot from writing a page about a failed start that one sentence explains. */
final class PlainFailureReporter implements SpringBootExceptionReporter {

  @Override
  public boolean reportException(Throwable failure) {
    return Failure.isPlain(failure);
  }
}
