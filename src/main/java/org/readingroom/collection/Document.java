package org.readingroom.collection;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Holds one document of a collection: what it is, who wrote it to whom and when, and its canonical text.
 *
 * <p>
 * The canonical text is the source's text with nothing changed but white space; every offset in the program
 * counts UTF-16 code units into it. Text and layout may be read only when they are asked for, so that a collection
 * may hold more than fits into memory; whoever lists or filters documents should ask for neither.
 */
public final class Document {

  private final DocumentCard card;
  private final Supplier<DocumentBody> body;

  /**
   * Makes a document.
   *
   * @param body gives its text, whose SHA-256 and length are those of the card; it is asked again and again
   */
  public Document(DocumentCard card, Supplier<DocumentBody> body) {
    this.card = card;
    this.body = body;
  }

  /** Makes a document that is held whole. */
  public Document(DocumentCard card, DocumentBody body) {
    this(card, () -> body);
  }

  /** Makes a document that is held whole and is a part of a printed collection. */
  public Document(String collection, int number, String title, @Nullable String classification,
      DocumentDate date, Kind kind, @Nullable String from, @Nullable String to, @Nullable String source,
      @Nullable String translator, String text, String sha256, List<Paragraph> paragraphs,
      List<SourceLine> lines) {
    this(new DocumentCard(collection, number, title, classification, date, kind, from, to, source, translator,
        sha256, text.length(), "", null), new DocumentBody(text, paragraphs, lines));
  }

  /** Tells whether its date, or that nobody knows it, is worth saying: it means something of a file only if known. */
  public boolean showsDate() {
    return date().isKnown() || origin() == null;
  }

  /** Returns all but the text. */
  public DocumentCard card() {
    return card;
  }

  /** Returns the text with its layout, which may have to be read first. */
  public DocumentBody body() {
    return body.get();
  }

  /** Returns the same text under another card. */
  public Document under(DocumentCard other) {
    return new Document(other, body);
  }

  /** Returns the id that the API and citations use, such as {@code nkidp-korean-war:7}. */
  public String id() {
    return card.collection() + ":" + card.number();
  }

  public String collection() {
    return card.collection();
  }

  public int number() {
    return card.number();
  }

  public String title() {
    return card.title();
  }

  public @Nullable String classification() {
    return card.classification();
  }

  public DocumentDate date() {
    return card.date();
  }

  public Kind kind() {
    return card.kind();
  }

  public @Nullable String from() {
    return card.from();
  }

  public @Nullable String to() {
    return card.to();
  }

  public @Nullable String source() {
    return card.source();
  }

  public @Nullable String translator() {
    return card.translator();
  }

  public String sha256() {
    return card.sha256();
  }

  /** Returns the length of the text without reading it. */
  public int length() {
    return card.length();
  }

  public @Nullable Origin origin() {
    return card.origin();
  }

  public String text() {
    return body().text();
  }

  public List<Paragraph> paragraphs() {
    return body().paragraphs();
  }

  public List<SourceLine> lines() {
    return body().lines();
  }

  /** Returns the page that a character of the text is on; nothing where that is not known. */
  public Optional<Origin.Page> page(int offset) {
    return body().page(offset);
  }

  /** Returns the headings that a character of the text stands under. */
  public List<String> headings(int offset) {
    return body().headings(offset);
  }

  /** Tells whether another is known by the same card, by which its text is the same, too. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Document document && document.card.equals(card);
  }

  @Override
  public int hashCode() {
    return 31 * card.collection().hashCode() + card.number();
  }

  @Override
  public String toString() {
    return id() + " " + title();
  }
}
