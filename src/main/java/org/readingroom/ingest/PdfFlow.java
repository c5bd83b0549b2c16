package org.readingroom.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Brings a PDF's paragraphs into the order of its text and heals those that a column's or page's end cut in two.
 *
 * <p>
 * Notes and feet of a page come before a paragraph that runs over its end, and heads of the next after it, so that the
 * text of each page is one stretch.
 */
final class PdfFlow {

  private final List<PdfParagraph> flow = new ArrayList<>();
  private final List<PdfParagraph> held = new ArrayList<>();

  private PdfFlow() {}

  /** Returns a page's lines as paragraphs, running heads each for itself. */
  static List<PdfParagraph> paragraphs(PdfPage page, Set<PdfLine> heads) {
    List<PdfParagraph> paragraphs = new ArrayList<>();
    for (PdfLine line : page.lines()) {
      if (heads.contains(line)) {
        PdfParagraph head = new PdfParagraph(line);
        head.is(Role.RUNNING_HEAD);
        paragraphs.add(head);
      }
    }
    paragraphs.addAll(PdfParagraphs.of(page.lines().stream().filter(line -> !heads.contains(line)).toList(),
        page.width(), page.height()));
    return paragraphs;
  }

  static List<PdfParagraph> order(List<List<PdfParagraph>> pages, List<PdfPage> geometry) {
    PdfFlow flow = new PdfFlow();
    for (int i = 0; i < pages.size(); i++) {
      flow.page(pages.get(i), geometry.get(i).height());
    }
    flow.release();
    return flow.flow;
  }

  private void page(List<PdfParagraph> page, float height) {
    List<PdfParagraph> top = page.stream()
        .filter(part -> part.role() == Role.RUNNING_HEAD && part.first().displayY() < height / 2).toList();
    List<PdfParagraph> foot = page.stream()
        .filter(part -> part.role() == Role.RUNNING_HEAD && !top.contains(part)).toList();
    List<PdfParagraph> notes = page.stream().filter(part -> part.role() == Role.NOTE).toList();
    List<PdfParagraph> body = healed(
        page.stream().filter(part -> part.role() != Role.RUNNING_HEAD && part.role() != Role.NOTE).toList());
    PdfParagraph open = flow.isEmpty() ? null : flow.getLast();
    int from = 0;
    if (open != null && !body.isEmpty() && isCut(open, body.getFirst())) {
      open.continueWith(body.getFirst());
      from = 1;
    }
    List<PdfParagraph> rest = body.subList(from, body.size());
    if (from == 1 && rest.isEmpty() && open != null && isOpen(open)) {
      hold(top);
      hold(notes);
      hold(foot);
      return;
    }
    release();
    flow.addAll(top);
    // What may run on stands last.
    boolean runsOn = !rest.isEmpty() && rest.getLast().role() == Role.BODY && isOpen(rest.getLast());
    flow.addAll(runsOn ? rest.subList(0, rest.size() - 1) : rest);
    flow.addAll(notes);
    flow.addAll(foot);
    if (runsOn) {
      flow.add(rest.getLast());
    }
  }

  /** Keeps what stands around a page that one paragraph fills until that paragraph has ended. */
  private void hold(List<PdfParagraph> around) {
    around.forEach(PdfParagraph::displace);
    held.addAll(around);
  }

  private void release() {
    flow.addAll(held);
    held.clear();
  }

  /** Joins paragraphs that go on in the next column of their page. */
  private static List<PdfParagraph> healed(List<PdfParagraph> body) {
    List<PdfParagraph> healed = new ArrayList<>();
    PdfParagraph open = null;
    for (PdfParagraph paragraph : body) {
      boolean joins = open != null && open.last().column() != paragraph.first().column()
          && isAbove(paragraph.first(), open.last()) && isCut(open, paragraph);
      if (joins && open != null) {
        open.continueWith(paragraph);
      } else {
        healed.add(paragraph);
        open = paragraph.role() == Role.CAPTION || paragraph.role() == Role.TABLE ? open : paragraph;
      }
    }
    return healed;
  }

  /** Tells whether a line is at the head of a column to the right of where the one before ended. */
  private static boolean isAbove(PdfLine line, PdfLine before) {
    return line.frame().equals(before.frame()) && line.top() < before.bottom() - 3 * before.size()
        && line.left() > before.left();
  }

  private static boolean isOpen(PdfParagraph paragraph) {
    return !PdfParagraphs.endsSentence(paragraph.last().text());
  }

  /** Tells whether one paragraph is the first part of what another ends. */
  private static boolean isCut(PdfParagraph open, @Nullable PdfParagraph next) {
    if (next == null || open.role() != Role.BODY && open.role() != Role.LIST || next.role() != Role.BODY
        || !isOpen(open)) {
      return false;
    }
    PdfLine before = open.last();
    PdfLine line = next.first();
    boolean alike = before.frame().equals(line.frame()) && before.bold() == line.bold()
        && before.hidden() == line.hidden()
        && Math.abs(before.size() - line.size()) <= 0.1 * Math.max(before.size(), line.size());
    boolean full = before.right() > before.columnRight()
        - 0.15 * (before.columnRight() - before.columnLeft());
    boolean hyphen = Hyphens.isHyphen(before.text().charAt(before.text().length() - 1));
    return alike && (hyphen || !PdfParagraphs.startsSentence(line.text())
        || full && open.lines().size() > 1 && !ListMarks.isItem(line.text())
            && next.lines().size() > 1);
  }
}
