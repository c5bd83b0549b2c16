package org.readingroom.answer;

import org.readingroom.collection.Collection;
import org.readingroom.collection.Document;

/** Writes the reference by which a historian cites a document. */
public final class Reference {

  private final Collection collection;

  public Reference(Collection collection) {
    this.collection = collection;
  }

  /** Returns a Chicago-style note: title, date, archival source, translator, number, collection. */
  public String note(Document document) {
    StringBuilder note = new StringBuilder("“").append(document.title()).append(",” ");
    note.append(document.date().label()).append(", ");
    if (document.source() != null) {
      note.append(document.source()).append(", ");
    }
    if (document.translator() != null) {
      note.append("trans. ").append(document.translator()).append(", ");
    }
    return note.append("document ").append(document.number()).append(" in ").append(collection.citation())
        .toString();
  }
}
