package org.readingroom.reference;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.readingroom.collection.Document;
import org.readingroom.collection.OneLine;
import org.readingroom.collection.Origin;
import org.readingroom.collection.WorkType;

/** Writes a record in the format of Research Information Systems: a tag and a value a line. */
final class Ris {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy/MM/dd/");
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyy/MM//");

  private Ris() {}

  static String write(Entry entry) {
    Document document = entry.document();
    String type = type(entry);
    StringBuilder out = new StringBuilder();
    line(out, "TY", type);
    line(out, "ID", entry.key());
    entry.authors().forEach(author -> line(out, "AU", author.inverted()));
    if (type.equals("PCOMM")) {
      entry.recipients().forEach(recipient -> line(out, "A2", recipient.inverted()));
    }
    line(out, "TI", document.title());
    LocalDate first = document.date().from();
    LocalDate last = document.date().to();
    if (first != null && last != null && first.getYear() == last.getYear()) {
      line(out, "PY", String.valueOf(first.getYear()));
      if (first.equals(last)) {
        line(out, "DA", DAY.format(first));
      } else if (first.getMonth() == last.getMonth()) {
        line(out, "DA", MONTH.format(first));
      }
    }
    Origin origin = entry.origin();
    if (origin == null) {
      line(out, "T2", entry.publishedIn().title());
      entry.publishedIn().editors().forEach(editor -> line(out, "ED", editor.inverted()));
    }
    line(out, "T2", entry.container());
    line(out, "VL", entry.volume());
    line(out, "IS", entry.issue());
    entry.editors().forEach(editor -> line(out, "ED", editor.inverted()));
    if (entry.translator() != null) {
      line(out, "TA", entry.translator().inverted());
    }
    if (origin == null) {
      line(out, "M1", String.valueOf(document.number()));
      line(out, "AV", entry.holding().citation());
      line(out, "CY", entry.publishedIn().place());
      line(out, "PB", entry.publishedIn().publisher());
      line(out, "LA", "en");
    } else {
      line(out, "PB", origin.publisher());
      line(out, "DO", origin.doi());
      line(out, "LA", origin.language());
      line(out, "SP", entry.pages());
    }
    line(out, "N1", entry.note());
    if (entry.quoted() != null) {
      line(out, "N1", "“" + entry.quoted() + "”");
    }
    return out.append("ER  - \r\n").toString();
  }

  private static String type(Entry entry) {
    WorkType type = entry.type();
    return type != null ? type.ris() : switch (entry.document().kind()) {
      case TELEGRAM, LETTER -> "PCOMM";
      case REPORT -> "RPRT";
      default -> "GEN";
    };
  }

  private static void line(StringBuilder out, String tag, @Nullable String value) {
    if (value != null) {
      out.append(tag).append("  - ").append(OneLine.of(value)).append("\r\n");
    }
  }
}
