package org.readingroom;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/** Makes files of three formats about things that are nowhere else. */
final class SampleFiles {

  static final String KEEPERS = "The lighthouse at Cape Hollow was kept by four keepers in turn.";
  static final String FERRY = "The ferry Swallow crossed the lake twice a day and carried up to forty passengers.";
  static final String MILL = "The mill at Oxbow ground rye until the flood of 1911.";

  private SampleFiles() {}

  /** Returns the contents of the files by their names. */
  static Map<String, byte[]> all() throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("lighthouses #1 50%.pdf", pdf());
    files.put("ferry.html", ("<html><head><title>Ferries</title></head><body><h1>Ferries of the lake</h1>"
        + "<h2>The north line</h2><p>" + FERRY + "</p><script>alert(1)</script></body></html>")
        .getBytes(UTF_8));
    files.put("mill 😀.txt",
        (MILL + "\n\nIts wheel was of oak, and it was nine metres across.\n").getBytes(UTF_8));
    files.put("empty.txt", new byte[0]);
    return files;
  }

  /** Returns a form with files. */
  static byte[] form(Map<String, byte[]> files, String boundary) {
    ByteArrayOutputStream form = new ByteArrayOutputStream();
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      form.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
          + file.getKey() + "\"\r\n\r\n").getBytes(UTF_8));
      form.writeBytes(file.getValue());
      form.writeBytes("\r\n".getBytes(UTF_8));
    }
    form.writeBytes(("--" + boundary + "--\r\n").getBytes(UTF_8));
    return form.toByteArray();
  }

  /** Makes three pages, of which the second tells of the keepers. */
  static byte[] pdf() throws IOException {
    try (PDDocument document = new PDDocument()) {
      document.getDocumentInformation().setTitle("Lighthouses of the north coast");
      document.getDocumentInformation().setAuthor("A. Writer");
      page(document, "This survey describes the lighthouses of the northern coast.",
          "It was written for the harbour board in the winter of the great frost.");
      page(document, KEEPERS, "Each of them kept watch for six hours, and wrote the log by hand",
          "at the end of it, so that the next could read what ships had passed.");
      page(document, "The lamp of Cape Hollow burned colza oil until 1882.",
          "In that year the board bought a lamp for paraffin.");
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    }
  }

  private static void page(PDDocument document, String... lines) throws IOException {
    PDPage page = new PDPage(PDRectangle.A4);
    document.addPage(page);
    try (PDPageContentStream content = new PDPageContentStream(document, page)) {
      content.beginText();
      content.setFont(new PDType1Font(FontName.TIMES_ROMAN), 12);
      content.setLeading(16);
      content.newLineAtOffset(72, 700);
      for (String line : List.of(lines)) {
        content.showText(line);
        content.newLine();
      }
      content.endText();
    }
  }
}
