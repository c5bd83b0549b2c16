package org.readingroom.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.readingroom.catalogue.CatalogueQuestion.Listing;
import org.readingroom.catalogue.CatalogueQuestion.Mentioning;
import org.readingroom.catalogue.CatalogueQuestion.Single;
import org.readingroom.catalogue.CatalogueQuestion.Wanted;
import org.readingroom.catalogue.CatalogueQuestion.Who;
import org.readingroom.collection.Authority.Type;
import org.readingroom.collection.Collection;
import org.readingroom.collection.Document;
import org.readingroom.collection.Kind;

/**
 * Recognises a question about a collection. One of which a single word is not understood asks for what the documents
 * say, and is left alone.
 */
final class QuestionRecognizer {

  private static final Wanted ANY = new Wanted(null, null, null, false, null);
  private static final Pattern SINGLE = Phrase
      .words("(?:(?:what (?:is|'s|does|are)|whats|show(?: me)?|open|describe"
          + "|summari[sz]e|(?:give me )?a summary of|read|give me|display|tell me about|see"
          + "|who (?:wrote|sent|signed|received)|who is the (?:author|sender|addressee) of|when (?:was|is)"
          + "|what is the (?:date|title|author|sender|kind|source) of) )?"
          + "(?:in )?(?:the )?(?:document|doc)(?: number| no)? (\\d{1,9})(?: (?:written|sent|dated|from|to|say|contain))?");
  private static final Pattern WHO = Phrase.words("who (?:is|was|are|were|'s)|whos|tell me about|identify");
  private static final Pattern WHAT = Phrase.words("what (?:is|was|are|were|'s)(?: meant by)?|whats");
  private static final Pattern WHAT_DOES = Phrase.words("what does");
  private static final Pattern STAND_FOR = Phrase.words("stand for|mean");
  private static final Pattern WHERE = Phrase
      .words("(?:where|how often|in (?:which|what) (?:documents?|texts?)) (?:is|are|was|were)");
  private static final Pattern MENTIONED = Phrase.words("mentioned|discussed|referred to|talked about");
  private static final Pattern DO_DOCUMENTS = Phrase
      .words(
          "(?:do|does|is|are) (?:any |any of )?(?:the |these |your )?(?:documents?|texts?|collection|sources?)(?: ever)?");

  private final Names names;
  private final FixedPhrases phrases;
  private final List<Integer> years;
  private final Set<Kind> kinds;
  /** Whether there are documents, none of which has a date. */
  private final boolean undated;

  QuestionRecognizer(Collection collection, Names names) {
    this.names = names;
    this.phrases = new FixedPhrases(collection.title(), collection.description());
    this.years = collection.documents().stream()
        .flatMap(document -> Stream.ofNullable(document.date().from()))
        .map(LocalDate::getYear).distinct().sorted().toList();
    this.kinds = collection.documents().stream().map(Document::kind).collect(Collectors.toSet());
    this.undated = !collection.documents().isEmpty()
        && collection.documents().stream().noneMatch(document -> document.date().isKnown());
  }

  /** Returns what a question asks for that follows no other; empty for a question in the collection. */
  Optional<CatalogueQuestion> recognize(String question) {
    return recognize(question, List.of());
  }

  /**
   * Returns what a question asks for; empty for a question in the collection.
   *
   * @param earlier the questions asked before it, in order
   */
  Optional<CatalogueQuestion> recognize(String question, List<String> earlier) {
    return phrases.recognize(new Phrase(question)).or(() -> single(bare(question)))
        .or(() -> who(bare(question)))
        .or(() -> reader(question).read(earlier.isEmpty()))
        .or(() -> mentioning(bare(question))).or(() -> further(question, earlier))
        .filter(this::isOfKnownTime);
  }

  private ListingReader reader(String question) {
    return new ListingReader(names, years, kinds, bare(question));
  }

  /** Reads what changes the list that was asked for last, such as "and from 1952?", or asks to see it. */
  private Optional<CatalogueQuestion> further(String question, List<String> earlier) {
    ListingReader reader = reader(question);
    if (earlier.isEmpty() || !reader.readChange()) {
      return Optional.empty();
    }
    List<String> before = earlier.subList(0, earlier.size() - 1);
    return recognize(earlier.getLast(), before).filter(Listing.class::isInstance).map(Listing.class::cast)
        .map(reader::changed);
  }

  /** Tells whether the documents have the dates that a question asks for. */
  private boolean isOfKnownTime(CatalogueQuestion asked) {
    if (undated && asked instanceof Listing listing && listing.end() != null) {
      return false;
    }
    Period when = switch (asked) {
      case Listing listing -> listing.wanted().when();
      case Mentioning mentioning -> mentioning.wanted().when();
      default -> null;
    };
    return when == null || !undated && !when.ranges().isEmpty();
  }

  /** Returns a question without the politeness around it and the collection it is put to. */
  private static Phrase bare(String question) {
    Phrase phrase = new Phrase(question);
    phrase.takePoliteness();
    phrase.takeScope();
    return phrase;
  }

  private static Optional<CatalogueQuestion> single(Phrase phrase) {
    Optional<MatchResult> single = phrase.match(SINGLE).filter(match -> phrase.isAtEnd());
    return single.map(match -> new Single(Integer.parseInt(match.group(1))));
  }

  private Optional<CatalogueQuestion> who(Phrase phrase) {
    boolean person = phrase.take(WHO);
    boolean abbreviated = !person && phrase.take(WHAT_DOES);
    if (!person && !abbreviated && !phrase.take(WHAT)) {
      return Optional.empty();
    }
    Optional<Named> named = phrase.takeName(names::find);
    if (named.isPresent()) {
      boolean whole = (!abbreviated || phrase.take(STAND_FOR)) && phrase.isAtEnd();
      return named
          .filter(known -> whole && isPerson(known) == person && isOfTheCatalogue(known, phrase.lastName()))
          .map(known -> new Who(phrase.lastName(), List.of(known)));
    }
    List<Named> sharing = person ? names.people(phrase.rest()) : List.of();
    return sharing.isEmpty() ? Optional.empty() : Optional.of(new Who(phrase.restAsWritten(), sharing));
  }

  /** Tells whether a name is a matter of the catalogue: who hides behind it, or who wrote and received documents. */
  private boolean isOfTheCatalogue(Named named, String asked) {
    return named.hasOtherName(asked) || isPerson(named) && names.isCorrespondent(named);
  }

  private static boolean isPerson(Named named) {
    return named.entry() != null && named.entry().type() == Type.PERSON;
  }

  /** Reads where something is mentioned, and whether. */
  private Optional<CatalogueQuestion> mentioning(Phrase phrase) {
    Optional<Thing> thing = phrase.take(WHERE)
        ? Optional.of(phrase).filter(where -> where.takeLast(MENTIONED))
            .flatMap(where -> Thing.rest(where, years))
        : Optional.of(phrase).filter(whether -> whether.take(DO_DOCUMENTS))
            .flatMap(whether -> Thing.mentioned(whether, years));
    return thing.map(found -> new Mentioning(
        found.when() == null ? ANY : new Wanted(null, null, null, false, found.when()), found.words()));
  }
}
