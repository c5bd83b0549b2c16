package org.readingroom.evaluation;

import java.util.List;

/** Finds the answer to a question in given contexts, and says how sure it is. */
@FunctionalInterface
public interface ContextReader {

  Reading read(ReadingQuestion question, List<SetText> contexts);
}
