package org.readingroom.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.readingroom.collection.Document;
import org.readingroom.collection.Origin;
import org.readingroom.collection.Paragraph;
import org.readingroom.passage.Span;
import org.readingroom.reference.Reference;

/**
 * Holds a document laid out for a terminal.
 *
 * @param lines its lines: title, facts, text, reference
 * @param heading how many of them come before the text
 * @param at the line where the first highlighted stretch starts; 0 if there is none
 */
record DocumentPage(List<String> lines, int heading, int at) {

  private static final int BEFORE = 6;
  private static final int AFTER = 16;

  DocumentPage {
    lines = List.copyOf(lines);
  }

  /**
   * Lays a document out.
   *
   * @param highlighted stretches of its text to set off
   */
  static DocumentPage of(Document document, List<Span> highlighted, Reference reference, int width,
      Ink ink) {
    List<String> lines = new ArrayList<>();
    Lines.wrap("no. " + document.number() + ", " + document.title(), width, "").stream().map(ink::bold)
        .forEach(lines::add);
    Origin origin = document.origin();
    lines.addAll(Lines.wrap(String.join(", ", Stream.of(
        origin != null && !document.date().isKnown() ? "" : document.date().label(),
        origin == null ? document.kind().word() : String.join(", ", origin.authors()),
        origin == null ? "" : origin.path(), document.from() == null ? "" : "from " + document.from(),
        document.to() == null ? "" : "to " + document.to()).filter(fact -> !fact.isEmpty()).toList()), width,
        ""));
    lines.add("");
    int heading = lines.size();
    int at = 0;
    List<String> body = new ArrayList<>();
    for (Paragraph paragraph : document.paragraphs()) {
      int columns = paragraph.role() == Paragraph.Role.TABLE ? Integer.MAX_VALUE : width;
      List<String> marked = Lines.wrap(Highlight.mark(
          document.text().substring(paragraph.start(), paragraph.end()), paragraph.start(), highlighted),
          columns, "");
      for (int i = 0; i < marked.size() && at == 0; i++) {
        at = Highlight.starts(marked.get(i)) ? heading + body.size() + i : 0;
      }
      body.addAll(marked);
      body.add("");
    }
    lines.addAll(Highlight.paint(body, ink));
    Lines.wrap(reference.note(document), width, "").stream().map(ink::dim)
        .forEach(lines::add);
    return new DocumentPage(lines, heading, at);
  }

  /** Returns the heading and the lines around the highlighted place. */
  List<String> around() {
    int from = Math.max(heading, at - BEFORE);
    int to = Math.min(lines.size(), at + AFTER);
    List<String> some = new ArrayList<>(lines.subList(0, heading));
    if (from > heading) {
      some.add("…");
    }
    some.addAll(lines.subList(from, to));
    if (to < lines.size()) {
      some.add("…");
    }
    return some;
  }
}
