package org.readingroom.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.readingroom.collection.Document;
import org.readingroom.collection.Kind;
import org.readingroom.passage.Span;

/** Writes answers around quotations: who wrote to whom and when, the words, the marker. */
final class AnswerWriter {

  private static final String NOTHING = "The documents do not answer this question.";
  private static final String NEAREST = NOTHING + " The nearest are listed below.";

  /**
   * Is a quotation on its way into an answer.
   *
   * @param emphasis the words in it that answer
   * @param score how sure the choice is, from 0 to 1
   */
  record Cited(Quote quote, List<Span> emphasis, double score) {}

  Answer answered(List<Cited> cited) {
    StringBuilder text = new StringBuilder();
    List<Citation> citations = new ArrayList<>();
    Document last = null;
    for (Cited each : cited) {
      if (!text.isEmpty()) {
        text.append("\n\n");
      }
      int start = text.length();
      Document document = each.quote().document();
      int marker = citations.size() + 1;
      text.append(leadIn(document, last)).append(" “").append(each.quote().text()).append("” [")
          .append(marker)
          .append(']');
      citations.add(
          new Citation(marker, each.quote(), new Span(start, text.length()), each.emphasis(), each.score()));
      last = document;
    }
    return new Answer.Answered(text.toString(), citations);
  }

  Answer abstained(List<Document> related) {
    return new Answer.Abstained(related.isEmpty() ? NOTHING : NEAREST, related);
  }

  /** Returns who wrote to whom and when, or that it is the same document again. */
  static String leadIn(Document document, @Nullable Document last) {
    String kind = document.kind() == Kind.OTHER
        ? "document"
        : document.kind().word().toLowerCase(Locale.ROOT);
    if (last != null && last.number() == document.number()) {
      return "The same " + kind + ":";
    }
    String when = document.date().label();
    if (document.from() == null) {
      return document.title() + ", " + when + ":";
    }
    String to = document.to() == null ? "" : " to " + document.to();
    return document.from() + to + ", " + kind + ", " + when + ":";
  }
}
