package org.readingroom.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.readingroom.answer.InvalidQuestionException;
import org.readingroom.search.Candidate;
import org.readingroom.search.Filters;

/** Reads with the program itself, restricted to the contexts of each question. */
final class ProgramReader implements ContextReader {

  private static final Reading NOTHING = new Reading("", "", 0, false);

  private final Program program;
  private final SetCollection texts;

  ProgramReader(Program program, SetCollection texts) {
    this.program = program;
    this.texts = texts;
  }

  /** Returns the first quotation or, where the program abstains, the span that it would have quoted first. */
  @Override
  public Reading read(ReadingQuestion question, List<SetText> contexts) {
    Set<Integer> documents = contexts.stream().map(text -> texts.number(text.id()))
        .collect(Collectors.toSet());
    List<String> turns = new ArrayList<>(question.history());
    turns.add(question.question());
    Program.Asked asked;
    try {
      asked = program.askAll(turns, new Filters(documents, null, null, Set.of(), null));
    } catch (InvalidQuestionException e) {
      return NOTHING;
    }
    List<Quotation> quotations = ConversationAnswerer.quotations(asked.turn());
    if (!quotations.isEmpty()) {
      Quotation first = quotations.getFirst();
      return new Reading(texts.id(first.document()), first.text(), asked.confidence(), true);
    }
    Optional<Candidate> best = asked.retrieval().flatMap(found -> found.candidates().stream().findFirst());
    return best.map(candidate -> new Reading(texts.id(candidate.document().number()), candidate.text(),
        asked.confidence(), false)).orElse(NOTHING);
  }
}
