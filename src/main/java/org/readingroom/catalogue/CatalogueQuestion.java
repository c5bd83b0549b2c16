package org.readingroom.catalogue;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.readingroom.collection.Document;
import org.readingroom.collection.Kind;

/** What a question about a collection asks for. */
sealed interface CatalogueQuestion {

  /** What is said for courtesy. */
  enum Courtesy {
    HELLO, THANKS, FAREWELL
  }

  /** Greets, thanks or takes leave. */
  record Greeting(Courtesy courtesy) implements CatalogueQuestion {}

  /** Asks what can be asked, or what answers. */
  record Help() implements CatalogueQuestion {}

  /**
   * Asks what the collection is, or for a summary of it.
   *
   * @param summary whether a summary is asked for
   */
  record Overview(boolean summary) implements CatalogueQuestion {}

  /**
   * Asks who or what a name means.
   *
   * @param asked the name as written
   * @param meant whom it may mean, at least one
   */
  record Who(String asked, List<Named> meant) implements CatalogueQuestion {}

  /** Asks for one document. */
  record Single(int number) implements CatalogueQuestion {}

  /**
   * Asks which documents there are of some kind, time, sender or addressee.
   *
   * @param count whether only their number is asked for
   * @param end which one of them by its date; null for all
   */
  record Listing(Wanted wanted, boolean count, @Nullable End end) implements CatalogueQuestion {}

  /** The first or the last of several documents by their dates. */
  enum End {
    EARLIEST, LATEST
  }

  /**
   * Asks which documents mention something.
   *
   * @param words what, as written
   */
  record Mentioning(Wanted wanted, String words) implements CatalogueQuestion {}

  /**
   * Which documents are wanted; null restricts nothing.
   *
   * @param eitherWay whether sender and addressee may change places
   */
  record Wanted(@Nullable Kind kind, @Nullable Named from, @Nullable Named to, boolean eitherWay,
      @Nullable Period when) {

    /** Tells whether a document is wanted, but for its date. */
    boolean fits(Document document) {
      List<String> senders = Names.senders(document).toList();
      List<String> addressees = Optional.ofNullable(document.to()).stream().toList();
      return (kind == null || document.kind() == kind)
          && (went(senders, addressees) || eitherWay && went(addressees, senders));
    }

    private boolean went(List<String> senders, List<String> addressees) {
      return (from == null || senders.stream().anyMatch(from::isAmong))
          && (to == null || addressees.stream().anyMatch(to::isAmong));
    }
  }
}
