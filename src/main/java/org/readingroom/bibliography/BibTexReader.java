package org.readingroom.bibliography;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jbibtex.BibTeXDatabase;
import org.jbibtex.BibTeXEntry;
import org.jbibtex.BibTeXParser;
import org.jbibtex.BibTeXString;
import org.jbibtex.CharacterFilterReader;
import org.jbibtex.Key;
import org.jbibtex.ObjectResolutionException;
import org.jbibtex.ParseException;
import org.jbibtex.TokenMgrException;
import org.jbibtex.Value;
import org.jspecify.annotations.Nullable;
import org.readingroom.bibliography.Description.Field;
import org.readingroom.bibliography.Description.Role;
import org.readingroom.collection.DocumentDate;

/** Reads BibTeX and BibLaTeX. Of two entries with one key the first counts. */
final class BibTexReader {

  private static final Pattern OBJECT = Pattern.compile("@\\s*\\w+\\s*[{(]");
  private static final Pattern LINE = Pattern.compile("at line (\\d+)");

  private BibTexReader() {}

  static List<Entry> read(String text) throws BibliographyException {
    List<Entry> entries = new ArrayList<>();
    for (BibTeXEntry entry : parse(text).getEntries().values()) {
      entries.add(entry(entry));
    }
    return entries;
  }

  private static BibTeXDatabase parse(String text) throws BibliographyException {
    try {
      return new LenientParser().parse(new CharacterFilterReader(new StringReader(withoutProse(text))));
    } catch (ParseException | TokenMgrException | ObjectResolutionException e) {
      Matcher line = LINE.matcher(String.valueOf(e.getMessage()));
      throw new BibliographyException((line.find() ? "line " + line.group(1) : "it") + " is not BibTeX", e);
    }
  }

  /** Returns the entries and other objects alone: BibTeX passes over what stands between them, and the parser does not. */
  private static String withoutProse(String text) {
    StringBuilder objects = new StringBuilder();
    Matcher object = OBJECT.matcher(text);
    int end = 0;
    while (object.find(end)) {
      objects.append(lineBreaks(text.substring(end, object.start())));
      end = end(text, object.end());
      objects.append(text, object.start(), end);
    }
    return objects.toString();
  }

  private static String lineBreaks(String prose) {
    return prose.replaceAll("[^\n]+", " ");
  }

  /** Returns the offset behind the brace that closes an object. */
  private static int end(String text, int start) {
    int at = start;
    for (int depth = text.charAt(start - 1) == '{' ? 1 : 0; depth > 0 && at < text.length(); at++) {
      depth += text.charAt(at) == '{' ? 1 : text.charAt(at) == '}' ? -1 : 0;
    }
    return at;
  }

  /** Takes the name of a string or entry that is not there for itself. */
  private static final class LenientParser extends BibTeXParser {

    LenientParser() throws ParseException {}

    @Override
    public void checkStringResolution(Key key, @Nullable BibTeXString string) {}

    @Override
    public void checkCrossReferenceResolution(Key key, @Nullable BibTeXEntry entry) {}
  }

  private static Entry entry(BibTeXEntry entry) {
    DescriptionBuilder description = new DescriptionBuilder();
    String title = text(entry, "title");
    String subtitle = text(entry, "subtitle");
    description.put(Field.TITLE, title != null && subtitle != null ? title + ": " + subtitle : title);
    description.put(Field.TYPE, entry.getType().getValue());
    description.put(Field.CONTAINER, text(entry, "journal", "journaltitle", "booktitle"));
    description.put(Field.VOLUME, text(entry, "volume"));
    description.put(Field.ISSUE,
        text(entry, entry.getType().getValue().equalsIgnoreCase("article") ? "number" : "issue", "issue"));
    description.put(Field.PUBLISHER, text(entry, "publisher", "institution", "school", "organization"));
    String doi = raw(entry, "doi");
    description.put(Field.DOI, doi == null ? null : doi.replaceAll("[\\\\{}]", ""));
    description.put(Field.LANGUAGE, text(entry, "langid", "language", "hyphenation"));
    description.put(date(entry));
    for (Role role : Role.values()) {
      String names = raw(entry, role.name());
      description.put(role, names == null ? List.of() : Names.inBibTex(names));
    }
    String files = raw(entry, "file");
    return new Entry(entry.getKey().getValue(), files == null ? List.of() : FileField.paths(files),
        description.build());
  }

  private static @Nullable DocumentDate date(BibTeXEntry entry) {
    DocumentDate date = WrittenDate.of(text(entry, "date"));
    String year = text(entry, "year");
    String month = text(entry, "month");
    if (date != null || year == null || month == null) {
      return date != null ? date : WrittenDate.of(year);
    }
    DocumentDate whole = WrittenDate.of(month.matches("\\d{1,2}") ? year + "-" + month : month + " " + year);
    return whole != null ? whole : WrittenDate.of(year);
  }

  private static @Nullable String text(BibTeXEntry entry, String... names) {
    for (String name : names) {
      String raw = raw(entry, name);
      if (raw != null && !raw.isBlank()) {
        return Tex.plain(raw);
      }
    }
    return null;
  }

  private static @Nullable String raw(BibTeXEntry entry, String name) {
    Value value = entry.getField(new Key(name));
    return value == null ? null : value.toUserString();
  }
}
