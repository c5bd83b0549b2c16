package org.readingroom.ingest;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** Writes the body of an OpenDocument file as blocks, as it stands when all tracked changes are accepted. */
final class OpenDocumentBody {

  private final OpenDocumentStyles styles;
  private final DocumentWriter writer;
  private final List<Element> boxes = new ArrayList<>();
  private final List<Element> notes = new ArrayList<>();
  private @Nullable String title;
  private int slide;

  OpenDocumentBody(OpenDocumentStyles styles, DocumentWriter writer) {
    this.styles = styles;
    this.writer = writer;
  }

  /** Returns the words of the style for titles, or null where it is not used. */
  @Nullable
  String title() {
    return title;
  }

  void write(Element container) {
    for (Element child : container.children()) {
      element(child);
    }
  }

  private void element(Element element) {
    switch (element.tagName()) {
      case "text:tracked-changes", "office:annotation", "text:sequence-decls", "office:forms",
          "presentation:notes" -> {
        return;
      }
      case "text:h" -> {
        heading(element);
        asides();
      }
      case "text:p" -> {
        paragraph(element, Role.BODY);
        asides();
      }
      case "text:list" -> list(element);
      case "text:table-of-content" -> {
        for (Element entry : element.getElementsByTag("text:p")) {
          writer.block(Role.RUNNING_HEAD, entry.text());
        }
      }
      case "table:table" -> table(element);
      case "draw:page" -> {
        slide++;
        writer.onPage(slide);
        write(element);
      }
      case "text:section" -> {
        boolean before = writer.isHidden();
        writer.hidden(before || element.attr("text:display").equals("none"));
        write(element);
        writer.hidden(before);
      }
      default -> write(element);
    }
  }

  private void heading(Element element) {
    String level = element.attr("text:outline-level");
    StringBuilder words = words(element);
    boolean before = writer.isHidden();
    writer.hidden(before || isHidden(element));
    writer.heading(level.matches("[1-9]") ? Integer.parseInt(level) : 1, words.toString());
    writer.hidden(before);
  }

  private void paragraph(Element element, Role role) {
    StringBuilder hidden = new StringBuilder();
    StringBuilder words = words(element, hidden);
    String names = styles.names(element.attr("text:style-name"));
    boolean before = writer.isHidden();
    writer.hidden(before || isHidden(element));
    if (names.contains("\ntitle\n") || names.startsWith("title\n")) {
      title = title == null ? words.toString() : title;
      writer.verse(Role.HEADING, words);
    } else {
      writer.verse(names.contains("caption\n") || names.contains("illustration\n") ? Role.CAPTION : role,
          words);
    }
    writer.hidden(true);
    writer.verse(role, hidden);
    writer.hidden(before);
  }

  private boolean isHidden(Element element) {
    return styles.hides(element.attr("text:style-name"));
  }

  private void list(Element list) {
    for (Element item : list.children()) {
      for (Element child : item.children()) {
        if (child.tagName().equals("text:p") || child.tagName().equals("text:h")) {
          paragraph(child, Role.LIST);
          asides();
        } else {
          element(child);
        }
      }
    }
    if (list.parent() == null || !list.parent().tagName().equals("text:list-item")) {
      writer.endGroup();
    }
  }

  private void table(Element table) {
    writer.endGroup();
    for (Element row : table.getElementsByTag("table:table-row")) {
      if (row.closest("table|table, table\\:table") != table) {
        continue;
      }
      StringBuilder words = new StringBuilder();
      for (Element cell : row.children()) {
        for (Element paragraph : cell.getElementsByTag("text:p")) {
          if (isOwn(paragraph, cell)) {
            words.append(words(paragraph)).append(' ');
          }
        }
      }
      writer.block(Role.TABLE, words);
    }
    writer.endGroup();
    asides();
  }

  /** Tells whether a paragraph is the cell's own, not in a comment or in another paragraph's note or text box. */
  private static boolean isOwn(Element paragraph, Element cell) {
    return paragraph.parents().stream().takeWhile(above -> above != cell)
        .noneMatch(above -> above.tagName().matches("text:p|office:annotation"));
  }

  private StringBuilder words(Element element) {
    return words(element, new StringBuilder());
  }

  private StringBuilder words(Element element, StringBuilder hidden) {
    StringBuilder words = new StringBuilder();
    collect(element, words, hidden);
    return words;
  }

  private void collect(Element element, StringBuilder words, StringBuilder hidden) {
    for (Node node : element.childNodes()) {
      if (node instanceof TextNode text) {
        words.append(text.getWholeText().replaceAll("[\\r\\n]+", " "));
      } else if (node instanceof Element child) {
        part(child, words, hidden);
      }
    }
  }

  private void part(Element child, StringBuilder words, StringBuilder hidden) {
    switch (child.tagName()) {
      case "text:s", "text:tab" -> words.append(' ');
      case "text:line-break" -> words.append('\n');
      case "office:annotation", "office:annotation-end", "text:note-citation", "text:ruby-text", "svg:title",
          "svg:desc" -> {
        return;
      }
      case "text:note" -> notes.add(child);
      case "draw:frame", "draw:custom-shape", "draw:rect" -> boxes.add(child);
      case "text:hidden-text", "text:hidden-paragraph" ->
        hidden.append(child.attr("text:string-value")).append(child.text());
      case "text:span" -> collect(child, isHidden(child) ? hidden : words, hidden);
      default -> collect(child, words, hidden);
    }
  }

  /** Writes the notes and text boxes of what was written last. */
  private void asides() {
    List<Element> dueNotes = List.copyOf(notes);
    List<Element> dueBoxes = List.copyOf(boxes);
    notes.clear();
    boxes.clear();
    for (Element note : dueNotes) {
      StringBuilder words = new StringBuilder();
      for (Element paragraph : note.getElementsByTag("text:p")) {
        words.append(words(paragraph)).append('\n');
      }
      writer.verse(Role.NOTE, words);
    }
    for (Element box : dueBoxes) {
      write(box);
    }
  }
}
