package org.readingroom.search;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Says what kind of thing a question asks for. */
public enum AnswerType {
  /** A number or an amount. */
  NUMBER(
      "\\bhow (many|much|often|long|large|big|great|high|low|far|near|fast|slow|deep|old|young|small|short|tall"
          + "|wide|heavy|early|late|soon|strong|(?!exactly|really|actually|precisely)\\p{L}+ly)\\b"
          + "|\\bwhat (\\p{L}+ )?(share|percentage|number|proportion|quantity|tonnage|amount|size)\\b"),
  /** A day, month or year. */
  DATE(
      "^when\\b" + Cues.NO_CLAUSE + "|\\bwhen (was|were|did|had|is|could|would|will)\\b"
          + "|\\b(what|which) (day|date|month|year)s?\\b"),
  /** A person or several. */
  PERSON(
      Cues.NO_RELATIVE + "\\bwho(m|se)?\\b|\\b(which|what) " + Cues.OF_KIND
          + "(person|people|man|men|woman|women|leader|general|officer"
          + "|commander|marshal|admiral|colonel|official|minister|ambassador|envoy|diplomat|delegate|president"
          + "|secretary|comrade|pilot|soldier|worker|farmer|author)s?\\b|\\bname of the\\b"),
  /** A place. */
  PLACE(
      "^where\\b" + Cues.NO_CLAUSE + "|\\bwhere (was|were|did|had|is|do|to)\\b|\\b(which|what) "
          + Cues.OF_KIND
          + "(city|cities|town|village"
          + "|place|port|airport|airfield|base|country|countries|province|region|district|area|island|river|hill"
          + "|mountain)s?\\b"),
  /** A reason. */
  REASON(
      "\\bwhy\\b|\\bwhat (was|were|is|are|lay|stood) (behind|the (\\p{L}+ )?reasons?)\\b|\\bfor what reason"
          + "|\\bhow come\\b"),
  /** Several things of a kind. */
  LIST("\\bwhich (two|three|four|five|six|seven|eight|nine|ten|\\p{L}+s (were|are|did|had|have))\\b"
      + "|\\bwhat (were|are) the \\p{L}+s\\b|\\bwhat \\p{L}{3,}[^s\\P{L}]s\\b|\\b(list|name|enumerate) the\\b"),
  /** How something went on, or how two things compare. */
  COURSE(
      "\\btrace\\b|\\b(describe|outline|summari[sz]e|follow) the\\b|\\bcompar(e|es|ed|ison)\\b|\\bhow did .* (change|develop|evolve)\\b|\\bover time\\b"
          + "|\\bdiffer(s|ed|ence)?\\b|(?<!where )\\bdo(es)? the two\\b"),
  /** Anything else. */
  OTHER("");

  /** Holds what several cues share; an enum's own constants are not there yet when its values are made. */
  private static final class Cues {

    /** Up to two words that say more of a noun, and begin no verb. */
    private static final String OF_KIND = "((?!did|do|does|was|were|is|are|had|has|have|can|could|would|will|the|a)"
        + "\\p{L}+ ){0,2}";
    /** What follows does not say when or where the thing was that another question word asks about. */
    private static final String NO_CLAUSE = "(?! (?!(and|or|in|exactly|precisely|did|does|do|was|were|had|has|have"
        + "|is|are|can|could|would|will|should)\\b)"
        + ".*(\\b(what|who|whom|whose|which|why|how)\\b|, (did|does|do|was|were|had|has|have|is|are)\\b))";
    /** Not behind people, or things in the plural that are asked about, of which a relative clause says more. */
    private static final String NO_RELATIVE = "((?<!\\b(people|those|person|men|man|women|woman) )"
        + "(?<!\\b(what|which|how|why|when|where)\\b.{0,100}\\p{L}{2}[^s\\P{L}]s )|(?<=\\b(says|tells|shows|asks|knows|explains|names|mentions|states) ))";
  }

  private static final List<AnswerType> ORDER = List.of(COURSE, REASON, NUMBER, DATE, PERSON, LIST, PLACE);

  private final Pattern cue;

  AnswerType(String cue) {
    this.cue = Pattern.compile(cue);
  }

  /** Returns the kind of answer that a question wants. */
  static AnswerType of(String question) {
    String text = question.toLowerCase(Locale.ROOT);
    return ORDER.stream().filter(type -> type.cue.matcher(text).find()).findFirst().orElse(OTHER);
  }
}
