package org.readingroom.catalogue;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.readingroom.catalogue.CatalogueQuestion.End;
import org.readingroom.catalogue.CatalogueQuestion.Listing;
import org.readingroom.catalogue.CatalogueQuestion.Mentioning;
import org.readingroom.catalogue.CatalogueQuestion.Wanted;
import org.readingroom.catalogue.Finding.Place;
import org.readingroom.collection.Collection;
import org.readingroom.collection.Document;
import org.readingroom.search.Filters;
import org.readingroom.search.Mention;
import org.readingroom.search.PassageSearch;

/** Answers which documents there are, and which mention something. */
final class Listings {

  /** How many documents are given to look at where none is quoted. */
  private static final int SHOWN = 10;
  private static final Set<String> LITTLE = Set.of("the", "and", "for", "from", "with");

  private final Collection collection;
  private final DocumentFinder finder;
  private final PassageSearch search;

  Listings(Collection collection, DocumentFinder finder, PassageSearch search) {
    this.collection = collection;
    this.finder = finder;
    this.search = search;
  }

  /** Lists the documents wanted, the first few with the words they begin with. */
  Finding list(Listing listing, Filters filters, int most) {
    Wanted wanted = listing.wanted();
    List<Document> fitting = finder.find(filters, "").stream().filter(wanted::fits).toList();
    List<Document> found = fitting.stream().filter(document -> isOf(wanted.when(), document)).toList();
    String opening = "The collection has " + Numbers.count(found.size(), wanted.kind()) + parties(wanted)
        + when(wanted.when()) + within(filters);
    String unsure = unsure(wanted, fitting);
    if (found.isEmpty()) {
      return new Finding(opening + "." + unsure, List.of(), "", maybe(wanted.when(), fitting));
    }
    if (listing.end() != null) {
      return one(listing.end(), found, opening, unsure);
    }
    if (listing.count()) {
      return new Finding(opening + (found.size() == collection.documents().size()
          ? "."
          : ": " + Numbers.documents(found) + ".") + unsure, List.of(), "",
          found.stream().limit(SHOWN).toList());
    }
    List<Place> places = found.stream().limit(most).map(Opening::sentence).flatMap(Optional::stream).toList();
    return new Finding(opening + begin(found.size(), places.size()), places,
        (others(found, places) + unsure).strip(), found.stream().limit(SHOWN).toList());
  }

  /** Shows the first or last of the documents by their dates. */
  private static Finding one(End end, List<Document> found, String opening, String unsure) {
    Comparator<Document> byDay = Comparator.comparing(document -> document.date().sortDay());
    Stream<Document> dated = found.stream().filter(document -> document.date().isKnown());
    Optional<Document> one = end == End.EARLIEST ? dated.min(byDay) : dated.max(byDay);
    if (one.isEmpty()) {
      return new Finding(opening + ", none of a known date." + unsure, List.of(), "",
          found.stream().limit(SHOWN).toList());
    }
    Document document = one.get();
    String which = found.size() == 1
        ? ", "
        : ", of which the " + (end == End.EARLIEST ? "earliest" : "latest")
            + " is document " + document.number() + ", ";
    List<Place> places = Opening.sentence(document).stream().toList();
    String begins = places.isEmpty() ? "." : ". It begins:";
    return new Finding(opening + which + document.date().label() + begins, places, unsure.strip(),
        List.of(document));
  }

  private static boolean isOf(@Nullable Period when, Document document) {
    return when == null || when.holds(document.date());
  }

  private static List<Document> maybe(@Nullable Period when, List<Document> fitting) {
    return when == null
        ? List.of()
        : fitting.stream().filter(document -> when.mayHold(document.date())).toList();
  }

  /** Says which documents may be of the time, for nobody knows their day. */
  private static String unsure(Wanted wanted, List<Document> fitting) {
    List<Document> maybe = maybe(wanted.when(), fitting);
    return maybe.isEmpty()
        ? ""
        : " The date of " + Numbers.documents(maybe) + " is not known exactly and may fall in that time.";
  }

  private static String begin(int found, int shown) {
    return found == 1
        ? ". It begins:"
        : found == shown ? ". They begin:" : ". The first " + shown + " begin:";
  }

  private static String others(List<Document> found, List<Place> places) {
    List<Document> others = found.stream()
        .filter(
            document -> places.stream().noneMatch(place -> place.document().number() == document.number()))
        .toList();
    return others.isEmpty()
        ? ""
        : (others.size() == 1 ? "The other is " : "The others are ") + Numbers.documents(others) + ".";
  }

  private static String parties(Wanted wanted) {
    if (wanted.eitherWay() && wanted.from() != null && wanted.to() != null) {
      return " between " + wanted.from().name() + " and " + wanted.to().name();
    }
    return (wanted.from() == null ? "" : " from " + wanted.from().name())
        + (wanted.to() == null ? "" : " to " + wanted.to().name());
  }

  private static String when(@Nullable Period when) {
    return when == null ? "" : " " + when.label();
  }

  private static String within(Filters filters) {
    return filters.equals(Filters.NONE) ? "" : " within the filters that are set";
  }

  /**
   * Lists the documents that mention something, the best few with the sentence that does; empty where no sentence
   * has all of several words, for the documents may say it otherwise.
   */
  Optional<Finding> mentioning(Mentioning asked, Filters filters, int most) {
    Wanted wanted = asked.wanted();
    List<Mention> mentions = search.mentions(asked.words(), "", filters).stream()
        .filter(mention -> wanted.fits(mention.document()) && isOf(wanted.when(), mention.document()))
        .toList();
    String of = Numbers.plural(wanted.kind()) + parties(wanted) + when(wanted.when()) + within(filters);
    if (mentions.isEmpty()) {
      return isSeveral(asked.words())
          ? Optional.empty()
          : Optional.of(Finding
              .said("No sentence in the collection’s " + of + " mentions “" + asked.words() + "”."));
    }
    List<Place> places = mentions.stream().limit(most).map(Listings::place).toList();
    int count = mentions.size();
    String opening = Numbers.count(count, wanted.kind()) + parties(wanted) + when(wanted.when())
        + within(filters)
        + (count == 1 ? " mentions “" : " mention “") + asked.words() + "”"
        + (count > places.size() ? ", in these words first:" : ":");
    return Optional.of(new Finding(opening, places,
        others(mentions.stream().map(Mention::document).toList(), places), List.of()));
  }

  /** Tells whether words are more than one word of weight or one name. */
  private static boolean isSeveral(String words) {
    List<String> heavy = Stream.of(words.split("\\s+"))
        .filter(word -> word.length() > 2 && !LITTLE.contains(word))
        .toList();
    return heavy.size() > 1 && heavy.stream().anyMatch(word -> Character.isLowerCase(word.codePointAt(0)));
  }

  static Place place(Mention mention) {
    return new Place(mention.document(), mention.sentence(), mention.words());
  }
}
