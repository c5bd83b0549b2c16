package org.readingroom.evaluation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Judges a reply to a question by the definitions in {@code evaluation/README.md}. */
final class Judge {

  /** The characters of the answer, and of each quotation, in which {@code must} is looked for. */
  static final int READ_OF_EACH = 1_500;

  /** The characters of the first quotation in which {@code must} is looked for. */
  static final int READ_OF_FIRST = 500;

  private final SourceText source;

  Judge(SourceText source) {
    this.source = source;
  }

  /** Returns the figures that the question counts for, in the order of {@link Figures#JUDGMENTS}. */
  Map<String, Double> judge(GoldQuestion question, Reply reply) {
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put(Figures.RIGHT, share(isRight(question, reply)));
    if (question.answerable()) {
      figures.put(Figures.FIRST, share(isFirstRight(question, reply)));
      figures.put(Figures.DOCUMENT, share(citesGold(question, reply)));
      figures.put(Figures.PRECISION, precision(question, reply));
      if (!question.evidence().isEmpty()) {
        figures.put(Figures.EVIDENCE, evidence(question, reply));
      }
      figures.put(Figures.FALSE_ABSTAIN, share(!reply.answered()));
    } else {
      figures.put(Figures.ABSTAIN, share(!reply.answered()));
    }
    if (!reply.quotations().isEmpty()) {
      long verbatim = reply.quotations().stream().filter(source::holds).count();
      figures.put(Figures.VERBATIM, (double) verbatim / reply.quotations().size());
    }
    return figures;
  }

  private static boolean isRight(GoldQuestion question, Reply reply) {
    if (!question.answerable()) {
      return !reply.answered();
    }
    return reply.answered() && citesGold(question, reply)
        && question.must().stream().allMatch(must -> matches(must, reply.text(), READ_OF_EACH) || reply
            .quotations().stream().anyMatch(quotation -> matches(must, quotation.text(), READ_OF_EACH)));
  }

  private static boolean isFirstRight(GoldQuestion question, Reply reply) {
    if (!reply.answered() || reply.quotations().isEmpty()) {
      return false;
    }
    Quotation first = reply.quotations().getFirst();
    return isRightAlone(question, first.document(), first.text());
  }

  /** Tells whether words of a document are a right answer with nothing beside them. */
  static boolean isRightAlone(GoldQuestion question, int document, String words) {
    return question.documents().contains(document)
        && question.must().stream().allMatch(must -> matches(must, words, READ_OF_FIRST));
  }

  private static boolean citesGold(GoldQuestion question, Reply reply) {
    return reply.quotations().stream().anyMatch(q -> question.documents().contains(q.document()));
  }

  /** Counts documents, not quotations; where nothing is cited, nothing cited is gold. */
  private static double precision(GoldQuestion question, Reply reply) {
    Set<Integer> cited = reply.quotations().stream().map(Quotation::document).collect(Collectors.toSet());
    long gold = cited.stream().filter(question.documents()::contains).count();
    return cited.isEmpty() ? 0 : (double) gold / cited.size();
  }

  /** Looks only into quotations of the document that the span is from. */
  private static double evidence(GoldQuestion question, Reply reply) {
    long found = question.evidence().stream().filter(span -> {
      List<String> texts = reply.quotations().stream().filter(q -> q.document() == span.document())
          .map(Quotation::text).toList();
      return Words.enough(span.quote(), texts);
    }).count();
    return (double) found / question.evidence().size();
  }

  private static boolean matches(Pattern must, String text, int limit) {
    return must.matcher(text.substring(0, Math.min(limit, text.length()))).find();
  }

  private static double share(boolean yes) {
    return yes ? 1 : 0;
  }
}
