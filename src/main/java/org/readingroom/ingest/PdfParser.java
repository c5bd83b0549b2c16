package org.readingroom.ingest;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.jspecify.annotations.Nullable;

/**
 * Reads PDFs: characters as drawn, lines and columns as they stand on the page, paragraphs over its breaks.
 *
 * <p>
 * A file that opens without a password is read, whatever its owner allows: searching one's own files is no copying.
 */
final class PdfParser {

  /** A picture that covers this much of a page has the text that lies under it unseen. */
  private static final double SCAN = 0.4;
  /** By what share the sizes of one column's lines differ where a recogniser fits them to the ink. */
  private static final float JITTER = 0.25f;
  private static final int LONGEST_STAMP = 200;
  /** How much of a page at each of its edges is for stamps. */
  private static final double EDGE = 0.1;
  private static final int TAIL = 8192;

  private final Source source;
  private final PDDocument document;
  private final List<PdfPage> pages = new ArrayList<>();
  private final List<Integer> stamped = new ArrayList<>();
  private final Ocr ocr;
  private int scans;

  private PdfParser(Source source, PDDocument document) {
    this.source = source;
    this.document = document;
    ocr = new Ocr(source);
  }

  static Extract parse(Source source) throws IOException {
    String password = source.password();
    try (PDDocument document = Loader.loadPDF(source.file().toFile(), password == null ? "" : password, null,
        null,
        IOUtils.createTempFileOnlyStreamCache())) {
      return new PdfParser(source, document).parse();
    } catch (InvalidPasswordException e) {
      throw Passwords.needed(password);
    } catch (IOException | ClassCastException | IllegalArgumentException | NullPointerException e) {
      throw new ParsingException(FileStatus.DAMAGED,
          "The PDF is damaged: it is cut off, or was not copied whole.", e);
    }
  }

  private Extract parse() {
    if (PdfExtras.isMadeElsewhere(document)) {
      throw new ParsingException(FileStatus.UNSUPPORTED,
          "The PDF is a form that only Adobe's programs can display.");
    }
    readPages();
    if (pages.isEmpty()) {
      throw isCutOff()
          ? new ParsingException(FileStatus.DAMAGED,
              "The PDF is damaged: it is cut off, or was not copied whole.")
          : new ParsingException(FileStatus.EMPTY, "The PDF has no pages.");
    }
    Set<PdfLine> heads = RunningHeads.find(pages);
    List<List<PdfParagraph>> paragraphs = pages.stream().map(page -> PdfFlow.paragraphs(page, heads))
        .toList();
    PdfRoles.assign(paragraphs, pages);
    PdfOutline.apply(document, paragraphs.stream().flatMap(List::stream).toList());
    Map<Integer, String> labels = PageLabels.of(document, pages, heads);
    DocumentWriter writer = source.writer();
    PdfTypesetter.set(PdfFlow.order(paragraphs, pages), pages, labels, writer);
    ParsedDocument parsed = writer.document("", metadata(paragraphs));
    // One page that is all picture may be that; where half of them are, they were scanned.
    List<Integer> scanned = 2 * stamped.size() >= pages.size() ? stamped : List.of();
    List<Integer> without = Stream.concat(PdfTypesetter.withoutText(pages).stream(), scanned.stream())
        .sorted().toList();
    return new Extract(List.of(parsed), pages.size(), without,
        without.size() == pages.size()
            ? withoutText()
            : without.isEmpty() ? remark() : "");
  }

  /** Returns what a person should know of a PDF that was read. */
  private String remark() {
    return isCutOff()
        ? "The PDF seems damaged; what could be read of it was."
        : PdfExtras.attachments(document);
  }

  /** Tells whether the mark that ends every PDF is missing. */
  private boolean isCutOff() {
    try (RandomAccessFile file = new RandomAccessFile(source.file().toFile(), "r")) {
      byte[] tail = new byte[(int) Math.min(file.length(), TAIL)];
      file.seek(file.length() - tail.length);
      file.readFully(tail);
      return !new String(tail, StandardCharsets.ISO_8859_1).contains("%%EOF");
    } catch (IOException e) {
      return true;
    }
  }

  /** Returns why there is no text. */
  private String withoutText() {
    if (scans > 0) {
      return ocr.reason();
    }
    boolean restricted = !document.getCurrentAccessPermission().canExtractContent();
    return restricted
        ? "No page has text; the PDF's owner does not allow copying from it either."
        : "No page has text.";
  }

  private void readPages() {
    GlyphCollector collector = new GlyphCollector(document);
    int number = 0;
    long letters = 0;
    for (PDPage page : document.getPages()) {
      number++;
      PageGeometry geometry = PageGeometry.of(page);
      List<Glyph> glyphs = collector.collect(page, geometry);
      letters += glyphs.size();
      if (letters > source.textLimit()) {
        throw ParsingException.tooLarge();
      }
      boolean scan = collector.imageShare() > SCAN;
      scans += collector.imageShare() > SCAN / 4 ? 1 : 0;
      boolean layer = scan
          && glyphs.stream().filter(glyph -> glyph.style().hidden()).count() > 0.5 * glyphs.size();
      List<PdfLine> lines = PdfPageLines.of(page, geometry, number,
          layer ? PdfPageLines.straightened(seen(glyphs), geometry) : glyphs);
      if (lines.isEmpty()
          ? collector.imageShare() > SCAN / 4
          : scan && !layer && isStamp(lines, geometry)) {
        List<PdfLine> read = ocr.page(document, number, geometry);
        // Of a picture with a caption the caption stays, whatever is recognised in the picture.
        layer = lines.isEmpty() ? !read.isEmpty() : length(read) > Math.max(LONGEST_STAMP, 2 * length(lines));
        if (layer) {
          lines = read;
        } else if (!lines.isEmpty()) {
          stamped.add(number);
        }
      } else if (layer) {
        lines = OcrLines.evened(lines, JITTER);
      }
      pages.add(new PdfPage(number, (float) geometry.width(), (float) geometry.height(), lines, layer));
    }
  }

  /** Tells whether all that is seen of a page's text is a few words at its edges, as archives and courts add them. */
  private static boolean isStamp(List<PdfLine> lines, PageGeometry geometry) {
    List<PdfLine> seen = lines.stream().filter(line -> !line.hidden()).toList();
    return length(seen) < LONGEST_STAMP
        && seen.stream().allMatch(line -> isAtEdge(line.displayY(), geometry.height())
            || line.frame().upright() && isAtEdge(line.displayX(), geometry.width()));
  }

  private static int length(List<PdfLine> lines) {
    return lines.stream().mapToInt(line -> line.text().length()).sum();
  }

  private static boolean isAtEdge(float at, double length) {
    return at < EDGE * length || at > (1 - EDGE) * length;
  }

  /** Returns the characters of a layer under a scan, which is seen as the scan. */
  private static List<Glyph> seen(List<Glyph> glyphs) {
    return glyphs.stream()
        .map(glyph -> new Glyph(glyph.text(), glyph.frame(), glyph.left(), glyph.right(), glyph.base(),
            glyph.size(),
            new GlyphStyle(glyph.style().bold(), false, glyph.style().furniture()), glyph.afterSpace(),
            glyph.order()))
        .toList();
  }

  private Metadata metadata(List<List<PdfParagraph>> paragraphs) {
    Metadata metadata = PdfMetadata.read(document);
    List<PdfParagraph> first = paragraphs.getFirst();
    String title = metadata.title() == null && !pages.getFirst().ocr() ? title(first) : metadata.title();
    String doi = metadata.doi();
    if (doi == null) {
      doi = Dois.named(String.join("\n", first.stream().map(PdfParagraph::text).toList()));
    }
    return metadata.withTitle(title).withDoi(doi);
  }

  /** Returns the largest heading of the first page. */
  private static @Nullable String title(List<PdfParagraph> first) {
    float usual = (float) first.stream()
        .filter(paragraph -> paragraph.role() != Role.HEADING && !paragraph.first().tabular())
        .mapToDouble(paragraph -> paragraph.first().size()).sorted().skip(first.size() / 3).findFirst()
        .orElse(0);
    PdfParagraph largest = null;
    for (PdfParagraph paragraph : first) {
      boolean larger = largest == null || paragraph.first().size() > largest.first().size() + 0.1;
      if (paragraph.role() == Role.HEADING && larger && paragraph.first().size() > usual
          && Titles.usable(paragraph.text()) != null
          && !paragraph.text().matches("(?s)\\d+(\\.\\d+)*\\.?\\s.*")) {
        largest = paragraph;
      }
    }
    return largest == null ? null : Titles.usable(largest.text());
  }
}
