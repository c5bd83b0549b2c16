package org.readingroom.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;

/** Makes headings of what a PDF's outline names, where those words stand on the page that it leads to. */
final class PdfOutline {

  private static final int MOST_ENTRIES = 5_000;
  private static final int DEEPEST = 6;
  private static final Pattern NUMBER = Pattern
      .compile("(?:(?:\\d+|[A-Z])(?:\\.\\d+)*\\.?|[IVXLC]+\\.?)\\s+");

  /** An entry of the outline. */
  private record Entry(String title, int page, int level) {}

  private final PDDocument document;
  private final List<Entry> entries = new ArrayList<>();
  /** How many items were seen, of which a broken outline has one after the other without end. */
  private int seen;

  private PdfOutline(PDDocument document) {
    this.document = document;
  }

  static void apply(PDDocument document, List<PdfParagraph> flow) {
    PdfOutline outline = new PdfOutline(document);
    try {
      PDDocumentOutline root = document.getDocumentCatalog().getDocumentOutline();
      if (root != null) {
        outline.collect(root, 1);
      }
    } catch (IOException | RuntimeException e) {
      return;
    }
    outline.match(flow);
  }

  private void collect(PDOutlineNode node, int level) throws IOException {
    PDOutlineItem item = node.getFirstChild();
    while (item != null && seen < MOST_ENTRIES) {
      seen++;
      PDPage page = item.findDestinationPage(document);
      String title = item.getTitle();
      if (page != null && title != null) {
        entries.add(new Entry(title, document.getPages().indexOf(page) + 1, level));
      }
      if (level < DEEPEST) {
        collect(item, level + 1);
      }
      item = item.getNextSibling();
    }
  }

  private void match(List<PdfParagraph> flow) {
    List<PdfParagraph> matched = new ArrayList<>();
    for (Entry entry : entries) {
      for (PdfParagraph paragraph : flow) {
        if (paragraph.first().page() == entry.page() && paragraph.lines().size() <= 4
            && !matched.contains(paragraph) && isSame(entry, paragraph)) {
          paragraph.heads(entry.level());
          matched.add(paragraph);
          break;
        }
      }
    }
    // Beside an outline that fits, what only looks like a heading is one of a lower level.
    if (matched.size() >= 3 && 2 * matched.size() >= entries.size()) {
      int lowest = entries.stream().mapToInt(Entry::level).max().orElse(1);
      for (PdfParagraph paragraph : flow) {
        if (paragraph.role() == Role.HEADING && !matched.contains(paragraph)) {
          paragraph.heads(lowest + 1);
        }
      }
    }
  }

  private static boolean isSame(Entry entry, PdfParagraph paragraph) {
    if (paragraph.role() == Role.RUNNING_HEAD || paragraph.role() == Role.TABLE) {
      return false;
    }
    String words = paragraph.text();
    return !folded(entry.title()).isEmpty() && (folded(words).equals(folded(entry.title()))
        || !bare(words).isEmpty() && bare(words).equals(bare(entry.title())));
  }

  /** Returns a title without its number. */
  private static String bare(String title) {
    return folded(NUMBER.matcher(title.strip()).replaceFirst(""));
  }

  private static String folded(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
  }
}
