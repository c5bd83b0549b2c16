package org.readingroom.answer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.readingroom.answer.ClaimChecker.Grounded;
import org.readingroom.catalogue.CollectionAnswers;
import org.readingroom.catalogue.Finding;
import org.readingroom.passage.Span;

/** Answers questions about the collection from its catalogue, the places it shows quoted and checked. */
final class CatalogueAnswers {

  /** What replies say wrote the answer. */
  static final String NAME = "catalogue";

  private final CollectionAnswers catalogue;

  CatalogueAnswers(CollectionAnswers catalogue) {
    this.catalogue = catalogue;
  }

  /** Answers a question about the collection that follows others; empty for one in it. */
  Optional<Answer> answer(Question question, List<Exchange> earlier, AnswerListener listener) {
    List<Finding> findings = catalogue.answers(question.text(),
        earlier.stream().map(Exchange::question).toList(), question.filters(), question.maxCitations());
    return findings.isEmpty()
        ? Optional.empty()
        : Optional.of(write(findings, question.maxCitations(), listener));
  }

  private static Answer write(List<Finding> findings, int most, AnswerListener listener) {
    Map<Quote, List<Span>> emphasis = new HashMap<>();
    AnswerWriter writer = new AnswerWriter(listener, most, quote -> emphasis.getOrDefault(quote, List.of()));
    for (Finding finding : findings) {
      writer.remark(finding.opening());
      for (Finding.Place place : finding.places()) {
        Quote quote = Quote.verified(place.document(), place.span(),
            place.span().of(place.document().text()));
        emphasis.put(quote, place.emphasis());
        writer.quote(new Grounded(quote, 1));
      }
      writer.remark(finding.closing());
    }
    return writer.told(findings.stream().flatMap(finding -> finding.documents().stream()).toList());
  }
}
