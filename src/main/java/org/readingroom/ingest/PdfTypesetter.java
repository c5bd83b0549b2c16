package org.readingroom.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sets the paragraphs of a PDF as the text of a document, with its pages and lines. */
final class PdfTypesetter {

  private final DocumentWriter writer;
  private final List<PdfPage> pages;
  private final Map<Integer, String> labels;
  private final boolean[] started;
  private final int[] starts;
  private final int[] ends;

  private PdfTypesetter(DocumentWriter writer, List<PdfPage> pages, Map<Integer, String> labels) {
    this.writer = writer;
    this.pages = pages;
    this.labels = labels;
    starts = new int[pages.size() + 1];
    ends = new int[pages.size() + 1];
    started = new boolean[pages.size() + 1];
  }

  static void set(List<PdfParagraph> flow, List<PdfPage> pages, Map<Integer, String> labels,
      DocumentWriter writer) {
    PdfTypesetter typesetter = new PdfTypesetter(writer, pages, labels);
    for (PdfParagraph paragraph : flow) {
      typesetter.paragraph(paragraph);
    }
    typesetter.pages();
  }

  private void paragraph(PdfParagraph paragraph) {
    PdfPage page = pages.get(paragraph.first().page() - 1);
    writer.onPage(page.number());
    writer.hidden(paragraph.first().hidden());
    writer.ocr(page.ocr());
    int start = writer.open(paragraph.role());
    StringBuilder text = writer.text();
    List<PdfLine> lines = paragraph.lines();
    for (int i = 0; i < lines.size(); i++) {
      PdfLine line = lines.get(i);
      if (i > 0) {
        text.append(paragraph.breaksBefore(i)
            ? "\n"
            : Hyphens.joint(text.subSequence(Math.max(start, text.length() - 3), text.length()),
                line.text()));
      }
      if (!paragraph.isDisplaced()) {
        begin(line.page(), text.length());
      }
      writer.line(line.at(text.length()));
      text.append(line.text());
      if (!paragraph.isDisplaced()) {
        ends[line.page()] = text.length();
      }
    }
    if (paragraph.role() == Role.HEADING) {
      writer.sections().open(paragraph.level(), paragraph.text());
    }
    writer.close(start, paragraph.role());
  }

  private void begin(int page, int at) {
    if (!started[page]) {
      started[page] = true;
      starts[page] = at;
    }
  }

  private void pages() {
    int at = 0;
    for (PdfPage page : pages) {
      int number = page.number();
      int start = started[number] ? starts[number] : at;
      int end = started[number] ? ends[number] : at;
      writer.page(new Page(number, label(number), start, end, page.width(), page.height()));
      at = end;
    }
  }

  private @Nullable String label(int number) {
    return labels.get(number);
  }

  /** Returns the physical pages without text. */
  static List<Integer> withoutText(List<PdfPage> pages) {
    List<Integer> without = new ArrayList<>();
    for (PdfPage page : pages) {
      if (page.lines().isEmpty()) {
        without.add(page.number());
      }
    }
    return without;
  }
}
