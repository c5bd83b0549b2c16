package org.readingroom.catalogue;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.readingroom.catalogue.CatalogueQuestion.Courtesy;
import org.readingroom.catalogue.CatalogueQuestion.Greeting;
import org.readingroom.catalogue.CatalogueQuestion.Help;
import org.readingroom.catalogue.CatalogueQuestion.Overview;
import org.readingroom.search.DateExpression;
import org.readingroom.search.DateExpressions;

/** Recognises a greeting, a request for help, and a question about the collection as a whole. */
final class FixedPhrases {

  private static final Pattern GREETING = Phrase
      .words("(?:hello|hi|hey|hiya|greetings|good (?:morning|afternoon|evening|day))"
          + "(?: (?:there|all|everyone|again))*");
  private static final String PRAISE = "(?:ok|okay|great|good|perfect|nice|cool|excellent|wonderful|super|fine"
      + "|awesome|amazing|brilliant|fantastic|helpful|useful|interesting|impressive|understood|got it|i see"
      + "|i understand|all right|alright|well done|(?:good|great|nice) (?:job|work|answer|to know)|makes sense)";
  private static final Pattern THANKS = Phrase
      .words("(?:" + PRAISE + " )*(?:thanks|thank you|many thanks|thx|cheers)");
  /** Goes on with thanks. */
  private static final Pattern THANKED = Phrase
      .words("so|very|a|you|again|in advance|for|that|this|it|your|really"
          + "|indeed|i (?:appreciate|know|am)|" + PRAISE);
  /** The most words of thanks; more hold a question. */
  private static final int THANKING = 8;
  /** A name, or a number, in what is said behind thanks. */
  private static final Pattern TOPIC = Pattern.compile("(?<=[^.!?]\\s)(?!I\\b)\\p{Lu}\\p{Ll}|\\d");
  private static final Pattern ASKS = Pattern
      .compile("\\b(?:who|whom|whose|what|which|when|where|why|how|list|show|find|give|tell|describe|explain"
          + "|compare|summari[sz]e|need|want|did|does|do|can|could|would|(?:is|are) there)\\b");
  private static final Pattern PRAISED = Phrase
      .words("(?:(?:that|this|it|thats|its)(?: (?:is|was|'s))? )?(?:(?:very|so|really|quite|most) )*" + PRAISE
          + "(?: (?:(?:very|so|really|quite|and) )*" + PRAISE + ")*");
  /** Hands, hearts and the like, in any colour. */
  private static final Pattern MARKS = Pattern
      .compile("(?:[\\x{1F44D}\\x{1F44C}\\x{1F64F}\\x{1F44F}\\x{2764}\\x{1F4AF}\\x{1F389}]"
          + "[\\x{FE0F}\\x{1F3FB}-\\x{1F3FF}]*[\\s!.]*)+");
  private static final Pattern FAREWELL = Phrase
      .words(
          "(?:ok |okay |thanks |thank you )*(?:bye(?: bye)?|good ?bye|good night|farewell|see you)(?: (?:later|then|soon|now))*");
  private static final Pattern HELP = Phrase.words("help(?: me)?(?: please)?"
      + "|(?:what|which questions|what questions|what kind of questions) (?:can|could|should|may) (?:i|you|we)"
      + " ?(?:ask|answer|do|search|search for)?(?: (?:you|here|about|for me|me|it|this))*"
      + "|how (?:do|can|should) i (?:use|ask|search|start|begin)(?: (?:this|it|you|questions|a question|here))*"
      + "|how (?:does|do) (?:this|it|you)(?: program| site)? work"
      + "|(?:(?:give|show) me )?(?:an |some )?examples?(?: questions?)?"
      + "|(?:who|what) are you|are you an? (?:bot|chatbot|robot|human|ai|person|machine)|how are you|instructions");
  /** With "the" alone, what may as well stand in a document is no name of the collection. */
  private static final String ALL = "(?:all )?(?:(?:the|this|these|your) (?:whole |entire )?"
      + "(?:collection|documents|archive|corpus)"
      + "|(?:this|these|your) (?:whole |entire )?(?:library|reader|texts|sources|site|page|program))";
  private static final Pattern WHAT = Phrase
      .words("what (?:is|'s|are|do|does) (?:in )?(?:this|these|here|there|" + ALL
          + ")(?: all)?(?: (?:here|about|for|contain|cover|hold|have))?"
          + "|whats this(?: about)?|(?:describe|tell me about|explain|introduce) " + ALL
          + "|what (?:topics|subjects|themes) (?:do|does|are|is) (?:this|these|" + ALL
          + ")(?: (?:cover|about|covered|treat))*"
          + "|what (?:topics|subjects|themes) are (?:covered|there)(?: here)?"
          + "|(?:which|what) (?:period|time|years|dates) (?:do|does) " + ALL + " cover"
          + "|where (?:are|is|do|does) " + ALL + "(?: come)? from"
          + "|who (?:wrote|sent|made|collected|compiled|published) " + ALL
          + "|who are the (?:main |most important )?(?:correspondents|authors|senders|writers)(?: in " + ALL
          + ")?");
  private static final Pattern SUMMARY = Phrase
      .words("(?:(?:briefly|shortly|quickly) )?(?:summari[sz]e|sum up|outline)"
          + "|(?:short |brief |quick )?(?:summary|overview)|tl ?dr|recap|gist"
          + "|i (?:need|want|would like|d like) an? (?:short |brief |quick )?(?:summary|overview|outline|recap)"
          + "|(?:give|write|show|make)(?: me)? an? (?:short |brief |quick )?(?:summary|overview|outline|recap)"
          + "|(?:the|an?) (?:short |brief )?(?:summary|overview|outline|gist)");
  /** How long a summary is to be, and how. */
  private static final Pattern LENGTH = Phrase
      .words("in (?:(?:a|an|one|two|three|four|five|a few|\\d{1,3}) )?(?:short |brief )?"
          + "(?:sentences?|words?|lines?|paragraphs?|points?|bullet points|nutshell|short|brief)|briefly|shortly");
  private static final Pattern HAPPENED = Phrase.words("what happened|what went on");
  private static final Pattern ABOUT = Phrase
      .words("tell me about|explain|describe|what (?:is|was|are|were|'s)(?: in)?|whats(?: in)?");
  private static final Pattern LAST_ABOUT = Phrase.words("about");
  /** What stands beside the title where that means the collection. */
  private static final String NAMED = "(?:collection|documents|archive|corpus|library)";
  private static final Set<String> WHOLE = Set.of("of", "on", "and", "in", "during", "about", "the", "this",
      "these", "all", "your",
      "everything", "whole", "entire", "a", "an", "for", "me", "collection", "documents", "archive", "corpus",
      "library",
      "texts", "sources", "reader", "please", "here", "main", "key", "important", "most", "major");
  /** What the subject of a collection may be called, whatever it is. */
  private static final Set<String> GENERIC = Set.of("war", "conflict", "story", "events", "history",
      "subject", "topic", "topics");
  /** Those that a collection is of where its title ends so. */
  private static final Set<String> EVENTS = Set.of("war", "conflict", "events");

  private final String name;
  /** The title beside a word for a collection. */
  private final Pattern named;
  private final List<String> title;
  /** The words that may stand beside what names the subject, such as those of its description. */
  private final Set<String> beside;

  /**
   * Makes a recogniser.
   *
   * @param title the title of the collection, of which the last word may stand for it all
   * @param description what it holds; its words may say more of the subject, but for dates, which restrict it
   */
  FixedPhrases(String title, String description) {
    this.name = Folded.of(title).text();
    String bare = Pattern.quote(name.replaceAll("^the | " + NAMED + "$", ""));
    this.named = Phrase.words("(?:the|this|these|your) (?:" + bare + " " + NAMED + "|" + NAMED
        + " (?:(?:called|named|on|about) )?(?:the )?" + bare + ")");
    List<String> content = content(name);
    this.title = content.isEmpty() ? List.of("") : content;
    this.beside = new HashSet<>(this.title);
    this.beside.addAll(GENERIC);
    this.beside.addAll(content(Folded.of(undated(description)).text()));
  }

  private static String undated(String description) {
    StringBuilder text = new StringBuilder(description);
    for (DateExpression date : DateExpressions.find(description).reversed()) {
      text.replace(date.span().start(), date.span().end(), " ");
    }
    return text.toString();
  }

  /** Returns what is asked for in one of the phrases. */
  Optional<CatalogueQuestion> recognize(Phrase phrase) {
    Optional<CatalogueQuestion> courtesy = courtesy(phrase);
    if (courtesy.isPresent()) {
      return courtesy;
    }
    phrase.takePoliteness();
    if (phrase.takeAll(HELP)) {
      return Optional.of(new Help());
    }
    if (phrase.takeAll(WHAT)) {
      return Optional.of(new Overview(false));
    }
    if (phrase.take(SUMMARY)) {
      phrase.takeLast(LENGTH);
      List<String> subject = content(phrase.rest());
      return title.containsAll(subject) || isSubject(subject)
          ? Optional.of(new Overview(true))
          : Optional.empty();
    }
    boolean happened = phrase.take(HAPPENED);
    if (!happened && !phrase.take(ABOUT)) {
      return Optional.empty();
    }
    boolean whole = happened ? isSubject(content(phrase.rest())) : isCollection(phrase);
    return whole ? Optional.of(new Overview(happened)) : Optional.empty();
  }

  private static Optional<CatalogueQuestion> courtesy(Phrase phrase) {
    if (phrase.takeAll(GREETING)) {
      return Optional.of(new Greeting(Courtesy.HELLO));
    }
    if (phrase.takeAll(FAREWELL)) {
      return Optional.of(new Greeting(Courtesy.FAREWELL));
    }
    return isThanks(phrase) ? Optional.of(new Greeting(Courtesy.THANKS)) : Optional.empty();
  }

  private static boolean isThanks(Phrase phrase) {
    if (phrase.written().contains("?")) {
      return false;
    }
    if (phrase.takeAll(PRAISED) || MARKS.matcher(phrase.written().strip()).matches()) {
      return true;
    }
    int start = phrase.mark();
    boolean thanks = phrase.take(THANKS)
        && (phrase.isAtEnd() || phrase.startsWith(THANKED) && !ASKS.matcher(phrase.rest()).find()
            && !TOPIC.matcher(phrase.written()).find()
            && phrase.written().strip().split("\\s+").length <= THANKING);
    phrase.back(start);
    return thanks;
  }

  /**
   * Tells whether what is left names the collection, or the event that it is of. A mere topic, even that of
   * all the documents, asks for what they say of it.
   */
  private boolean isCollection(Phrase phrase) {
    phrase.takeLast(LAST_ABOUT);
    String rest = phrase.rest();
    return phrase.isInQuotationMarks() && rest.equals(name) || named.matcher(rest).matches()
        || (rest.startsWith("the ") || content(rest).size() > 1) && isSubject(content(rest));
  }

  /** Tells whether words name the event that the collection is of, and nothing besides. */
  private boolean isSubject(List<String> words) {
    return EVENTS.contains(title.getLast()) && beside.containsAll(words)
        && words.stream().anyMatch(word -> word.equals(title.getLast()) || GENERIC.contains(word));
  }

  private static List<String> content(String folded) {
    return Stream.of(folded.split(" ")).filter(word -> !word.isEmpty() && !WHOLE.contains(word)).toList();
  }
}
