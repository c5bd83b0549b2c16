package org.readingroom.ingest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document of a file: its text, with nothing of the source changed but white space, and what stands where in it.
 *
 * <p>
 * Paragraphs are two line breaks apart, the rows of a table and the items of a list one. A hyphen that ends a line is
 * kept and what follows joined to it; {@link #lineEndHyphens()} tells them from those that belong to a word.
 *
 * @param part what it is of its file: empty for the whole, {@code 1}, {@code 2} … for the mails of a mailbox,
 *        {@code a1} or {@code 1.a1} for what is attached to a mail
 * @param title its title; the file's name without its ending where it has none
 * @param authors who wrote it, as the file says
 * @param date when it was written or published, as the file says
 * @param publisher who published it
 * @param doi its DOI, without an address before it
 * @param from who sent a mail
 * @param to who a mail was sent to
 * @param language the code of its language, such as {@code en}
 * @param text its canonical text
 * @param blocks its paragraphs, headings, rows and notes, in the order of the text
 * @param pages its pages; none where the format has none
 * @param lines its lines as printed; none where the format has no pages
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ParsedDocument(String part, String title, List<String> authors, @Nullable LocalDate date,
    @Nullable String publisher, @Nullable String doi, @Nullable String from, @Nullable String to,
    @Nullable String language, String text, List<Block> blocks, List<Page> pages, List<TextLine> lines) {

  public ParsedDocument {
    part = orEmpty(part);
    title = orEmpty(title);
    text = orEmpty(text);
    authors = copy(authors);
    blocks = copy(blocks);
    pages = copy(pages);
    lines = copy(lines);
  }

  private static String orEmpty(@Nullable String value) {
    return value == null ? "" : value;
  }

  private static <T> List<T> copy(@Nullable List<T> values) {
    return values == null ? List.of() : List.copyOf(values);
  }

  /** Returns the document as another part of its file, with another title. */
  ParsedDocument with(String newPart, String newTitle) {
    return new ParsedDocument(newPart, newTitle, authors, date, publisher, doi, from, to, language, text,
        blocks, pages, lines);
  }

  /** Returns the rectangles around a stretch of the text, one for each line; none where the format has no pages. */
  public List<Box> boxes(int start, int end) {
    List<Box> boxes = new ArrayList<>();
    for (int i = firstLineAfter(start); i < lines.size() && lines.get(i).start() < end; i++) {
      boxes.add(lines.get(i).box(start, end));
    }
    return boxes;
  }

  private int firstLineAfter(int offset) {
    int low = 0;
    int high = lines.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (lines.get(middle).end() <= offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Returns where hyphens stand at which a printed line ended and its word went on, in the order of the text. */
  public List<Integer> lineEndHyphens() {
    List<Integer> hyphens = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      int end = lines.get(i - 1).end();
      if (lines.get(i).start() == end && Hyphens.isHyphen(text.charAt(end - 1))) {
        hyphens.add(end - 1);
      }
    }
    return hyphens;
  }
}
