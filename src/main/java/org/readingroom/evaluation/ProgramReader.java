package org.readingroom.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.readingroom.answer.InvalidQuestionException;
import org.readingroom.passage.Span;
import org.readingroom.search.Filters;

/** Reads with the program itself, restricted to the contexts of each question. */
final class ProgramReader implements ContextReader, SpanReader {

  private static final Reading NOTHING = new Reading("", "", 0, false);

  private final Program program;
  private final SetCollection texts;

  ProgramReader(Program program, SetCollection texts) {
    this.program = program;
    this.texts = texts;
  }

  /** Returns the first quotation or, where the program abstains, the sentence that answers best. */
  @Override
  public Reading read(ReadingQuestion question, List<SetText> contexts) {
    Set<Integer> documents = contexts.stream().map(text -> texts.number(text.id()))
        .collect(Collectors.toSet());
    List<String> turns = new ArrayList<>(question.history());
    turns.add(question.question());
    Optional<Program.Asked> answered = ask(turns, documents);
    if (answered.isEmpty()) {
      return NOTHING;
    }
    Program.Asked asked = answered.get();
    List<Quotation> quotations = ConversationAnswerer.quotations(asked.turn());
    if (!quotations.isEmpty()) {
      Quotation first = quotations.getFirst();
      return new Reading(texts.id(first.document()), first.text(), asked.confidence(), true);
    }
    return asked.nearest().map(best -> new Reading(texts.id(best.document()), best.text(), asked.confidence(), false))
        .orElse(NOTHING);
  }

  /** Returns all quotations; none where the program abstains. */
  @Override
  public Quoted read(SpanRow row) {
    return ask(List.of(row.query()), Set.of(texts.number(row.text().id())))
        .map(asked -> new Quoted(ConversationAnswerer.quotations(asked.turn()).stream()
            .map(quotation -> new Span(quotation.start(), quotation.end())).toList(), asked.confidence()))
        .orElse(new Quoted(List.of(), 0));
  }

  /** Asks in one conversation; empty where the program refuses what is asked, such as a question that is too long. */
  private Optional<Program.Asked> ask(List<String> turns, Set<Integer> documents) {
    try {
      return Optional.of(program.askAll(turns, new Filters(documents, null, null, Set.of(), null)));
    } catch (InvalidQuestionException e) {
      return Optional.empty();
    }
  }
}
