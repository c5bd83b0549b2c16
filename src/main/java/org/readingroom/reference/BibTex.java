package org.readingroom.reference;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.readingroom.collection.DocumentDate;
import org.readingroom.collection.OneLine;
import org.readingroom.collection.Origin;

/**
 * Writes an entry for BibTeX and BibLaTeX.
 *
 * <p>
 * It is a {@code @misc}, of which every style prints {@code howpublished} and {@code note}, unless somebody says what
 * sort of publication it is; fields that styles do not know hold the same in parts.
 */
final class BibTex {

  private BibTex() {}

  static String write(Entry entry) {
    String type = entry.type() == null ? "misc" : entry.type().bibTex();
    StringBuilder out = new StringBuilder("@").append(type).append('{').append(entry.key());
    field(out, "author", names(entry.authors()));
    field(out, "title", "{" + escaped(entry.document().title()) + "}");
    date(out, entry.document().date());
    field(out, "howpublished", escaped(entry.holding().citation()));
    field(out, "note", escaped(entry.note()));
    field(out, "translator", names(entry.translator() == null ? List.of() : List.of(entry.translator())));
    field(out, "archive", escaped(entry.holding().archive()));
    Origin origin = entry.origin();
    if (origin == null) {
      field(out, "number", String.valueOf(entry.document().number()));
      field(out, "type", escaped(entry.document().kind().word()));
      field(out, "booktitle", "{" + escaped(entry.publishedIn().title()) + "}");
      field(out, "editor", names(entry.publishedIn().editors()));
      field(out, "publisher", escaped(entry.publishedIn().publisher()));
      field(out, "address", escaped(entry.publishedIn().place()));
    } else {
      field(out, type.equals("article") ? "journal" : "booktitle", escaped(entry.container()));
      field(out, "volume", escaped(entry.volume()));
      field(out, "number", escaped(entry.issue()));
      field(out, "editor", names(entry.editors()));
      field(out, switch (type) {
        case "thesis", "phdthesis", "mastersthesis" -> "school";
        case "techreport" -> "institution";
        default -> "publisher";
      }, escaped(origin.publisher()));
      field(out, "doi", escaped(origin.doi()));
      field(out, "langid", escaped(origin.language()));
      field(out, "pages", escaped(entry.pages()));
    }
    field(out, "annote", entry.quoted() == null ? null : "``" + escaped(entry.quoted()) + "''");
    return out.append("\n}\n").toString();
  }

  private static void field(StringBuilder out, String name, @Nullable String value) {
    if (value != null) {
      out.append(",\n  ").append(name).append(" = {").append(value).append('}');
    }
  }

  /** Writes the date whole, for BibLaTeX, and what of it is known for sure as year and month. */
  private static void date(StringBuilder out, DocumentDate date) {
    if (!date.isKnown()) {
      return;
    }
    field(out, "date", date.iso());
    LocalDate first = date.from();
    LocalDate last = date.to();
    if (first != null && last != null && first.getYear() == last.getYear()) {
      field(out, "year", String.valueOf(first.getYear()));
      if (YearMonth.from(first).equals(YearMonth.from(last))) {
        // Months are words that BibTeX itself knows, without braces.
        out.append(",\n  month = ")
            .append(first.getMonth().getDisplayName(TextStyle.SHORT_STANDALONE, Locale.ROOT)
                .toLowerCase(Locale.ROOT).substring(0, 3));
      }
    }
  }

  private static @Nullable String names(List<Name> names) {
    return names.isEmpty() ? null : names.stream().map(BibTex::name).collect(Collectors.joining(" and "));
  }

  /** Returns a name as BibTeX reads it; braces keep one from being taken apart. */
  private static String name(Name name) {
    return name.given() == null
        ? "{" + escaped(name.family()) + "}"
        : escaped(name.family()) + ", " + escaped(name.given());
  }

  /** Returns text without anything that TeX would take for a command; letters stay as they are, in UTF-8. */
  private static @Nullable String escaped(@Nullable String text) {
    if (text == null) {
      return null;
    }
    return OneLine.of(text).codePoints().mapToObj(BibTex::escaped).collect(Collectors.joining());
  }

  private static String escaped(int character) {
    return switch (character) {
      case '\\' -> "\\textbackslash{}";
      // Braces that are merely escaped still count when BibTeX looks for the end of a value.
      case '{' -> "\\textbraceleft{}";
      case '}' -> "\\textbraceright{}";
      case '$', '&', '%', '#', '_' -> "\\" + (char) character;
      case '~' -> "\\textasciitilde{}";
      case '^' -> "\\textasciicircum{}";
      case '<' -> "\\textless{}";
      case '>' -> "\\textgreater{}";
      case '|' -> "\\textbar{}";
      case '"' -> "\\textquotedbl{}";
      case '“' -> "``";
      case '”' -> "''";
      case '‘' -> "`";
      case '’' -> "'";
      case '–' -> "--";
      case '—' -> "---";
      case '…' -> "\\ldots{}";
      case '\u00a0' -> "~";
      default -> Character.toString(character);
    };
  }
}
