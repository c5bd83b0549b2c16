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
 * text of each page is one stretch. Tables and captions between the parts of a paragraph come before it where they are
 * of its first page, and after it where they are of the next.
 */
final class PdfFlow {

  private static final float SMALLER = 0.93f;

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
    List<List<PdfParagraph>> bodies = pages.stream().map(PdfFlow::body).toList();
    for (int i = 0; i < pages.size(); i++) {
      List<PdfParagraph> following = i + 1 < bodies.size() ? bodies.get(i + 1) : List.of();
      flow.page(pages.get(i), bodies.get(i), following, geometry.get(i).height());
    }
    flow.release();
    return flow.flow;
  }

  private static List<PdfParagraph> body(List<PdfParagraph> page) {
    return healed(
        page.stream().filter(part -> part.role() != Role.RUNNING_HEAD && part.role() != Role.NOTE).toList());
  }

  private void page(List<PdfParagraph> page, List<PdfParagraph> body, List<PdfParagraph> following,
      float height) {
    List<PdfParagraph> top = page.stream()
        .filter(part -> part.role() == Role.RUNNING_HEAD && part.first().displayY() < height / 2).toList();
    List<PdfParagraph> foot = page.stream()
        .filter(part -> part.role() == Role.RUNNING_HEAD && !top.contains(part)).toList();
    List<PdfParagraph> notes = page.stream().filter(part -> part.role() == Role.NOTE).toList();
    List<PdfParagraph> rest = new ArrayList<>(body);
    PdfParagraph open = flow.isEmpty() ? null : flow.getLast();
    PdfParagraph next = open == null ? null : continuation(open, body);
    if (open != null && next != null) {
      open.continueWith(next);
      rest.remove(next);
      if (rest.isEmpty() && isOpen(open)) {
        hold(top);
        hold(notes);
        hold(foot);
        return;
      }
    }
    release();
    flow.addAll(top);
    // What may run on stands last.
    PdfParagraph last = runningOn(rest, following);
    if (last != null) {
      rest.remove(last);
    }
    flow.addAll(rest);
    flow.addAll(notes);
    flow.addAll(foot);
    if (last != null) {
      flow.add(last);
    }
  }

  /** Returns the paragraph of a page that ends a paragraph of the one before, or null. */
  private static @Nullable PdfParagraph continuation(PdfParagraph open, List<PdfParagraph> body) {
    if (!body.isEmpty() && isCut(open, body.getFirst())) {
      return body.getFirst();
    }
    PdfParagraph next = body.stream().filter(part -> !isAside(part, open)).findFirst().orElse(null);
    return next != null && isCut(open, next) && isSurelyCut(open, next) ? next : null;
  }

  /** Returns the paragraph of a page that goes on, or may go on, on the following one, or null. */
  private static @Nullable PdfParagraph runningOn(List<PdfParagraph> body, List<PdfParagraph> following) {
    for (int i = body.size() - 1; i >= 0; i--) {
      PdfParagraph part = body.get(i);
      boolean last = part.role() == Role.BODY
          && body.subList(i + 1, body.size()).stream().allMatch(after -> isAside(after, part));
      PdfParagraph next = last ? continuation(part, following) : null;
      if (next != null && isSurelyCut(part, next)) {
        return part;
      }
    }
    return !body.isEmpty() && body.getLast().role() == Role.BODY && isOpen(body.getLast())
        ? body.getLast()
        : null;
  }

  /** Tells whether a block is not of a paragraph's text: a table, a caption, a label, small print. */
  private static boolean isAside(PdfParagraph block, PdfParagraph paragraph) {
    return block.role() == Role.CAPTION || block.role() == Role.TABLE
        || block.role() != Role.HEADING && (!block.first().frame().equals(paragraph.last().frame())
            || block.first().size() < SMALLER * paragraph.last().size());
  }

  /** Tells whether what is cut goes on within a sentence, so that it does whatever stands between. */
  private static boolean isSurelyCut(PdfParagraph open, PdfParagraph next) {
    return endsInHyphen(open.last()) || isFull(open.last())
        && !PdfParagraphs.startsSentence(next.first().text()) && (next.lines().size() > 1 || !isOpen(next));
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
    return alike && (endsInHyphen(before) || !PdfParagraphs.startsSentence(line.text())
        || isFull(before) && open.lines().size() > 1 && !ListMarks.isItem(line.text())
            && next.lines().size() > 1);
  }

  private static boolean endsInHyphen(PdfLine line) {
    return Hyphens.isHyphen(line.text().charAt(line.text().length() - 1));
  }

  /** Tells whether a line reaches the edge of its column. */
  private static boolean isFull(PdfLine line) {
    float room = PdfParagraphs.isRightToLeft(line)
        ? line.left() - line.columnLeft()
        : line.columnRight() - line.right();
    return room < 0.15 * (line.columnRight() - line.columnLeft());
  }
}
