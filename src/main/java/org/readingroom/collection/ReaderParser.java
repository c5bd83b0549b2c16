package org.readingroom.collection;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import org.readingroom.collection.Typesetter.Setting;

/** Parses a document reader of the format {@code nkidp-reader}: a preface, a list of documents, the documents. */
final class ReaderParser {

  static final String FORMAT = "nkidp-reader";

  private final Descriptor descriptor;
  private final Corrections corrections;
  private final Correspondents correspondents;

  ReaderParser(Descriptor descriptor, Corrections corrections) {
    this.descriptor = descriptor;
    this.corrections = corrections;
    this.correspondents = new Correspondents(descriptor.correspondents());
  }

  List<Document> parse(SourceText source) {
    NavigableMap<Integer, Integer> headings = Headings.find(source);
    if (headings.isEmpty()) {
      throw new CollectionException("The file " + descriptor.file() + " has no heading of a document.");
    }
    List<Listing> listings = ListOfDocuments.read(source, headings.firstEntry().getValue());
    if (listings.size() != descriptor.documents()) {
      throw new CollectionException(
          "The List of Documents has " + listings.size() + " entries, but the descriptor says "
              + descriptor.documents() + ".");
    }
    List<Span> spans = new Boundaries(source, listings, correspondents).find(headings);
    List<Document> documents = new ArrayList<>();
    for (Span span : spans) {
      documents.add(document(span.listing(), setting(source, span)));
    }
    requireEnd(documents.get(documents.size() - 1));
    return documents;
  }

  private static Setting setting(SourceText source, Span span) {
    List<Unit> units = Units.of(source, span);
    Roles.assign(span.listing(), units);
    return Typesetter.set(units);
  }

  private Document document(Listing listing, Setting setting) {
    int number = listing.number();
    ArchivalSource archive = ArchivalSource.in(setting.text(), setting.paragraphs());
    Parties parties = new PartiesInText(correspondents, listing, setting)
        .complete(correspondents.inTitle(listing));
    String kind = corrections.correct(number, "kind", listing.kind().word());
    return new Document(descriptor.id(), number, listing.title(), listing.classification(), listing.date(),
        Kind.of(kind == null ? "" : kind).orElseThrow(
            () -> new CollectionException("Document " + number + " cannot be of the kind \"" + kind + "\".")),
        corrections.correct(number, "from", parties.from()), corrections.correct(number, "to", parties.to()),
        archive.citation(), archive.translator(), setting.text(),
        Sha256.of(setting.text().getBytes(StandardCharsets.UTF_8)), setting.paragraphs(), setting.lines());
  }

  private void requireEnd(Document last) {
    if (!last.text().endsWith(descriptor.lastWords())) {
      throw new CollectionException(
          "Document " + last.number() + " does not end with \"" + descriptor.lastWords()
              + "\"; the file " + descriptor.file() + " may be cut short.");
    }
  }
}
