package org.readingroom.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.readingroom.answer.ClaimChecker.Grounded;
import org.readingroom.collection.Document;
import org.readingroom.collection.Kind;
import org.readingroom.passage.Span;

/**
 * Writes an answer piece by piece and lets it be heard: quotations with who wrote to whom and when, or a
 * model's claims, each with the markers of what supports it.
 */
final class AnswerWriter {

  /** Is written behind a claim that no evidence supports. */
  static final String UNSUPPORTED = "[unsupported]";
  /** Is written where a claim breaks off that has more citations than fit. */
  static final String LEFT_OUT = "[left out: it needs more citations than were asked for]";

  private static final String NOTHING = "The documents do not answer this question.";
  private static final String NEAREST = " The nearest are listed below.";

  private static final String UNSURE = "The documents may not answer this; the sentences nearest to an answer are:";

  private final AnswerListener listener;
  private final int most;
  private final Function<Quote, List<Span>> emphasis;
  private final StringBuilder text = new StringBuilder();
  private final List<Citation> citations = new ArrayList<>();
  private final List<SupportedClaim> claims = new ArrayList<>();
  private int told;
  private int liveFrom = -1;
  private @Nullable Document last;

  /**
   * Starts an answer.
   *
   * @param most how many quotations it may have
   * @param emphasis finds the words in a quotation that answer
   */
  AnswerWriter(AnswerListener listener, int most, Function<Quote, List<Span>> emphasis) {
    this.listener = listener;
    this.most = most;
    this.emphasis = emphasis;
  }

  /** Tells whether no more quotations fit. */
  boolean isFull() {
    return citations.size() >= most;
  }

  boolean hasCitations() {
    return !citations.isEmpty();
  }

  /** Adds a quotation, unless it is there or there are enough, and tells whether it is there now. */
  boolean quote(Grounded ground) {
    if (isFull() || isCited(ground)) {
      return isCited(ground);
    }
    int start = begin("\n\n");
    Document document = ground.quote().document();
    text.append(leadIn(document, last)).append(" “").append(ground.quote().text()).append('”');
    last = document;
    cite(start, List.of(ground));
    return true;
  }

  /** Adds a quotation beside claims, unless some of it is cited already or there are enough. */
  void quoteBeside(Grounded ground) {
    Quote own = ground.quote();
    if (citations.stream().map(Citation::quote).noneMatch(
        cited -> cited.document().equals(own.document()) && cited.span().overlaps(own.span()))) {
      quote(ground);
    }
  }

  /** Shows the beginning of a claim before it is judged; what is shown of it later must begin so. */
  void live(String beginning) {
    if (liveFrom < 0) {
      liveFrom = begin(" ");
      last = null;
    }
    String said = text.substring(liveFrom);
    text.append(beginning.startsWith(said) ? beginning.substring(said.length()) : "");
    tell();
  }

  /**
   * Adds a claim with what supports it, or with as much of that as holds the rest, and tells whether that fits.
   *
   * @param support how sure it is that they do
   */
  boolean claim(String claim, List<Grounded> grounds, double support) {
    List<Grounded> cited = fit(grounds) ? grounds : widest(grounds);
    if (!fit(cited)) {
      breakOff(LEFT_OUT);
      return false;
    }
    Span span = new Span(say(claim), text.length());
    SupportedClaim supported = new SupportedClaim(claim, span, cite(span.start(), cited), support);
    claims.add(supported);
    listener.claimed(supported);
    return true;
  }

  private boolean fit(List<Grounded> grounds) {
    return citations.size() + grounds.stream().filter(ground -> !isCited(ground)).count() <= most;
  }

  /** Returns the quotations that lie within no other. */
  private static List<Grounded> widest(List<Grounded> grounds) {
    return grounds.stream().filter(ground -> grounds.stream().map(Grounded::quote)
        .noneMatch(
            other -> !other.equals(ground.quote()) && other.document().equals(ground.quote().document())
                && other.span().contains(ground.quote().span())))
        .toList();
  }

  /** Adds a claim that nothing supports, and says so; nothing in it is set as a quotation. */
  void unsupported(String claim) {
    say(Wording.unmarked(claim));
    text.append(' ').append(UNSUPPORTED);
    tell();
  }

  /** Says of a claim that was begun and goes no further that nothing supports it. */
  void breakOff() {
    breakOff(UNSUPPORTED);
  }

  private void breakOff(String mark) {
    if (liveFrom >= 0) {
      text.append(' ').append(mark);
      liveFrom = -1;
      tell();
    }
  }

  /** Goes on with what was shown of a claim, or begins it where that was not how it begins. */
  private int say(String claim) {
    if (liveFrom >= 0 && !claim.startsWith(text.substring(liveFrom))) {
      breakOff();
    }
    int start = liveFrom < 0 ? begin(" ") : liveFrom;
    text.append(claim.substring(text.length() - start));
    liveFrom = -1;
    last = null;
    return start;
  }

  /** Says that the quotations that follow may be no answer. */
  void unsure() {
    remark(UNSURE);
  }

  /**
   * Returns the answer; abstains where nothing is quoted.
   *
   * @param spoken the names in the question that the documents speak of
   */
  Answer finish(List<Document> related, List<String> spoken) {
    if (!citations.isEmpty()) {
      return new Answer.Answered(text.toString(), citations, claims);
    }
    begin("\n\n");
    text.append(NOTHING);
    if (!spoken.isEmpty()) {
      text.append(" They speak of ").append(listed(spoken))
          .append(", but no sentence found says what is asked.");
    }
    text.append(related.isEmpty() ? "" : NEAREST);
    tell();
    return new Answer.Abstained(text.toString(), related);
  }

  private static String listed(List<String> names) {
    return names.size() == 1
        ? names.getFirst()
        : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
  }

  /** Says something that is neither a quotation nor a claim, in a paragraph of its own. */
  void remark(String words) {
    if (!words.isEmpty()) {
      begin("\n\n");
      text.append(words);
      tell();
    }
  }

  /** Returns what was said about the collection. */
  Answer told(List<Document> related) {
    return citations.isEmpty()
        ? new Answer.Told(text.toString(), related)
        : new Answer.Answered(text.toString(), citations);
  }

  private int begin(String separator) {
    if (!text.isEmpty()) {
      text.append(last == null ? separator : "\n\n");
    }
    return text.length();
  }

  private boolean isCited(Grounded ground) {
    return citations.stream().anyMatch(citation -> citation.quote().equals(ground.quote()));
  }

  /** Writes the markers of what supports the words from a place on, tells of them and returns them. */
  private List<Integer> cite(int start, List<Grounded> grounds) {
    List<Grounded> fresh = new ArrayList<>();
    List<Integer> markers = new ArrayList<>();
    for (Grounded ground : grounds) {
      int known = citations.stream().filter(citation -> citation.quote().equals(ground.quote()))
          .mapToInt(Citation::marker).findFirst().orElse(0);
      if (known > 0 || citations.size() + fresh.size() < most) {
        fresh.addAll(known > 0 ? List.of() : List.of(ground));
        int marker = known > 0 ? known : citations.size() + fresh.size();
        markers.add(marker);
        text.append(" [").append(marker).append(']');
      }
    }
    Span span = new Span(start, text.length());
    tell();
    for (Grounded ground : fresh) {
      Citation citation = new Citation(citations.size() + 1, ground.quote(), span,
          emphasis.apply(ground.quote()), ground.score());
      citations.add(citation);
      listener.cited(citation);
    }
    return markers;
  }

  private void tell() {
    String words = text.substring(told);
    told = text.length();
    listener.wrote(words);
  }

  /** Returns who wrote to whom and when, or that it is the same document again. */
  static String leadIn(Document document, @Nullable Document last) {
    String kind = document.kind() == Kind.OTHER
        ? "document"
        : document.kind().word().toLowerCase(Locale.ROOT);
    if (document.equals(last)) {
      return "The same " + kind + ":";
    }
    String when = (document.showsDate() ? ", " + document.date().label() : "") + ":";
    if (document.from() == null) {
      return document.title() + when;
    }
    String to = document.to() == null ? "" : " to " + document.to();
    return document.from() + to + ", " + kind + when;
  }
}
