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
      note.append(withoutStop(document.source())).append(", ");
    }
    if (document.translator() != null) {
      note.append("trans. ").append(document.translator()).append(", ");
    }
    return note.append("document ").append(document.number()).append(' ').append(collection.citation())
        .append('.').toString();
  }

  private static String withoutStop(String source) {
    return source.endsWith(".") ? source.substring(0, source.length() - 1) : source;
  }
}
