package org.readingroom.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDPageLabels;
import org.jspecify.annotations.Nullable;

/**
 * Finds the printed numbers of a PDF's pages: those that the file declares, else those that its running heads print
 * where they count on from page to page. A page has none where it, or the nearest before or after it that prints any, prints another.
 */
final class PageLabels {

  private static final int FEWEST_PRINTED = 2;

  private PageLabels() {}

  static Map<Integer, String> of(PDDocument document, List<PdfPage> pages, Set<PdfLine> heads) {
    Map<Integer, String> declared = declared(document, pages.size());
    return declared.isEmpty() ? printed(pages, heads) : declared;
  }

  private static Map<Integer, String> declared(PDDocument document, int pages) {
    Map<Integer, String> labels = new HashMap<>();
    try {
      PDPageLabels declared = document.getDocumentCatalog().getPageLabels();
      if (declared == null) {
        return Map.of();
      }
      String[] byIndex = declared.getLabelsByPageIndices();
      boolean physical = true;
      for (int i = 0; i < Math.min(pages, byIndex.length); i++) {
        String label = byIndex[i] == null ? "" : WhiteSpace.line(byIndex[i]);
        if (!label.isEmpty() && label.length() <= 20) {
          labels.put(i + 1, label);
          physical &= label.equals(String.valueOf(i + 1));
        }
      }
      // Programs that declare nothing but 1, 2, 3 … have not looked at what is printed.
      return physical ? Map.of() : labels;
    } catch (Exception e) {
      return Map.of();
    }
  }

  private static Map<Integer, String> printed(List<PdfPage> pages, Set<PdfLine> heads) {
    Map<Integer, Integer> offsets = new HashMap<>();
    NavigableMap<Integer, List<Integer>> numbers = new TreeMap<>();
    for (PdfPage page : pages) {
      for (PdfLine line : page.lines()) {
        Integer number = heads.contains(line) ? RunningHeads.number(line.text()) : null;
        if (number != null) {
          numbers.computeIfAbsent(page.number(), key -> new ArrayList<>()).add(number);
          offsets.merge(number - page.number(), 1, Integer::sum);
        }
      }
    }
    Map.Entry<Integer, Integer> best = offsets.entrySet().stream().max(Map.Entry.comparingByValue())
        .orElse(null);
    if (best == null || numbers.size() < FEWEST_PRINTED || numbers.size() < 0.4 * pages.size()) {
      return Map.of();
    }
    Map<Integer, String> labels = new HashMap<>();
    if (best.getValue() >= Math.max(FEWEST_PRINTED, 0.6 * numbers.size())) {
      for (PdfPage page : pages) {
        int number = page.number() + best.getKey();
        if (number > 0 && agrees(numbers.floorEntry(page.number()), best.getKey())
            && agrees(numbers.ceilingEntry(page.number()), best.getKey())) {
          labels.put(page.number(), String.valueOf(number));
        }
      }
    } else if (rises(numbers)) {
      numbers.forEach((page, printed) -> labels.put(page, String.valueOf(printed.getFirst())));
    }
    return labels;
  }

  /** Tells whether a page prints the number that counting from page to page gives it; true where there is none. */
  private static boolean agrees(Map.@Nullable Entry<Integer, List<Integer>> printed, int offset) {
    return printed == null || printed.getValue().contains(printed.getKey() + offset);
  }

  /** Tells whether numbers rise from page to page, as where pages were taken out of a longer document. */
  private static boolean rises(NavigableMap<Integer, List<Integer>> numbers) {
    int before = 0;
    for (List<Integer> printed : numbers.values()) {
      int number = printed.getFirst();
      if (number <= before) {
        return false;
      }
      before = number;
    }
    return true;
  }
}
