package org.readingroom.collection;

import java.util.List;
import java.util.Optional;

/**
 * Holds a document's canonical text and how it is laid out. All offsets count UTF-16 code units into the text.
 *
 * @param text the source's text with nothing changed but white space
 * @param paragraphs the paragraphs of the text in order, covering all of it but white space
 * @param lines where each line of the source stands in the text, in order
 * @param pages the pages of its file in order; none where the format has none
 * @param sections the sections of its file in order; none where it has no headings
 * @param hyphens the offsets of hyphens at which a line broke a word, in order
 */
public record DocumentBody(String text, List<Paragraph> paragraphs, List<SourceLine> lines,
    List<Origin.Page> pages, List<Origin.Section> sections, List<Integer> hyphens) {

  public DocumentBody {
    paragraphs = List.copyOf(paragraphs);
    lines = List.copyOf(lines);
    pages = List.copyOf(pages);
    sections = List.copyOf(sections);
    hyphens = List.copyOf(hyphens);
  }

  /** Makes the body of a document without pages and sections. */
  public DocumentBody(String text, List<Paragraph> paragraphs, List<SourceLine> lines) {
    this(text, paragraphs, lines, List.of(), List.of(), List.of());
  }

  /** Returns the page that a character is on; nothing where that is not known. */
  public Optional<Origin.Page> page(int offset) {
    return pages.stream().filter(page -> page.start() <= offset && offset < page.end()).findFirst();
  }

  /** Returns the headings that a character stands under. */
  public List<String> headings(int offset) {
    return sections.stream().filter(section -> section.start() <= offset).reduce((earlier, later) -> later)
        .map(Origin.Section::headings).orElse(List.of());
  }
}
