package org.readingroom.shell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.readingroom.answer.Explanation;
import org.readingroom.answer.Explanation.Considered;
import org.readingroom.answer.Explanation.Weighed;
import org.readingroom.reply.ExplanationReply;

/** Lays the explanation of an answer out for a terminal. */
final class ExplanationPage {

  private static final String HANGING = "    ";
  /** How many signals of a span are named. */
  private static final int SIGNALS = 4;

  private final int width;
  private final Ink ink;

  ExplanationPage(int width, Ink ink) {
    this.width = width;
    this.ink = ink;
  }

  List<String> lines(Explanation explanation) {
    ExplanationReply.Understood understood = ExplanationReply.of(explanation).understood();
    List<String> lines = new ArrayList<>();
    lines.add(ink.bold("How the question was understood"));
    add(lines, "searched: " + understood.query());
    if (!understood.asks().equals(understood.query())) {
      add(lines, "asks: " + understood.asks());
    }
    add(lines, "wanted: " + understood.wanted());
    addAll(lines, "names", understood.names());
    addAll(lines, "dates", understood.dates());
    addAll(lines, "documents", understood.documents());
    addAll(lines, "parts", understood.parts());
    lines.add("");
    lines.add(ink.bold("What was considered"));
    explanation.candidates().forEach(considered -> candidate(lines, considered));
    if (!explanation.dropped().isEmpty()) {
      lines.add("");
      lines.add(ink.bold("What the language model said and the answer leaves out"));
      explanation.dropped().forEach(dropped -> add(lines, dropped.claim() + " (" + dropped.reason() + ")"));
    }
    lines.add("");
    lines.add(ink.bold("Why"));
    add(lines, explanation.verdict());
    add(lines, "It rests on " + gains(explanation.grounds(), explanation.grounds().size()) + " and "
        + number(explanation.bias()) + " to begin with.");
    return lines;
  }

  private void candidate(List<String> lines, Considered considered) {
    String place = considered.place() == null ? "   " : ink.accent("[" + considered.place() + "]");
    String words = considered.candidate().text().replaceAll("\\s+", " ");
    String head = String.format(Locale.ROOT, "%.2f %3.0f %%  no. %d  ", considered.candidate().score(),
        100 * considered.chance(), considered.candidate().document().number());
    int room = Math.max(10, width - head.length() - 6);
    lines.add(place + " " + head + Lines.cut(words, room));
    lines.addAll(
        Lines.wrap(gains(considered.signals(), SIGNALS), width, HANGING + HANGING, HANGING + HANGING));
  }

  private static String gains(List<Weighed> weighed, int most) {
    return weighed.stream().filter(each -> each.gain() != 0)
        .sorted(Comparator.comparingDouble(Weighed::gain).reversed()).limit(most)
        .map(each -> each.name() + " " + number(each.gain())).collect(Collectors.joining(", "));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%+.2f", value);
  }

  private void addAll(List<String> lines, String name, List<?> values) {
    if (!values.isEmpty()) {
      add(lines, name + ": " + values.stream().map(String::valueOf).collect(Collectors.joining("; ")));
    }
  }

  private void add(List<String> lines, String text) {
    lines.addAll(Lines.wrap(text, width, "  ", HANGING));
  }
}
