package org.readingroom.reply;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.readingroom.answer.Explanation;
import org.readingroom.answer.Explanation.Considered;
import org.readingroom.answer.ModelTrace;
import org.readingroom.collection.Document;
import org.readingroom.passage.Span;
import org.readingroom.search.DateExpression;
import org.readingroom.search.Query;

/** Is the explanation of an answer as it is sent. */
@Schema(description = "How the question was understood, what was considered, and why the answer is what it is.")
public record ExplanationReply(
    @Schema(description = "Why there is an answer or none, in words.") String verdict, Understood understood,
    @Schema(description = "The estimate that the documents answer, from 0 to 1.") double confidence,
    @Schema(description = "The least estimate with which a question is answered.") double least,
    @Schema(description = "The logarithm of the estimate's odds with no ground at all.") double bias,
    @Schema(description = "What speaks for there being an answer.") List<WeighedReply> grounds,
    @Schema(description = "The spans with the best scores and all that were quoted.") List<ConsideredReply> candidates,
    @Schema(description = "What a language model claimed that was not shown as supported, or not whole.") List<DroppedReply> dropped,
    @Schema(description = "The passages found, the best first.") List<PassageReply> passages) {

  private static final int PASSAGES = 10;

  /**
   * Is a question as it was understood.
   *
   * @param asks the words that ask, where the others only say what it is about
   * @param wanted the kind of answer asked for
   * @param parts the stretches that each ask for something of their own
   */
  @Schema(description = "The question as it was understood.")
  public record Understood(
      @Schema(description = "The question as it was searched, misspelt words mended.") String query,
      String asks,
      @Schema(example = "number") String wanted, List<Integer> documents, List<String> names,
      @Schema(description = "Days or intervals, ISO 8601; without the year where it is not known.") List<String> dates,
      List<String> parts) {

    static Understood of(Query query) {
      return new Understood(query.text(), query.focused(), query.wanted().name().toLowerCase(Locale.ROOT),
          query.documents().stream().sorted().toList(), query.names(),
          query.dates().stream().map(Understood::date).toList(),
          query.parts().stream().map(part -> part.of(query.text())).toList());
    }

    private static String date(DateExpression date) {
      String from = date.yearKnown() ? date.from().toString() : date.from().toString().substring(4);
      String to = date.yearKnown() ? date.to().toString() : date.to().toString().substring(4);
      return from.equals(to) ? from : from + "/" + to;
    }
  }

  /** Is a ground or a signal with what it counts. */
  @Schema(description = "A ground or a signal; what it adds is its value times its weight.")
  public record WeighedReply(String name, double value, double weight) {

    static List<WeighedReply> of(List<Explanation.Weighed> weighed) {
      return weighed.stream().map(w -> new WeighedReply(w.name(), w.value(), w.weight())).toList();
    }
  }

  /** Is a span that was considered. */
  @Schema(description = "A span that was considered as a quotation.")
  public record ConsideredReply(@Schema(example = "nkidp-korean-war:7") String documentId, int documentNumber,
      @Schema(description = "The id of the collection.", example = "nkidp-korean-war") String collection,
      int startCharIndex, int endCharIndex, String text,
      @Schema(description = "The weighted sum of its signals.") double score,
      @Schema(description = "The chance that it holds the answer, if the documents have it at all.") double chance,
      @Schema(description = "Its place among the quotations, from 1; null where it was not quoted.", types = {
          "integer", "null"}) @Nullable Integer place,
      List<WeighedReply> signals) {

    static ConsideredReply of(Considered considered) {
      Document document = considered.candidate().document();
      Span span = considered.candidate().span();
      return new ConsideredReply(document.id(), document.number(), document.collection(), span.start(),
          span.end(), considered.candidate().text(), considered.candidate().score(), considered.chance(),
          considered.place(), WeighedReply.of(considered.signals()));
    }
  }

  /** A claim of a language model that was not shown as supported. */
  @Schema(description = "A claim of a language model that was not shown as supported.")
  public record DroppedReply(String claim,
      @Schema(description = "The check that it does not pass: `form`, it claims nothing; `quotation`, its quotation is not in the evidence; `copy`, it alters the sentence that it copies; `essentials`, a name, number, date or denial of it is not in the sentences; `estimate`, the estimate of its support is too low; `room`, there was no room for its citation.", allowableValues = {
          "form", "quotation", "copy", "essentials", "estimate", "room"}) String check,
      @Schema(description = "Why it is not shown, in words.", example = "it is a question") String reason) {

    static DroppedReply of(ModelTrace.Dropped dropped) {
      return new DroppedReply(dropped.claim(), dropped.check().name().toLowerCase(Locale.ROOT),
          dropped.reason());
    }
  }

  /** Puts an explanation into the form that is sent. */
  public static ExplanationReply of(Explanation explanation) {
    return new ExplanationReply(explanation.verdict(), Understood.of(explanation.query()),
        explanation.confidence(), explanation.least(), explanation.bias(),
        WeighedReply.of(explanation.grounds()),
        explanation.candidates().stream().map(ConsideredReply::of).toList(),
        explanation.dropped().stream().map(DroppedReply::of).toList(),
        explanation.passages().stream().limit(PASSAGES).map(PassageReply::of).toList());
  }
}
