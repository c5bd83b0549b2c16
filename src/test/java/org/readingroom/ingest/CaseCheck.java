package org.readingroom.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Checks one thing about a file that was read. */
final class CaseCheck {

  private CaseCheck() {}

  static void of(ParsedFile parsed, String what, String expected) {
    switch (what) {
      case "status" -> assertThat(parsed.status().name().toLowerCase(Locale.ROOT)).isEqualTo(expected);
      case "message" -> assertThat(parsed.message()).contains(expected);
      case "pages" -> assertThat(parsed.pages()).isEqualTo(Integer.parseInt(expected));
      case "without" -> assertThat(parsed.pagesWithoutText().toString()).isEqualTo(expected);
      case "title" -> assertThat(parsed.title()).isEqualTo(expected);
      case "authors" -> assertThat(String.join("; ", first(parsed).authors())).isEqualTo(expected);
      case "date" -> assertThat(first(parsed).date()).hasToString(expected);
      case "text" -> assertThat(text(parsed, block -> true)).contains(expected);
      case "lacks" -> assertThat(text(parsed, block -> true)).doesNotContain(expected);
      case "body" -> assertThat(text(parsed, CaseCheck::isBody)).contains(expected);
      case "not-body" -> assertThat(text(parsed, CaseCheck::isBody)).doesNotContain(expected);
      case "whole-body" -> assertThat(text(parsed, CaseCheck::isBody)).isEqualTo(expected);
      case "once" ->
        assertThat(text(parsed, block -> true).split(java.util.regex.Pattern.quote(expected), -1)).hasSize(2);
      case "folded" -> assertThat(folded(text(parsed, block -> true))).contains(folded(expected));
      case "head" -> assertThat(text(parsed, block -> block.role() == Role.RUNNING_HEAD)).contains(expected);
      case "note" -> assertThat(text(parsed, block -> block.role() == Role.NOTE)).contains(expected);
      case "row" -> assertThat(text(parsed, block -> block.role() == Role.TABLE)).contains(expected);
      case "quoted" -> assertThat(text(parsed, block -> block.role() == Role.QUOTED)).contains(expected);
      case "hidden" -> assertThat(text(parsed, Block::hidden)).contains(expected);
      case "ocr" -> assertThat(text(parsed, Block::ocr)).contains(expected);
      case "order" -> assertThat(text(parsed, block -> true)).containsSubsequence(expected.split(" … "));
      case "parts" -> assertThat(parsed.documents()).hasSize(Integer.parseInt(expected));
      case "part" -> part(parsed, expected.split(" = ", 2));
      case "label" ->
        assertThat(first(parsed).pages().stream().map(page -> page.number() + "=" + page.label()))
            .contains(expected);
      case "section" -> section(parsed, expected.split(" = ", 2));
      case "page" -> page(parsed, expected.split(" = ", 2));
      default -> throw new IllegalArgumentException(what);
    }
  }

  private static ParsedDocument first(ParsedFile parsed) {
    assertThat(parsed.documents()).isNotEmpty();
    return parsed.documents().getFirst();
  }

  private static boolean isBody(Block block) {
    return !block.hidden() && block.role() != Role.RUNNING_HEAD && block.role() != Role.NOTE;
  }

  /** Returns the words of blocks, with single spaces. */
  private static String text(ParsedFile parsed, Predicate<Block> wanted) {
    return parsed.documents().stream().flatMap(document -> document.blocks().stream().filter(wanted)
        .map(block -> document.text().substring(block.start(), block.end()))).map(WhiteSpace::line)
        .collect(Collectors.joining(" / "));
  }

  private static String folded(String text) {
    return text.replaceAll("[\\s/\\-\u00ad]+", "");
  }

  private static void part(ParsedFile parsed, String[] expected) {
    List<String> texts = parsed.documents().stream().filter(document -> document.part().equals(expected[0]))
        .map(document -> document.title() + ": " + WhiteSpace.line(document.text())).toList();
    assertThat(texts).singleElement().asString().contains(expected[1]);
  }

  private static void section(ParsedFile parsed, String[] expected) {
    assertThat(blockWith(parsed, expected[0]).section()).containsExactly(expected[1].split(" > "));
  }

  private static void page(ParsedFile parsed, String[] expected) {
    assertThat(blockWith(parsed, expected[0]).page()).isEqualTo(Integer.parseInt(expected[1]));
  }

  private static Block blockWith(ParsedFile parsed, String words) {
    ParsedDocument document = first(parsed);
    return document.blocks().stream()
        .filter(
            block -> WhiteSpace.line(document.text().substring(block.start(), block.end())).contains(words))
        .findFirst()
        .orElseThrow(() -> new AssertionError(words + " is not in " + document.text()));
  }
}
