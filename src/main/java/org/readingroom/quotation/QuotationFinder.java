package org.readingroom.quotation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.readingroom.collection.Collection;
import org.readingroom.collection.Document;
import org.readingroom.collection.DocumentBody;
import org.readingroom.passage.Span;
import org.readingroom.search.Likeness;
import org.springframework.util.function.SingletonSupplier;

/**
 * Finds where quoted words stand in a collection.
 *
 * <p>
 * Words are exact if letters, digits and punctuation are the document's, in its order. White space, the shape of
 * quotation marks, dashes and ellipses, hyphens at line ends, ligatures and composed letters are typography. An
 * ellipsis may leave something out. Half a word, half a number and half a compound are not exact.
 */
public final class QuotationFinder {

  /** The most characters that are looked for. */
  public static final int MAX_LENGTH = 5_000;

  /** The most places that are told of. */
  static final int MOST = 20;
  /** The most characters that one ellipsis may leave out, white space not counted. */
  private static final int LONGEST_OMISSION = 5_000;

  /** Up to this many characters in all, every document is compared; beyond, only those that a search finds. */
  private static final long MAX_COMPARED = 8_000_000;

  private final Collection collection;
  private final Function<String, Optional<Likeness>> meaning;
  private final Function<String, List<Document>> search;
  private final long maxCompared;
  private final boolean large;
  private @Nullable Texts texts;

  /** Makes a finder that knows nothing of meaning; the documents are read when it is first used. */
  public QuotationFinder(Collection collection) {
    this(collection, words -> Optional.empty(), words -> collection.documents());
  }

  /**
   * Makes a finder.
   *
   * @param meaning finds what says nearly the same as words that nothing resembles
   * @param search finds the documents that have the most of some words: in a large collection only they are read
   */
  public QuotationFinder(Collection collection, Function<String, Optional<Likeness>> meaning,
      Function<String, List<Document>> search) {
    this(collection, meaning, search, MAX_COMPARED);
  }

  QuotationFinder(Collection collection, Function<String, Optional<Likeness>> meaning,
      Function<String, List<Document>> search, long maxCompared) {
    this.collection = collection;
    this.meaning = meaning;
    this.search = search;
    this.maxCompared = maxCompared;
    this.large = collection.documents().stream().mapToLong(Document::length).sum() > maxCompared;
  }

  /** Holds documents as they are searched; what compares words with all of them is made when it is needed. */
  private record Texts(List<FoldedDocument> documents, Supplier<NearestFinder> nearest) {

    static Texts of(List<Document> documents) {
      List<FoldedDocument> folded = documents.stream().map(FoldedDocument::of).toList();
      return new Texts(folded, SingletonSupplier.of(() -> new NearestFinder(folded)));
    }
  }

  /**
   * Finds the words in the collection, or what comes nearest.
   *
   * @throws InvalidQuotationException if there are no words, or too many
   */
  public Finding find(String quote) {
    if (quote.length() > MAX_LENGTH) {
      throw new InvalidQuotationException("The quotation has " + quote.length() + " characters; at most "
          + MAX_LENGTH + " are looked for.");
    }
    Quotation quotation = new Quotation(FoldedText.of(quote));
    if (quotation.text().key().codePoints().noneMatch(Character::isLetterOrDigit)) {
      throw new InvalidQuotationException("The quotation has no words.");
    }
    Texts texts = texts(quote);
    List<FoldedDocument> documents = texts.documents();
    List<Occurrence> found = wordForWord(quotation, documents);
    if (!found.isEmpty()) {
      return new Finding.Exact(found);
    }
    found = wordForWord(new Quotation(quotation.text().inLowerCase()),
        documents.stream().map(FoldedDocument::inLowerCase).toList());
    return found.isEmpty() ? nearest(quote, quotation, texts) : new Finding.OtherCase(found);
  }

  private static List<Occurrence> wordForWord(Quotation quotation, List<FoldedDocument> documents) {
    for (Quotation.Stretch reading : quotation.readings()) {
      List<Occurrence> found = whole(quotation.text(), reading, documents);
      if (!found.isEmpty()) {
        return found;
      }
    }
    return inParts(quotation, documents);
  }

  private Finding nearest(String quote, Quotation quotation, Texts known) {
    Finding nearest = known.nearest().get().find(quotation);
    Optional<Finding> better = new SpliceFinder(quotation, known.documents()).find(nearest)
        .map(spliced -> spliced);
    if (better.isEmpty() && nearest instanceof Finding.None) {
      better = meaning.apply(quote).map(like -> new Finding.LikeInMeaning(
          new Occurrence(like.document(), List.of(like.span())), like.similarity()));
    }
    return better.orElse(nearest);
  }

  /** Returns the documents in which words may stand; all of a small collection, which are kept. */
  private Texts texts(String quote) {
    return large ? Texts.of(bounded(search.apply(quote))) : all();
  }

  private synchronized Texts all() {
    if (texts == null) {
      texts = Texts.of(collection.documents());
    }
    return texts;
  }

  /** Returns as many of the documents, the likeliest first, as may be compared; one at least. */
  private List<Document> bounded(List<Document> documents) {
    List<Document> bounded = new ArrayList<>();
    long length = 0;
    for (Document document : documents) {
      length += document.length();
      if (!bounded.isEmpty() && length > maxCompared) {
        break;
      }
      bounded.add(document);
    }
    return bounded;
  }

  /** Is a document with its text folded. */
  record FoldedDocument(Document document, FoldedText text) {

    static FoldedDocument of(Document document) {
      DocumentBody body = document.body();
      return new FoldedDocument(document, FoldedText.of(body.text(), Set.copyOf(body.hyphens())));
    }

    FoldedDocument inLowerCase() {
      return new FoldedDocument(document, text.inLowerCase());
    }

    Span span(int from, int to) {
      return new Span(text.start(from), text.end(to - 1));
    }
  }

  private static List<Occurrence> whole(FoldedText quote, Quotation.Stretch reading,
      List<FoldedDocument> documents) {
    List<Occurrence> found = new ArrayList<>();
    for (FoldedDocument document : documents) {
      int from = next(quote, reading, document.text(), 0);
      while (from >= 0 && found.size() < MOST) {
        found.add(new Occurrence(document.document(),
            List.of(document.span(from, from + reading.to() - reading.from()))));
        from = next(quote, reading, document.text(), from + 1);
      }
    }
    return found;
  }

  /** Returns where a stretch of the quote next stands in a text, as an index of its key, or -1. */
  private static int next(FoldedText quote, Quotation.Stretch stretch, FoldedText text, int start) {
    String words = quote.key().substring(stretch.from(), stretch.to());
    int from = text.key().indexOf(words, start);
    while (from >= 0 && !(text.isWhole(from, from + words.length())
        && quote.isSetAs(stretch.from(), stretch.to(), text, from))) {
      from = text.key().indexOf(words, from + 1);
    }
    return from;
  }

  private static List<Occurrence> inParts(Quotation quotation, List<FoldedDocument> documents) {
    List<Quotation.Stretch> parts = quotation.parts();
    List<Occurrence> found = new ArrayList<>();
    for (FoldedDocument document : parts.isEmpty() ? List.<FoldedDocument>of() : documents) {
      if (found.size() < MOST) {
        shortest(quotation.text(), parts, document).ifPresent(found::add);
      }
    }
    return found;
  }

  /** Returns the shortest stretch of a document in which the parts stand in order. */
  private static Optional<Occurrence> shortest(FoldedText quote, List<Quotation.Stretch> parts,
      FoldedDocument document) {
    Occurrence best = null;
    int from = next(quote, parts.getFirst(), document.text(), 0);
    while (from >= 0) {
      List<Span> spans = follow(quote, parts, document, from);
      if (spans.size() == parts.size()) {
        Occurrence occurrence = new Occurrence(document.document(), spans);
        best = best == null || occurrence.span().length() < best.span().length() ? occurrence : best;
      }
      from = next(quote, parts.getFirst(), document.text(), from + 1);
    }
    return Optional.ofNullable(best);
  }

  /** Returns where the parts stand one after the other, as far as they do. */
  private static List<Span> follow(FoldedText quote, List<Quotation.Stretch> parts, FoldedDocument document,
      int first) {
    List<Span> spans = new ArrayList<>();
    int from = first;
    int end = first;
    for (Quotation.Stretch part : parts) {
      from = spans.isEmpty() ? first : next(quote, part, document.text(), end);
      if (from < 0 || from - end > LONGEST_OMISSION) {
        return spans;
      }
      end = from + part.to() - part.from();
      spans.add(document.span(from, end));
    }
    return spans;
  }
}
