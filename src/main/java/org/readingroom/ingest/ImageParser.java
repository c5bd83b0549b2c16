package org.readingroom.ingest;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Reads pictures of text as one page, where Tesseract is installed. */
final class ImageParser {

  /** A dot of a picture is taken for one of a screen. */
  private static final float POINTS = 0.75f;

  private ImageParser() {}

  static Extract parse(Source source) throws IOException {
    float[] size = size(source);
    Ocr ocr = new Ocr(source);
    List<PdfLine> lines = ocr.picture(source.file(), 1, POINTS);
    if (lines.isEmpty()) {
      return new Extract(List.of(), 1, List.of(1), ocr.reason());
    }
    List<PdfPage> pages = List.of(new PdfPage(1, size[0], size[1], lines, true));
    List<List<PdfParagraph>> paragraphs = List.of(PdfFlow.paragraphs(pages.getFirst(), Set.of()));
    PdfRoles.assign(paragraphs, pages);
    DocumentWriter writer = source.writer();
    PdfTypesetter.set(PdfFlow.order(paragraphs, pages), pages, Map.of(), writer);
    return new Extract(List.of(writer.document("", Metadata.NONE)), 1, List.of(), "");
  }

  private static float[] size(Source source) throws IOException {
    try (ImageInputStream in = ImageIO.createImageInputStream(source.file().toFile())) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        return new float[]{0, 0};
      }
      ImageReader reader = readers.next();
      reader.setInput(in);
      try {
        return new float[]{reader.getWidth(0) * POINTS, reader.getHeight(0) * POINTS};
      } finally {
        reader.dispose();
      }
    }
  }
}
