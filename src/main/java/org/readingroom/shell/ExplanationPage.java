package org.readingroom.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.readingroom.answer.Explanation;
import org.readingroom.answer.Explanation.Considered;
import org.readingroom.passage.Passage;
import org.readingroom.reply.ExplanationReply;

/** Lays the explanation of an answer out for a terminal. */
final class ExplanationPage {

  private static final String HANGING = "    ";
  private static final int PASSAGES = 10;
  /** How many of a passage's sentences are shown, the best first. */
  private static final int SENTENCES = 2;

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
    addAll(lines, "names", understood.names());
    addAll(lines, "dates", understood.dates());
    addAll(lines, "documents", understood.documents());
    lines.add("");
    lines.add(ink.bold("What was read (passage score, then its best sentences)"));
    explanation.considered().stream().limit(PASSAGES).forEach(considered -> passage(lines, considered));
    lines.add("");
    lines.add(ink.bold("Why"));
    add(lines, explanation.verdict());
    add(lines, "Reader: " + explanation.reader() + ".");
    return lines;
  }

  private void passage(List<String> lines, Considered considered) {
    Passage passage = considered.read().passage();
    String place = considered.place() == null ? "   " : ink.accent("[" + considered.place() + "]");
    lines.add(place + " " + Lines.cut(String.format(Locale.ROOT, "%+.1f  no. %d, %s",
        considered.read().answers(), passage.document().number(), passage.document().title()),
        Math.max(10, width - 4)));
    List<Double> scores = considered.read().sentences();
    IntStream.range(0, scores.size()).boxed().filter(i -> Double.isFinite(scores.get(i)))
        .sorted((one, other) -> Double.compare(scores.get(other), scores.get(one))).limit(SENTENCES)
        .forEach(i -> {
          String words = passage.sentences().get(i).span().of(passage.document().text()).replaceAll("\\s+",
              " ");
          String head = HANGING + String.format(Locale.ROOT, "%+5.1f  ", scores.get(i));
          lines.add(head + Lines.cut(words, Math.max(10, width - head.length())));
        });
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
