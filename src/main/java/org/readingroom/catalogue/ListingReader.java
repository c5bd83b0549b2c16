package org.readingroom.catalogue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.readingroom.catalogue.CatalogueQuestion.End;
import org.readingroom.catalogue.CatalogueQuestion.Listing;
import org.readingroom.catalogue.CatalogueQuestion.Mentioning;
import org.readingroom.catalogue.CatalogueQuestion.Wanted;
import org.readingroom.collection.Kind;

/**
 * Reads a question for documents: which, or how many, of a kind, from and to whom, of what time, mentioning what.
 *
 * <p>
 * Every word has to be understood; a question with any other word in it asks for what the documents say.
 */
final class ListingReader {

  private static final Pattern COUNT = Phrase
      .words("how many|count|(?:what is |what 's )?the number of|number of");
  private static final Pattern LIST = Phrase
      .words("list|show|give|find|get|display|enumerate|name|which|what(?: are)?"
          + "|are there|is there|do you have|have you got|does (?:it|this|the collection) (?:have|hold)|in which|in what");
  private static final Pattern IS = Phrase.words("is|was|'s|are|were");
  private static final Pattern EARLIEST = Phrase.words("(?:very )?(?:first|earliest|oldest)");
  private static final Pattern LATEST = Phrase.words("(?:very )?(?:last|latest|newest|most recent)");
  private static final Pattern WHAT_ABOUT = Phrase.words("(?:what|how) about(?: those| the ones)?");
  private static final Pattern SHOW_THEM = Phrase
      .words("(?:list|show|name|display)(?: me)?(?: all(?: of)?)? (?:them|these|those)(?: all)?|which ones");
  private static final Pattern FILLER = Phrase
      .words("me|all|all of|any|any of|every|some|of|the|these|those|your|its|this|different");
  private static final Pattern DOCUMENTS = Phrase
      .words("documents?|docs?|texts?|papers?|sources?|items?|messages?|correspondence|communications?");
  private static final Pattern WORD = Phrase.words("(\\p{L}+)");
  private static final Pattern POSSESSIVE = Phrase.words("'s");
  private static final Pattern WHAT = Phrase.words("(?:what|which) (?:all )?(?:did|has|have|had)");
  private static final Pattern DID = Phrase.words("did|has|have|had|does|do|was|were|is|are");
  private static final Pattern WROTE = Phrase
      .words("wr(?:ite|ites|ote|itten)|sen[dt]s?|sign(?:s|ed)?|author(?:s|ed)?|draft(?:s|ed)?|cable[sd]?");
  /** Sending is of tanks, too: what somebody sent is no question for documents unless it says so. */
  private static final Pattern WRITE = Phrase
      .words("wr(?:ite|ote|itten)|sign(?:ed)?|author(?:ed)?|draft(?:ed)?|cabled?");
  private static final Pattern SAID = Phrase.words("say|said");
  private static final Pattern GOT = Phrase.words("receive[sd]?|g[eo]t");
  private static final Pattern PASSIVE = Phrase
      .words("(?:(?:that|which|who) )?(?:(?:are|is|was|were|have been) )?"
          + "(?:written|sent|signed|authored|dated|made|produced|addressed|exchanged|are|is|was|were)");
  private static final Pattern THERE = Phrase
      .words("(?:that |which )?(?:are there|there are|is there|there is|do you have"
          + "|you have|have you got|do(?:es)? (?:it|we|this collection|the collection) (?:have|hold|contain)|exist)");
  private static final Pattern BY = Phrase.words("from|by|of|sent by|written by|signed by");
  private static final Pattern TO = Phrase.words("to|for");
  private static final Pattern BETWEEN = Phrase.words("between");
  private static final Pattern AND = Phrase.words("and|to|until|till|through|with");
  private static final Pattern SEPARATOR = Phrase.words("and");
  /** A sender behind what is mentioned; other words before a name may belong to the thing. */

  private final Names names;
  private final List<Integer> years;
  private final Set<Kind> kinds;
  private final Phrase phrase;
  private @Nullable Kind kind;
  private @Nullable Named from;
  private @Nullable Named to;
  private boolean eitherWay;
  private @Nullable Period when;
  private @Nullable End end;

  /**
   * Begins to read.
   *
   * @param years the years of the documents
   * @param kinds the kinds of the documents; a word for any other asks for what they say
   */
  ListingReader(Names names, List<Integer> years, Set<Kind> kinds, Phrase phrase) {
    this.names = names;
    this.years = years;
    this.kinds = kinds;
    this.phrase = phrase;
  }

  /**
   * Reads the question; empty where it asks for anything else.
   *
   * @param first whether nothing was asked before, of which it may be that somebody said something
   */
  Optional<CatalogueQuestion> read(boolean first) {
    if (phrase.take(WHAT)) {
      return written(first);
    }
    boolean count = phrase.take(COUNT);
    boolean opened = count || phrase.take(LIST);
    boolean one = opened && phrase.take(IS);
    while (phrase.take(FILLER)) {
      // one word after another
    }
    when = phrase.takePeriod(years).orElse(null);
    Optional<Named> owner = owner();
    owner.ifPresent(named -> from = named);
    end = end();
    if (!takeKind() || (end == null ? one : count)) {
      return Optional.empty();
    }
    if (!opened && phrase.isAtEnd() && owner.isEmpty() && when == null && end == null) {
      return Optional.empty();
    }
    return modifiers(count);
  }

  /** Reads what somebody wrote, such as "what did he send to her": a day or month asks for what it says. */
  private Optional<CatalogueQuestion> written(boolean first) {
    from = phrase.takeName(names::correspondent).filter(names::isSender).orElse(null);
    boolean wrote = from != null && phrase.take(WRITE);
    if (from == null || !wrote && !(first && phrase.take(SAID) && phrase.isAtEnd())) {
      return Optional.empty();
    }
    return modifiers(false)
        .filter(read -> read instanceof Listing && (when == null || !when.isWithinAYear()));
  }

  private Optional<CatalogueQuestion> modifiers(boolean count) {
    if (takeModifiers()) {
      return Optional.of(new Listing(wanted(), count, end));
    }
    return end == null ? mentioning() : Optional.empty();
  }

  /** Takes what restricts the documents, and tells whether nothing else is left. */
  private boolean takeModifiers() {
    while (!phrase.isAtEnd()) {
      if (!(phrase.take(THERE) || time() || party() || between() || phrase.take(SEPARATOR))) {
        return false;
      }
    }
    return true;
  }

  /** Reads what changes a list, or asks to see it; tells whether the question says that and nothing else. */
  boolean readChange() {
    phrase.take(WHAT_ABOUT);
    return phrase.takeAll(SHOW_THEM) || takeModifiers() && (from != null || to != null || when != null);
  }

  /** Returns a list with what was read in the place of what it had; one that nothing restricts anew is shown. */
  Listing changed(Listing list) {
    Wanted last = list.wanted();
    boolean anew = from != null || to != null;
    boolean whole = eitherWay || anew && last.eitherWay();
    Wanted wanted = new Wanted(last.kind(), from != null || whole ? from : last.from(),
        to != null || whole ? to : last.to(), eitherWay || !anew && last.eitherWay(),
        when == null ? last.when() : when);
    return new Listing(wanted, list.count() && (anew || when != null), list.end());
  }

  /** Reads what is mentioned at the end; that something was sent asks for no documents by itself. */
  private Optional<CatalogueQuestion> mentioning() {
    phrase.take(PASSIVE);
    return Thing.mentioned(phrase, years).map(thing -> {
      when = when == null ? thing.when() : when;
      return new Mentioning(wanted(), thing.words());
    });
  }

  private @Nullable End end() {
    return phrase.take(EARLIEST) ? End.EARLIEST : phrase.take(LATEST) ? End.LATEST : null;
  }

  private Wanted wanted() {
    return new Wanted(kind, from, to, eitherWay, when);
  }

  private boolean takeKind() {
    if (phrase.take(DOCUMENTS)) {
      return true;
    }
    int start = phrase.mark();
    kind = phrase.match(WORD).flatMap(word -> kind(word.group(1))).filter(kinds::contains).orElse(null);
    if (kind == null) {
      phrase.back(start);
    }
    return kind != null;
  }

  /** Returns the kind that a word names, in the singular or plural. */
  private static Optional<Kind> kind(String word) {
    String singular = switch (word.toLowerCase(Locale.ROOT)) {
      case "memoranda", "memos", "memo" -> "memorandum";
      case "minutes", "other", "others" -> word;
      default -> word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    };
    return Kind.of(singular).filter(kind -> kind != Kind.OTHER);
  }

  private Optional<Named> owner() {
    int start = phrase.mark();
    Optional<Named> owner = phrase.takeName(names::correspondent).filter(named -> phrase.take(POSSESSIVE));
    if (owner.isEmpty()) {
      phrase.back(start);
    }
    return owner;
  }

  /** Takes who wrote or received: "from her", "to him", "did she send", "he wrote". */
  private boolean party() {
    int start = phrase.mark();
    phrase.take(PASSIVE);
    if (phrase.take(BY)) {
      Optional<Named> named = phrase.takeName(names::correspondent);
      return keep(start, named.isPresent() && from == null, () -> from = named.orElseThrow());
    }
    if (phrase.take(TO)) {
      Optional<Named> named = phrase.takeName(names::correspondent);
      return keep(start, named.isPresent() && to == null, () -> to = named.orElseThrow());
    }
    phrase.back(start);
    phrase.take(DID);
    Optional<Named> named = phrase.takeName(names::correspondent);
    if (named.isPresent() && from == null && phrase.take(WROTE)) {
      return keep(start, true, () -> from = named.orElseThrow());
    }
    return keep(start, named.isPresent() && to == null && phrase.take(GOT), () -> to = named.orElseThrow());
  }

  private boolean between() {
    int start = phrase.mark();
    phrase.take(PASSIVE);
    Optional<Named> one = phrase.take(BETWEEN) ? phrase.takeName(names::correspondent) : Optional.empty();
    Optional<Named> other = one.isPresent() && phrase.take(AND)
        ? phrase.takeName(names::correspondent)
        : Optional.empty();
    return keep(start, other.isPresent() && from == null && to == null, () -> {
      from = one.orElseThrow();
      to = other.orElseThrow();
      eitherWay = true;
    });
  }

  private boolean time() {
    int start = phrase.mark();
    phrase.take(PASSIVE);
    Optional<Period> time = Period.take(phrase, years);
    return keep(start, time.isPresent() && when == null, () -> when = time.orElseThrow());
  }

  private boolean keep(int start, boolean understood, Runnable keeping) {
    if (understood) {
      keeping.run();
    } else {
      phrase.back(start);
    }
    return understood;
  }
}
