package org.readingroom.ingest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Puts the glyphs of a line that stand from left to right into the order in which they are read. */
final class Bidi {

  private Bidi() {}

  /** A glyph with the space before it as displayed. */
  private record Token(Glyph glyph, boolean space, boolean rightToLeft) {}

  static boolean hasRightToLeft(List<Glyph> glyphs) {
    return glyphs.stream().anyMatch(glyph -> isRightToLeft(glyph.text()));
  }

  private static boolean isRightToLeft(String text) {
    byte direction = Character.getDirectionality(text.codePointAt(0));
    return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
  }

  private static boolean isLeftToRight(String text) {
    byte direction = Character.getDirectionality(text.codePointAt(0));
    return direction == Character.DIRECTIONALITY_LEFT_TO_RIGHT
        || direction == Character.DIRECTIONALITY_EUROPEAN_NUMBER
        || direction == Character.DIRECTIONALITY_ARABIC_NUMBER;
  }

  /** Returns the words of a line that is read from the right where most of its letters are. */
  static LineText logical(List<Glyph> glyphs, boolean[] spaces) {
    int right = 0;
    int left = 0;
    for (Glyph glyph : glyphs) {
      right += isRightToLeft(glyph.text()) ? 1 : 0;
      left += Character
          .getDirectionality(glyph.text().codePointAt(0)) == Character.DIRECTIONALITY_LEFT_TO_RIGHT ? 1 : 0;
    }
    boolean fromRight = right >= left;
    List<List<Token>> runs = runs(glyphs, spaces, fromRight);
    if (fromRight) {
      Collections.reverse(runs);
    }
    LineBuilder line = new LineBuilder();
    for (List<Token> run : runs) {
      write(run, fromRight, line);
    }
    return line.build();
  }

  private static void write(List<Token> run, boolean fromRight, LineBuilder line) {
    boolean reversed = run.getFirst().rightToLeft();
    // As displayed, this space stands to the left of the run: before it where the line is read from the left.
    boolean space = run.getFirst().space();
    if (space && !fromRight) {
      line.space();
    }
    List<Token> tokens = reversed ? run.reversed() : run;
    for (int i = 0; i < tokens.size(); i++) {
      if (i > 0 && tokens.get(reversed ? i - 1 : i).space()) {
        line.space();
      }
      line.add(tokens.get(i).glyph(), reversed);
    }
    if (space && fromRight) {
      line.space();
    }
  }

  /** Splits glyphs into runs of one direction; what has none goes with its neighbours where both agree, else with the line. */
  private static List<List<Token>> runs(List<Glyph> glyphs, boolean[] spaces, boolean fromRight) {
    boolean[] directions = new boolean[glyphs.size()];
    for (int i = 0; i < glyphs.size(); i++) {
      directions[i] = direction(glyphs, i, fromRight);
    }
    List<List<Token>> runs = new ArrayList<>();
    for (int i = 0; i < glyphs.size(); i++) {
      if (i == 0 || directions[i] != directions[i - 1]) {
        runs.add(new ArrayList<>());
      }
      runs.getLast().add(new Token(glyphs.get(i), spaces[i], directions[i]));
    }
    return runs;
  }

  private static boolean direction(List<Glyph> glyphs, int at, boolean fromRight) {
    if (isRightToLeft(glyphs.get(at).text())) {
      return true;
    }
    if (isLeftToRight(glyphs.get(at).text())) {
      return false;
    }
    int before = at - 1;
    while (before >= 0 && isNeutral(glyphs.get(before))) {
      before--;
    }
    int after = at + 1;
    while (after < glyphs.size() && isNeutral(glyphs.get(after))) {
      after++;
    }
    boolean left = before < 0 ? fromRight : isRightToLeft(glyphs.get(before).text());
    boolean right = after == glyphs.size() ? fromRight : isRightToLeft(glyphs.get(after).text());
    return left == right ? left : fromRight;
  }

  private static boolean isNeutral(Glyph glyph) {
    return !isRightToLeft(glyph.text()) && !isLeftToRight(glyph.text());
  }

  /** Returns a bracket as it is written where it is displayed the other way round. */
  static char mirrored(char character) {
    int at = "()[]{}<>«»".indexOf(character);
    return at < 0 ? character : "()[]{}<>«»".charAt(at ^ 1);
  }
}
