package org.readingroom.collection;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the list of documents that stands before the texts: entries folded over lines, under years. */
final class ListOfDocuments {

  private static final Pattern TITLE = Pattern.compile("\\s*List of Documents\\s*", Pattern.CASE_INSENSITIVE);
  private static final Pattern YEAR = Pattern.compile("\\s*(1[89]\\d\\d|20\\d\\d)\\s*");
  private static final Pattern ENTRY = Pattern.compile("\\s*(\\d{1,3})\\)\\s+(\\S.*)");
  private static final Pattern PARTS = Pattern
      .compile("(No date;[^:.]*|[^:.]{3,40})[:.]\\s+(?:\\[([^\\]]*)\\]\\s*)?(.*?)\\.?");

  private ListOfDocuments() {}

  /**
   * Reads the entries in the order of their numbers.
   *
   * @param end the number of the first line after the list
   */
  static List<Listing> read(SourceText source, int end) {
    int line = 1;
    while (line < end && !TITLE.matcher(source.line(line)).matches()) {
      line++;
    }
    if (line == end) {
      throw new CollectionException("There is no List of Documents before line " + end + ".");
    }
    List<Listing> listings = new ArrayList<>();
    StringBuilder entry = new StringBuilder();
    String year = "";
    String entryYear = "";
    for (line++; line < end; line++) {
      String text = source.line(line);
      Matcher yearLine = YEAR.matcher(text);
      boolean newEntry = ENTRY.matcher(text).matches();
      if (yearLine.matches() || newEntry) {
        add(listings, entry.toString(), entryYear);
        entry.setLength(0);
        entryYear = year;
      }
      if (yearLine.matches()) {
        year = yearLine.group(1);
      } else if (newEntry || !entry.isEmpty()) {
        entry.append(' ').append(text.strip());
      }
    }
    add(listings, entry.toString(), entryYear);
    return listings;
  }

  private static void add(List<Listing> listings, String folded, String year) {
    String entry = folded.strip().replaceAll("\\s+", " ");
    if (entry.isEmpty()) {
      return;
    }
    Matcher numbered = ENTRY.matcher(entry);
    if (!numbered.matches() || Integer.parseInt(numbered.group(1)) != listings.size() + 1) {
      throw new CollectionException("The List of Documents has \"" + start(entry) + "\" where entry "
          + (listings.size() + 1) + " is expected.");
    }
    Matcher parts = PARTS.matcher(numbered.group(2));
    if (!parts.matches()) {
      throw new CollectionException(
          "The List of Documents has no date and title in \"" + start(entry) + "\".");
    }
    @Nullable
    String classification = parts.group(2);
    listings.add(new Listing(listings.size() + 1, ListedDate.parse(parts.group(1), year), parts.group(3),
        classification));
  }

  private static String start(String entry) {
    return entry.substring(0, Math.min(60, entry.length()));
  }
}
