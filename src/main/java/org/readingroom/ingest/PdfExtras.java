package org.readingroom.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;

/** Tells what a PDF holds besides its pages. */
final class PdfExtras {

  private static final int MOST_NAMED = 3;

  private PdfExtras() {}

  /** Tells whether the pages are not in the file but made by Adobe's programs, as with forms of XFA. */
  static boolean isMadeElsewhere(PDDocument document) {
    try {
      PDAcroForm form = document.getDocumentCatalog().getAcroForm(null);
      return form != null && form.xfaIsDynamic();
    } catch (RuntimeException e) {
      return false;
    }
  }

  /** Returns a sentence on the files that are attached, or nothing. */
  static String attachments(PDDocument document) {
    List<String> names = new ArrayList<>();
    try {
      PDDocumentNameDictionary dictionary = document.getDocumentCatalog().getNames();
      PDEmbeddedFilesNameTreeNode files = dictionary == null ? null : dictionary.getEmbeddedFiles();
      if (files != null && files.getNames() != null) {
        names.addAll(files.getNames().keySet());
      }
    } catch (IOException | RuntimeException e) {
      return "";
    }
    if (names.isEmpty()) {
      return "";
    }
    String shown = String.join(", ", names.stream().limit(MOST_NAMED).map(WhiteSpace::line).toList());
    return "Attached to the PDF and not read: " + shown + (names.size() > MOST_NAMED ? " and others." : ".");
  }
}
