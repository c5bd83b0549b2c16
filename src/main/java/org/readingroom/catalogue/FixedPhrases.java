package org.readingroom.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.readingroom.catalogue.CatalogueQuestion.Greeting;
import org.readingroom.catalogue.CatalogueQuestion.Help;
import org.readingroom.catalogue.CatalogueQuestion.Overview;

/** Recognises a greeting, a request for help, and a question about the collection as a whole. */
final class FixedPhrases {

  private static final Pattern GREETING = Phrase.words("(?:hello|hi|hey|hiya|greetings|good (?:morning|afternoon|evening|day))"
      + "(?: (?:there|all|everyone|again))*");
  private static final Pattern THANKS = Phrase
      .words("(?:thanks|thank you|many thanks|bye|goodbye)(?: (?:so much|very much|a lot|you|again))*");
  private static final Pattern HELP = Phrase.words("help(?: me)?(?: please)?"
      + "|(?:what|which questions|what questions|what kind of questions) (?:can|could|should|may) (?:i|you|we)"
      + " ?(?:ask|answer|do|search|search for)?(?: (?:you|here|about|for me|me|it|this))*"
      + "|how (?:do|can|should) i (?:use|ask|search|start|begin)(?: (?:this|it|you|questions|a question|here))*"
      + "|how (?:does|do) (?:this|it|you)(?: program| site)? work"
      + "|(?:(?:give|show) me )?(?:an |some )?examples?(?: questions?)?"
      + "|(?:who|what) are you|are you an? (?:bot|chatbot|robot|human|ai|person|machine)|how are you|instructions");
  private static final String ALL = "(?:the|this|these|your|all the|all these) (?:whole |entire )?"
      + "(?:collection|documents|archive|corpus|library|reader|texts|sources|site|page|program)";
  private static final Pattern WHAT = Phrase.words("what (?:is|'s|are|do|does) (?:in )?(?:this|these|here|there|" + ALL
      + ")(?: all)?(?: (?:here|about|for|contain|cover|hold|have))?"
      + "|whats this(?: about)?|(?:describe|tell me about|explain|introduce) " + ALL
      + "|(?:which|what) (?:period|time|years|dates) (?:do|does) " + ALL + " cover"
      + "|where (?:are|is|do|does) " + ALL + "(?: come)? from"
      + "|who (?:wrote|sent|made|collected|compiled|published) " + ALL
      + "|who are the (?:main |most important )?(?:correspondents|authors|senders|writers)(?: in " + ALL + ")?");
  private static final Pattern SUMMARY = Phrase.words("summari[sz]e|sum up|summary|overview|outline|tl ?dr|recap|gist"
      + "|(?:give|write|show|make)(?: me)? an? (?:short |brief |quick )?(?:summary|overview|outline|recap)"
      + "|(?:the|an?) (?:short |brief )?(?:summary|overview|outline|gist)");
  private static final Pattern HAPPENED = Phrase.words("what happened");
  private static final Pattern ABOUT = Phrase.words("tell me about|explain|describe|what is|what was|what 's");
  private static final Set<String> WHOLE = Set.of("of", "on", "in", "about", "the", "this", "these", "all", "your",
      "everything", "whole", "entire", "a", "an", "for", "me", "collection", "documents", "archive", "corpus", "library",
      "texts", "sources", "reader", "please", "here");

  private final List<String> title;

  /**
   * Makes a recogniser.
   *
   * @param title the title of the collection, of which the last word may stand for it all
   */
  FixedPhrases(String title) {
    List<String> content = content(Folded.of(title).text());
    this.title = content.isEmpty() ? List.of("") : content;
  }

  /** Returns what is asked for in one of the phrases. */
  Optional<CatalogueQuestion> recognize(Phrase phrase) {
    boolean hello = phrase.takeAll(GREETING);
    if (hello || phrase.takeAll(THANKS)) {
      return Optional.of(new Greeting(hello));
    }
    phrase.takePoliteness();
    if (phrase.takeAll(HELP)) {
      return Optional.of(new Help());
    }
    if (phrase.takeAll(WHAT)) {
      return Optional.of(new Overview(false));
    }
    if (phrase.take(SUMMARY)) {
      return title.containsAll(content(phrase.rest())) ? Optional.of(new Overview(true)) : Optional.empty();
    }
    boolean happened = phrase.take(HAPPENED);
    if (!happened && !phrase.take(ABOUT)) {
      return Optional.empty();
    }
    List<String> subject = content(phrase.rest());
    return title.containsAll(subject) && subject.contains(title.getLast())
        ? Optional.of(new Overview(happened))
        : Optional.empty();
  }

  private static List<String> content(String folded) {
    return Stream.of(folded.split(" ")).filter(word -> !word.isEmpty() && !WHOLE.contains(word)).toList();
  }
}
