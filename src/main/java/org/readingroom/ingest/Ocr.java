package org.readingroom.ingest;

import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Reads text in pictures with Tesseract, where it is installed. */
final class Ocr {

  private Ocr() {}

  static String advice(Source source) {
    return "The pages are pictures of text; install tesseract-ocr to have them read, then add the file again.";
  }

  static List<PdfLine> read(Source source, PDDocument document, int page, PageGeometry geometry) {
    return List.of();
  }
}
