package org.readingroom.reply;

import org.jspecify.annotations.Nullable;
import org.readingroom.collection.Document;

/**
 * Describes a document in a list.
 *
 * @param archive the archival citation as printed
 * @param length the number of UTF-16 code units of its text
 */
public record DocumentReply(String id, int number, String title, String date, String kind,
    @Nullable String from, @Nullable String to, @Nullable String archive, int length) {

  public static DocumentReply of(Document document) {
    return new DocumentReply(document.id(), document.number(), document.title(), document.date().iso(),
        document.kind().word(), document.from(), document.to(), document.source(), document.text().length());
  }
}
