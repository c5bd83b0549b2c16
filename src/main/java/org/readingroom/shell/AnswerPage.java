package org.readingroom.shell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.readingroom.answer.Answer;
import org.readingroom.answer.Citation;
import org.readingroom.collection.Document;
import org.readingroom.collection.Origin;

/**
 * Lays an answer out for a terminal: its text with every quotation set off, then the documents quoted.
 *
 * <p>
 * A quotation that stands in the answer's text is set off where it stands; one that the text only points at
 * follows it.
 */
final class AnswerPage {

  private static final String NEAREST = "Nearest documents:";
  private static final String QUOTED = "  │ ";
  private static final String HANGING = "    ";
  private static final Pattern MARKERS = Pattern.compile("[”\"]?\\s*(?:\\[\\d+\\]\\s*)+");
  private static final Pattern MARKER = Pattern.compile("\\[\\d+\\]");

  private final int width;
  private final Ink ink;
  private final Function<Document, String> label;

  AnswerPage(int width, Ink ink) {
    this(width, ink, document -> "");
  }

  /**
   * Makes a page.
   *
   * @param label names a document's collection; empty where it need not be named
   */
  AnswerPage(int width, Ink ink, Function<Document, String> label) {
    this.width = width;
    this.ink = ink;
    this.label = label;
  }

  /** Returns the lines of an answer. */
  List<String> lines(Answer answer) {
    List<String> lines = new ArrayList<>();
    switch (answer) {
      case Answer.Answered answered -> {
        body(answered, lines);
        separate(lines);
        sources(answered.citations(), lines);
      }
      case Answer.Told told -> {
        prose(told.text(), lines);
        listed("Documents:", told.related(), lines);
      }
      case Answer.Abstained abstained -> {
        prose(abstained.text(), lines);
        listed(NEAREST, abstained.related(), lines);
      }
    }
    return lines;
  }

  /** Returns the lines that come after an answer's text where that was shown while it was written. */
  List<String> after(Answer answer) {
    List<String> lines = new ArrayList<>();
    switch (answer) {
      case Answer.Answered answered -> {
        answered.citations().stream()
            .filter(citation -> !answered.text().contains(citation.quote().text()))
            .forEach(citation -> quotation(citation, lines));
        separate(lines);
        sources(answered.citations(), lines);
      }
      case Answer.Told told -> listed("Documents:", told.related(), lines);
      case Answer.Abstained abstained -> listed(NEAREST, abstained.related(), lines);
    }
    if (!lines.isEmpty()) {
      lines.addFirst("");
    }
    return lines;
  }

  private void body(Answer.Answered answered, List<String> lines) {
    String text = answered.text();
    List<Citation> pointedAt = new ArrayList<>();
    int from = 0;
    for (Citation citation : answered.citations().stream()
        .sorted(Comparator.comparingInt(citation -> citation.answerSpan().start())).toList()) {
      int start = text.indexOf(citation.quote().text(), from);
      boolean inText = start >= from && start >= citation.answerSpan().start()
          && start + citation.quote().text().length() <= citation.answerSpan().end();
      if (!inText) {
        pointedAt.add(citation);
        continue;
      }
      int end = start + citation.quote().text().length();
      prose(text.substring(from, start).replaceFirst("[“\"]$", ""), lines);
      quotation(citation, lines);
      Matcher markers = MARKERS.matcher(text).region(end, text.length());
      from = markers.lookingAt() ? markers.end() : end;
    }
    prose(text.substring(from), lines);
    pointedAt.stream().sorted(Comparator.comparingInt(Citation::marker))
        .forEach(citation -> quotation(citation, lines));
  }

  private void listed(String heading, List<Document> documents, List<String> lines) {
    if (!documents.isEmpty()) {
      separate(lines);
      lines.add(heading);
      documents
          .forEach(document -> lines
              .addAll(Lines.wrap(named(document) + collection(document), width, "  ", HANGING)));
    }
  }

  private void prose(String text, List<String> lines) {
    String stripped = text.strip();
    if (stripped.isEmpty() || stripped.equals("”")) {
      return;
    }
    separate(lines);
    Lines.wrap(stripped, width, "").stream().map(this::accented).forEach(lines::add);
  }

  /** Adds a quotation, set off from what stands before it. */
  void quotation(Citation citation, List<String> lines) {
    separate(lines);
    String marker = "[" + citation.marker() + "]";
    List<String> quoted = Lines.wrap("“" + citation.quote().text() + "” " + marker, width, QUOTED);
    for (int i = 0; i < quoted.size(); i++) {
      String line = quoted.get(i);
      lines.add(i == quoted.size() - 1
          ? line.substring(0, line.length() - marker.length()) + ink.accent(marker)
          : line);
    }
  }

  private static void separate(List<String> lines) {
    if (!lines.isEmpty()) {
      lines.add("");
    }
  }

  /** Names each document once, behind the markers of its quotations. */
  private void sources(List<Citation> citations, List<String> lines) {
    Map<Document, List<Citation>> byDocument = citations.stream().collect(
        Collectors.groupingBy(citation -> citation.quote().document(), LinkedHashMap::new,
            Collectors.toList()));
    byDocument.forEach((document, quoted) -> {
      String markers = quoted.stream().map(citation -> "[" + citation.marker() + "]")
          .collect(Collectors.joining(" "));
      String archive = document.source() == null ? pages(document, quoted) : ", " + document.source();
      Lines.wrap(markers + " " + named(document) + archive + collection(document), width, "", HANGING)
          .stream().map(this::accented)
          .forEach(lines::add);
    });
  }

  private String collection(Document document) {
    String name = label.apply(document);
    return name.isEmpty() ? "" : ", in “" + name + "”";
  }

  private String accented(String line) {
    return MARKER.matcher(line).replaceAll(found -> ink.accent(found.group()));
  }

  /** Names the pages of quotations from a file, in the order of the quotations. */
  private static String pages(Document document, List<Citation> quoted) {
    Origin origin = document.origin();
    if (origin == null) {
      return "";
    }
    List<String> pages = quoted.stream().map(citation -> citation.quote().span())
        .flatMap(span -> document.page(span.start()).stream()).map(page -> String.valueOf(page.number())
            + (page.label() == null || page.label().equals(String.valueOf(page.number()))
                ? ""
                : " (printed " + page.label() + ")"))
        .distinct().toList();
    return (pages.isEmpty() ? "" : ", p. " + String.join(", ", pages)) + ", " + origin.path();
  }

  /** Names a document by number, title and date; that nobody has dated it means something in an archive only. */
  static String named(Document document) {
    return "no. " + document.number() + ", " + document.title()
        + (document.origin() != null && !document.date().isKnown() ? "" : ", " + document.date().label());
  }
}
