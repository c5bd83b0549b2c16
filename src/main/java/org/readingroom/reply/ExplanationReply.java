package org.readingroom.reply;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readingroom.answer.Explanation;
import org.readingroom.answer.Explanation.Considered;
import org.readingroom.passage.Passage;
import org.readingroom.passage.Span;
import org.readingroom.search.DateExpression;
import org.readingroom.search.Query;
import org.readingroom.search.ReadPassage;

/** The explanation of an answer as it is sent. */
@Schema(description = "How the question was understood, what was read, and why the answer is what it is.")
public record ExplanationReply(
    @Schema(description = "Why there is an answer or none, in words.") String verdict, Understood understood,
    @Schema(description = "What read the passages: `bundled`, the name of a model's file, or `none`.") String reader,
    @Schema(description = "The estimate that the documents answer, from 0 to 1.") double confidence,
    @Schema(description = "The least estimate with which a question is answered.") double least,
    @Schema(description = "The least estimate with which it is answered without a reservation.") double sure,
    @Schema(description = "The passages that were read, the best first.") List<ReadPassageReply> passages) {

  private static final int PASSAGES = 10;

  /** A question as it was understood. */
  @Schema(description = "The question as it was understood.")
  public record Understood(
      @Schema(description = "The question as it was searched, misspelt words mended.") String query,
      List<Integer> documents, List<String> names,
      @Schema(description = "Days or intervals, ISO 8601; without the year where it is not known.") List<String> dates) {

    static Understood of(Query query) {
      return new Understood(query.text(), query.documents().stream().sorted().toList(), query.names(),
          query.dates().stream().map(Understood::date).toList());
    }

    private static String date(DateExpression date) {
      String from = date.yearKnown() ? date.from().toString() : date.from().toString().substring(4);
      String to = date.yearKnown() ? date.to().toString() : date.to().toString().substring(4);
      return from.equals(to) ? from : from + "/" + to;
    }
  }

  /** A passage that was read. */
  @Schema(description = "A passage that was read for the question.")
  public record ReadPassageReply(int documentNumber, int startCharIndex, int endCharIndex,
      @Schema(description = "Its score by search, before it was read.") double found,
      @Schema(description = "The reader's logit that the passage answers.") double answers,
      @Schema(description = "The place of the first quotation that begins in it, from 1; null where none does.", types = {
          "integer", "null"}) @Nullable Integer place,
      List<ScoredSentenceReply> sentences) {

    static ReadPassageReply of(Considered considered) {
      ReadPassage read = considered.read();
      Passage passage = read.passage();
      List<ScoredSentenceReply> sentences = new ArrayList<>();
      for (int i = 0; i < read.sentences().size(); i++) {
        if (Double.isFinite(read.sentences().get(i))) {
          Span span = passage.sentences().get(i).span();
          sentences.add(new ScoredSentenceReply(span.start(), span.end(), span.of(passage.document().text()),
              read.sentences().get(i)));
        }
      }
      return new ReadPassageReply(passage.document().number(), passage.span().start(), passage.span().end(),
          read.found(), read.answers(), considered.place(), sentences);
    }
  }

  /** A sentence with its score. */
  @Schema(description = "A sentence with how well it answers; scores are comparable within one question.")
  public record ScoredSentenceReply(int startCharIndex, int endCharIndex, String text, double score) {}

  /** Puts an explanation into the form that is sent. */
  public static ExplanationReply of(Explanation explanation) {
    return new ExplanationReply(explanation.verdict(), Understood.of(explanation.query()),
        explanation.reader(), explanation.confidence(), explanation.least(), explanation.sure(),
        explanation.considered().stream().limit(PASSAGES).map(ReadPassageReply::of).toList());
  }
}
