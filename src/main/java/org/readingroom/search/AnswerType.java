package org.readingroom.search;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Says what kind of thing a question asks for. */
public enum AnswerType {
  /** A number or an amount. */
  NUMBER("\\bhow (many|much|often|long|large|big|high|far|fast|quickly|deep|old|small)\\b"
      + "|\\bwhat (\\w+ )?(share|percentage|number|proportion|quantity|tonnage|amount|size)\\b|\\bhow .{0,20}\\b(could|long)\\b"),
  /** A day, month or year. */
  DATE(
      "^when\\b|\\bwhen (was|were|did|had|is|could|would|will)\\b|\\b(on |by |between )?(about )?(what|which) (date|dates|day|month|year)\\b"),
  /** A person or several. */
  PERSON(
      "\\bwho(m|se)?\\b|\\bwhich (soviet |chinese |korean |polish |american )?(general|generals|official|officials|person|people|comrades?|pilot|farmer|minister|diplomat|leader|two comrades)\\b|\\bname of the\\b"),
  /** A place. */
  PLACE(
      "^where\\b|\\bwhere (was|were|did|had|is|do|to)\\b|\\b(what|which) (two )?(city|cities|town|place|port|airfield|line)\\b"),
  /** A reason. */
  REASON("\\bwhy\\b|\\bwhat (lay|was) behind\\b|\\bfor what reason|\\bwhat (was|were) the reasons?\\b"),
  /** Several things of a kind. */
  LIST(
      "\\bwhich (three|four|five|six|seven|\\w+s (were|did|had|are))\\b|\\bwhat (were|are) the\\b|\\blist\\b|^name the\\b|\\bwhat (tasks|conditions|reasons|measures|proposals)\\b"),
  /** How something went on, or how two things compare. */
  COURSE(
      "\\btrace\\b|\\bcompare\\b|\\bhow did .* (change|develop|come)\\b|\\bover time\\b|\\bexchange\\b|(?<!where )\\bdo the two\\b|\\bhow do .* compare\\b"),
  /** Anything else. */
  OTHER("");

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
