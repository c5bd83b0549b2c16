package org.readingroom.ingest;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Writes the body of a Word document as blocks. */
final class WordBody {

  private static final int LONG_CELL = 400;

  private final WordStyles styles;
  private final WordNotes notes;
  private final DocumentWriter writer;
  /** The words of paragraphs whose end was deleted: they go on in the next. */
  private final StringBuilder carried = new StringBuilder();
  private final List<Element> noted = new ArrayList<>();
  private @Nullable String title;

  WordBody(WordStyles styles, WordNotes notes, DocumentWriter writer) {
    this.styles = styles;
    this.notes = notes;
    this.writer = writer;
  }

  /** Returns the words of the style for titles, or null where it is not used. */
  @Nullable
  String title() {
    return title;
  }

  void write(Element container) {
    children(container);
    if (!carried.isEmpty()) {
      writer.verse(Role.BODY, carried);
      carried.setLength(0);
    }
    notes();
  }

  private void children(Element container) {
    for (Element child : container.children()) {
      switch (child.tagName()) {
        case "w:p" -> {
          paragraph(child);
          notes();
        }
        case "w:tbl" -> {
          table(child);
          notes();
        }
        case "w:del", "w:moveFrom", "w:sdtPr", "w:sectPr" -> {
          continue;
        }
        case "mc:AlternateContent" -> children(WordRuns.alternative(child));
        default -> children(child);
      }
    }
  }

  private void paragraph(Element paragraph) {
    WordRuns runs = WordRuns.of(paragraph, styles);
    noted.addAll(runs.references());
    Element properties = Xml.child(paragraph, "w:pPr");
    carried.append(runs.visible());
    if (isMarkDeleted(properties)) {
      return;
    }
    set(properties, carried.toString());
    carried.setLength(0);
    writer.hidden(true);
    writer.verse(Role.BODY, runs.hidden());
    writer.hidden(false);
    for (Element box : runs.boxes()) {
      children(box);
    }
  }

  private static boolean isMarkDeleted(@Nullable Element properties) {
    Element mark = Xml.child(properties, "w:rPr");
    return Xml.child(mark, "w:del") != null || Xml.child(mark, "w:moveFrom") != null;
  }

  private void set(@Nullable Element properties, String words) {
    Element style = Xml.child(properties, "w:pStyle");
    String id = style == null ? null : style.attr("w:val");
    int level = styles.headingLevel(properties, id);
    String names = styles.names(id);
    if (level > 0) {
      writer.heading(level, words);
    } else if (level == 0) {
      title = title == null && !words.isBlank() ? words : title;
      writer.verse(Role.HEADING, words);
    } else if (names.startsWith("toc ")) {
      writer.block(Role.RUNNING_HEAD, words);
    } else if (names.contains("caption")) {
      writer.block(Role.CAPTION, words);
    } else if (isNumbered(properties, id)) {
      writer.verse(Role.LIST, words);
    } else {
      writer.verse(Role.BODY, words);
    }
  }

  private boolean isNumbered(@Nullable Element properties, @Nullable String style) {
    Element direct = Xml.child(properties, "w:numPr");
    Element numbering = direct == null ? styles.inherited(style, "w:pPr", "w:numPr") : direct;
    Element id = Xml.child(numbering, "w:numId");
    return numbering != null && (id == null || !id.attr("w:val").equals("0"));
  }

  private void table(Element table) {
    List<Element> boxes = new ArrayList<>();
    writer.endGroup();
    for (Element row : table.getElementsByTag("w:tr")) {
      if (row.closest("w|tbl, w\\:tbl") == table && Xml.path(row, "w:trPr", "w:del") == null) {
        row(row, boxes);
      }
    }
    writer.endGroup();
    boxes.forEach(this::children);
  }

  private void row(Element row, List<Element> boxes) {
    StringBuilder words = new StringBuilder();
    for (Element cell : row.getElementsByTag("w:tc")) {
      if (cell.closest("w|tr, w\\:tr") == row) {
        if (isLayout(cell)) {
          writer.block(Role.TABLE, words);
          words.setLength(0);
          children(cell);
        } else {
          cell(cell, words, boxes);
        }
      }
    }
    writer.block(Role.TABLE, words);
  }

  private static boolean isLayout(Element cell) {
    return cell.getElementsByTag("w:p").size() > 2 && cell.text().length() > LONG_CELL
        || Xml.first(cell, "w:tbl") != null;
  }

  private void cell(Element cell, StringBuilder words, List<Element> boxes) {
    for (Element paragraph : cell.getElementsByTag("w:p")) {
      boolean boxed = paragraph.parents().stream().takeWhile(above -> above != cell)
          .anyMatch(above -> above.tagName().equals("w:txbxContent"));
      if (!boxed) {
        WordRuns runs = WordRuns.of(paragraph, styles);
        noted.addAll(runs.references());
        boxes.addAll(runs.boxes());
        words.append(runs.visible()).append(isMarkDeleted(Xml.child(paragraph, "w:pPr")) ? "" : " ");
      }
    }
  }

  /** Writes the notes of what was written last. */
  private void notes() {
    if (!carried.isEmpty()) {
      return;
    }
    List<Element> due = List.copyOf(noted);
    noted.clear();
    for (Element reference : due) {
      Element note = notes.note(reference);
      if (note != null) {
        StringBuilder words = new StringBuilder();
        for (Element paragraph : note.getElementsByTag("w:p")) {
          words.append(WordRuns.of(paragraph, styles).visible()).append('\n');
        }
        writer.verse(Role.NOTE, words);
      }
    }
  }
}
