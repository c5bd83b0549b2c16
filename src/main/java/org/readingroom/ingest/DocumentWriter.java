package org.readingroom.ingest;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sets the blocks of a document as its canonical text. */
final class DocumentWriter {

  private final int textLimit;
  private final StringBuilder text = new StringBuilder();
  private final List<Block> blocks = new ArrayList<>();
  private final List<Page> pages = new ArrayList<>();
  private final List<TextLine> lines = new ArrayList<>();
  private final Sections sections = new Sections();
  private int page;
  private boolean hidden;
  private boolean ocr;
  private boolean newGroup;

  DocumentWriter(int textLimit) {
    this.textLimit = textLimit;
  }

  /** Says which page the next blocks start on. */
  void onPage(int number) {
    page = number;
  }

  /** Says whether the next blocks are hidden. */
  void hidden(boolean isHidden) {
    hidden = isHidden;
  }

  boolean isHidden() {
    return hidden;
  }

  /** Says whether the characters of the next blocks were recognised in a picture. */
  void ocr(boolean isOcr) {
    ocr = isOcr;
  }

  /** Ends a table or list: what follows is no row or item of it. */
  void endGroup() {
    newGroup = true;
  }

  boolean isEmpty() {
    return text.isEmpty();
  }

  int length() {
    return text.length();
  }

  /** Adds a heading and opens its section; level 1 is the outermost. */
  void heading(int level, String words) {
    String clean = WhiteSpace.lines(words);
    if (!clean.isEmpty()) {
      if (!hidden) {
        sections.open(level, clean);
      }
      set(Role.HEADING, clean);
    }
  }

  /** Adds a block on one line. */
  void block(Role role, CharSequence words) {
    set(role, WhiteSpace.line(words));
  }

  /** Adds a block whose lines stay lines. */
  void verse(Role role, CharSequence words) {
    set(role, WhiteSpace.lines(words));
  }

  private void set(Role role, String clean) {
    if (clean.isEmpty()) {
      return;
    }
    int start = open(role);
    text.append(clean);
    close(start, role);
  }

  /** Makes room for a block and returns where it starts; its text is to be appended and then closed. */
  int open(Role role) {
    if (!text.isEmpty()) {
      boolean groups = (role == Role.TABLE || role == Role.LIST) && !newGroup
          && blocks.getLast().role() == role && blocks.getLast().hidden() == hidden;
      text.append(groups ? "\n" : "\n\n");
    }
    newGroup = false;
    return text.length();
  }

  /** Returns the text so far, to append to. */
  StringBuilder text() {
    return text;
  }

  Sections sections() {
    return sections;
  }

  void close(int start, Role role) {
    if (text.length() > textLimit) {
      throw ParsingException.tooLarge();
    }
    blocks.add(new Block(start, text.length(), role, page, sections.path(), hidden, ocr));
  }

  void line(TextLine line) {
    lines.add(line);
  }

  void page(Page finished) {
    pages.add(finished);
  }

  /** Returns the first heading, or null. */
  @Nullable
  String firstHeading() {
    return blocks.stream().filter(block -> block.role() == Role.HEADING && !block.hidden()).findFirst()
        .map(block -> WhiteSpace.line(text.substring(block.start(), block.end()))).orElse(null);
  }

  ParsedDocument document(String part, Metadata metadata) {
    String language = metadata.language() == null ? Language.of(text) : metadata.language();
    String title = metadata.title();
    return new ParsedDocument(part, title == null ? "" : title, metadata.authors(), metadata.date(),
        metadata.publisher(), metadata.doi(), metadata.from(), metadata.to(), language, text.toString(),
        blocks,
        pages, lines);
  }
}
