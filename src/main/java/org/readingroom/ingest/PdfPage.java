package org.readingroom.ingest;

import java.util.List;

/**
 * A page of a PDF as read.
 *
 * @param number the physical page, from 1
 * @param width its width as displayed
 * @param height its height as displayed
 * @param lines its lines in the order in which they are read
 * @param ocr whether its characters were recognised in a picture
 */
record PdfPage(int number, float width, float height, List<PdfLine> lines, boolean ocr) {

  String text() {
    return String.join("\n", lines.stream().map(PdfLine::text).toList());
  }

  boolean isMostlyLevel() {
    return lines.stream().filter(line -> line.frame().degrees() == 0).count() * 2 > lines.size();
  }
}
