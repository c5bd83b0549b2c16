package org.readingroom.quotation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.readingroom.collection.Document;
import org.readingroom.passage.Span;
import org.readingroom.quotation.Finding.Spliced;
import org.readingroom.quotation.QuotationFinder.FoldedDocument;

/** Finds whether quoted words are put together from several places, each of which has some of them word for word. */
final class SpliceFinder {

  /** How many words a piece has at least; fewer stand in many places by chance. */
  private static final int LEAST_WORDS = 5;
  /** How many of the words are in the pieces at least. */
  private static final double LEAST_SHARE = 0.75;
  /** How many characters may lie between two pieces of one place. */
  private static final int NEAR = 500;

  private final FoldedText text;
  private final Tokens quote;
  private final List<FoldedDocument> documents;

  /** Is a stretch of the quotation from one token to another, exclusive, and where it stands. */
  private record Piece(int from, int to, Document document, Span span) {

    boolean isNear(Piece other) {
      return document.number() == other.document.number()
          && span.start() - other.span.end() < NEAR && other.span.start() - span.end() < NEAR;
    }
  }

  SpliceFinder(Quotation quotation, List<FoldedDocument> documents) {
    Quotation.Stretch bare = quotation.bare();
    this.text = quotation.text();
    this.quote = Tokens.of(text, bare.from(), bare.to());
    this.documents = documents;
  }

  /**
   * Returns the pieces, if there are some of two places.
   *
   * @param nearest the place that resembles all of the words most; what stands there, too, is taken from there
   */
  Optional<Spliced> find(Finding nearest) {
    List<Piece> pieces = new ArrayList<>();
    int at = 0;
    while (at < quote.size()) {
      Piece piece = quote.get(at).isWord() ? longest(at, nearest) : null;
      if (piece != null) {
        pieces.add(piece);
      }
      at = piece == null ? at + 1 : piece.to();
    }
    double share = (double) pieces.stream().mapToInt(piece -> words(piece.from(), piece.to())).sum()
        / words(0, quote.size());
    boolean apart = pieces.stream().anyMatch(piece -> !piece.isNear(pieces.getFirst()));
    return apart && share >= LEAST_SHARE
        ? Optional.of(new Spliced(pieces.stream().map(this::piece).toList(), share))
        : Optional.empty();
  }

  private Spliced.Piece piece(Piece piece) {
    return new Spliced.Piece(quote.start(piece.from()), quote.end(piece.to() - 1),
        new Occurrence(piece.document(), List.of(piece.span())));
  }

  private int words(int from, int to) {
    return (int) quote.tokens().subList(from, to).stream().filter(Tokens.Token::isWord).count();
  }

  /** Returns the longest piece that starts at a token; of equally long ones that of the nearest place. */
  private @Nullable Piece longest(int from, Finding nearest) {
    int least = from;
    for (int words = 0; words < LEAST_WORDS; least++) {
      if (least == quote.size()) {
        return null;
      }
      words += quote.get(least).isWord() ? 1 : 0;
    }
    String start = text.key().substring(quote.get(from).from(), quote.get(least - 1).to());
    Piece best = null;
    for (FoldedDocument document : documents) {
      String known = document.text().key();
      for (int place = known.indexOf(start); place >= 0; place = known.indexOf(start, place + 1)) {
        Piece piece = extended(from, least, document, place);
        if (piece != null && (best == null || piece.to() > best.to()
            || piece.to() == best.to() && isAt(piece, nearest))) {
          best = piece;
        }
      }
    }
    return best;
  }

  private static boolean isAt(Piece piece, Finding nearest) {
    return nearest instanceof Finding.Nearest at
        && at.occurrence().document().number() == piece.document().number()
        && at.occurrence().span().overlaps(piece.span());
  }

  /** Returns the piece with all of the tokens after it that stand there, too; null where it ends within a word. */
  private @Nullable Piece extended(int from, int least, FoldedDocument document, int place) {
    int start = quote.get(from).from();
    int common = quote.get(least - 1).to();
    while (common < text.length() && place + common - start < document.text().length()
        && text.key().charAt(common) == document.text().key().charAt(place + common - start)) {
      common++;
    }
    for (int to = quote.size(); to >= least; to--) {
      int end = quote.get(to - 1).to();
      if (stands(start, end, common, document.text(), place)) {
        return new Piece(from, to, document.document(), document.span(place, place + end - start));
      }
    }
    return null;
  }

  private boolean stands(int start, int end, int common, FoldedText known, int place) {
    return end <= common && known.isWhole(place, place + end - start)
        && text.isSetAs(start, end, known, place);
  }
}
