package org.readingroom.ingest;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Reads text in pictures, where Tesseract is installed. */
final class Ocr {

  private static final int DOTS_PER_INCH = 300;
  private static final double MOST_DOTS = 40e6;
  private static final float POINTS_PER_INCH = 72;

  private final Source source;
  private Tesseract.Outcome outcome = Tesseract.Outcome.NOT_INSTALLED;

  Ocr(Source source) {
    this.source = source;
  }

  /** Says in a sentence why there is no text in the pictures that were met. */
  String reason() {
    return switch (outcome) {
      case DONE -> "No text was found in the pictures on the pages.";
      case FAILED -> "Tesseract could not read the pictures of text; it may lack the language "
          + source.ocrLanguages() + ".";
      case NOT_INSTALLED -> source.ocrLanguages().isEmpty()
          ? "The pages are pictures of text; set reading-room.parsing.ocr-languages and install tesseract-ocr to have them read."
          : "The pages are pictures of text; install tesseract-ocr to have them read, then add the file again.";
    };
  }

  /** Returns the lines of a PDF's page that is a picture; none where they cannot be read. */
  List<PdfLine> page(PDDocument document, int number, PageGeometry geometry) {
    if (source.ocrLanguages().isEmpty()) {
      return List.of();
    }
    double inches = geometry.area() / POINTS_PER_INCH / POINTS_PER_INCH;
    float dots = (float) Math.min(DOTS_PER_INCH, Math.sqrt(MOST_DOTS / Math.max(0.01, inches)));
    try {
      Path picture = Files.createTempFile("page", ".png");
      try {
        BufferedImage image = new PDFRenderer(document).renderImageWithDPI(number - 1, dots, ImageType.GRAY);
        ImageIO.write(image, "png", picture.toFile());
        return picture(picture, number, POINTS_PER_INCH / dots);
      } finally {
        Files.deleteIfExists(picture);
      }
    } catch (IOException | RuntimeException e) {
      outcome = Tesseract.Outcome.FAILED;
      return List.of();
    }
  }

  /** Returns the lines of a picture of which a dot measures so many points. */
  List<PdfLine> picture(Path picture, int number, float points) {
    Tesseract.Result result = Tesseract.read(picture, source.ocrLanguages());
    outcome = result.outcome();
    return OcrLines.of(result.rows(), number, points);
  }
}
