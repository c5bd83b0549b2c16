package org.readingroom.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.readingroom.passage.Span;
import org.readingroom.reply.VerifyReply;

/** Lays out where a quotation stands, and where it parts from the document. */
final class QuotationPage {

  private static final String QUOTED = "  │ ";
  private static final String HANGING = "    ";

  private final int width;
  private final Ink ink;

  QuotationPage(int width, Ink ink) {
    this.width = width;
    this.ink = ink;
  }

  /** Returns the lines of what was found. */
  List<String> lines(VerifyReply reply) {
    List<String> lines = new ArrayList<>();
    switch (reply.status()) {
      case "exact" -> {
        int places = reply.matches().size();
        lines.add(ink.bold(places == 1 ? "Word for word:" : "Word for word, in " + places + " places:"));
        reply.matches().forEach(match -> place(match, List.of(), lines));
      }
      case "nearest" -> {
        lines.addAll(Lines.wrap(String.format(Locale.ROOT,
            "Not word for word. The nearest place, where %.0f %% agrees:", 100 * reply.similarity()), width,
            "").stream().map(ink::bold).toList());
        reply.matches().forEach(match -> place(match, reply.differences(), lines));
        lines.add("");
        reply.differences().forEach(each -> lines.addAll(Lines.wrap(said(each), width, "- ", "  ")));
      }
      default -> lines.add("Nothing in the documents resembles these words.");
    }
    return lines;
  }

  private void place(VerifyReply.MatchReply match, List<VerifyReply.DifferenceReply> differences,
      List<String> lines) {
    lines.add("");
    List<Span> parted = differences.stream().filter(each -> each.endCharIndex() > each.startCharIndex())
        .map(each -> new Span(each.startCharIndex(), each.endCharIndex())).toList();
    lines.addAll(Highlight.paint(
        Lines.wrap(Highlight.mark(match.citedText(), match.startCharIndex(), parted), width, QUOTED), ink));
    lines.addAll(Lines.wrap("no. " + match.documentNumber() + ", characters " + match.startCharIndex() + "–"
        + match.endCharIndex() + ": " + match.reference(), width, "  ", HANGING));
  }

  private static String said(VerifyReply.DifferenceReply each) {
    String quoted = "“" + each.quoted().strip() + "”";
    String document = "“" + each.documentText().strip() + "”";
    return switch (each.kind()) {
      case "added" -> "The quotation has " + quoted + ", which the document has not.";
      case "omitted" -> "The quotation leaves out " + document + ".";
      default -> "The quotation has " + quoted + ", the document " + document + ".";
    };
  }
}
