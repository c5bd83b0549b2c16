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
      case "exact" -> placed("Word for word", reply, lines);
      case "nearest" -> nearest(reply, lines);
      default -> lines.add("Nothing in the documents resembles these words.");
    }
    return lines;
  }

  private void nearest(VerifyReply reply, List<String> lines) {
    switch (String.valueOf(reply.kind())) {
      case "case" -> placed("The same words, but in other case", reply, lines);
      case "spliced" -> {
        head("Not in one place. The words are put together from:", lines);
        reply.matches().forEach(match -> place(match, List.of(), lines));
      }
      case "meaning" -> {
        head("Nothing in the documents resembles these words. Nearest in meaning:", lines);
        reply.matches().forEach(match -> place(match, List.of(), lines));
      }
      default -> {
        head(String.format(Locale.ROOT, "Not word for word. The nearest place, where %.0f %% agrees:",
            100 * reply.similarity()), lines);
        reply.matches().forEach(match -> place(match, parted(reply), lines));
        lines.add("");
        reply.differences().forEach(each -> lines.addAll(Lines.wrap(said(each), width, "- ", "  ")));
      }
    }
  }

  private void placed(String how, VerifyReply reply, List<String> lines) {
    int places = reply.matches().size();
    head(places == 1 ? how + ":" : how + ", in " + places + " places:", lines);
    reply.matches().forEach(match -> place(match, quoted(match), lines));
  }

  private void head(String words, List<String> lines) {
    lines.addAll(Lines.wrap(words, width, "").stream().map(ink::bold).toList());
  }

  private void place(VerifyReply.MatchReply match, List<Span> setOff, List<String> lines) {
    lines.add("");
    lines.addAll(Highlight.paint(
        Lines.wrap(Highlight.mark(match.citedText(), match.startCharIndex(), setOff), width, QUOTED), ink));
    if (match.parts().size() > 1) {
      lines.addAll(Lines.wrap("Only what is set off is quoted; the quotation leaves out what stands between.",
          width, "  "));
    }
    lines.addAll(Lines.wrap("no. " + match.documentNumber() + ", characters " + match.startCharIndex() + "–"
        + match.endCharIndex() + ": " + match.reference(), width, "  ", HANGING));
  }

  /** Returns the stretches quoted where an ellipsis leaves out what is between them; none where all is quoted. */
  private static List<Span> quoted(VerifyReply.MatchReply match) {
    return match.parts().size() < 2
        ? List.of()
        : match.parts().stream().map(part -> new Span(part.start(), part.end())).toList();
  }

  /** Returns the stretches of the document that differ from the quotation. */
  private static List<Span> parted(VerifyReply reply) {
    return reply.differences().stream().filter(each -> each.endCharIndex() > each.startCharIndex())
        .map(each -> new Span(each.startCharIndex(), each.endCharIndex())).toList();
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
