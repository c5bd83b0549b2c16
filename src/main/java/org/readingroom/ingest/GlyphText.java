package org.readingroom.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDSimpleFont;
import org.apache.pdfbox.pdmodel.font.PDType3Font;
import org.apache.pdfbox.pdmodel.font.encoding.Encoding;
import org.apache.pdfbox.pdmodel.font.encoding.GlyphList;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;

/** Tells which characters a font's glyph stands for. */
final class GlyphText {

  private static final GlyphList GLYPHS = glyphs();
  /** The ligatures of TeX's fonts, in the order of their codes. */
  private static final List<String> LIGATURES = List.of("ff", "fi", "fl", "ffi", "ffl");
  /** The first code of a ligature in TeX's older encoding, OT1, and in its newer one, T1. */
  private static final int OT1 = 11;
  private static final int T1 = 27;
  /** How much wider than an f a ligature is at least; no sign of TeX's mathematics at its code is. */
  private static final float LIGATURE = 1.65f;

  private GlyphText() {}

  private static GlyphList glyphs() {
    try (InputStream more = PDFTextStripper.class.getResourceAsStream(
        "/org/apache/pdfbox/resources/glyphlist/additional.txt")) {
      return more == null
          ? GlyphList.getAdobeGlyphList()
          : new GlyphList(GlyphList.getAdobeGlyphList(), more);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the characters of a code, or null where nobody can tell. */
  static @Nullable String of(PDFont font, int code) throws IOException {
    String text = font.toUnicode(code, GLYPHS);
    if (text == null || isControl(text)) {
      text = byName(font, code, text);
    }
    if (text == null && font instanceof PDType3Font bitmaps) {
      text = ligature(bitmaps, code);
    }
    if (text == null && font instanceof PDSimpleFont) {
      text = String.valueOf((char) code);
    }
    return text == null ? null : normalised(text);
  }

  private static boolean isControl(String text) {
    return text.chars().allMatch(
        character -> Character.getType(character) == Character.CONTROL && !Character.isWhitespace(character)
            || character == 0xfffd);
  }

  /** Returns what a glyph's name says that it is, where the font's own table says nothing of use. */
  private static @Nullable String byName(PDFont font, int code, @Nullable String otherwise) {
    if (font instanceof PDSimpleFont simple && simple.getEncoding() != null) {
      String named = GLYPHS.toUnicode(simple.getEncoding().getName(code));
      return named == null ? otherwise : named;
    }
    return otherwise;
  }

  /** Returns the ligature at a code of TeX's bitmap fonts, which name each glyph after its code, or null. */
  private static @Nullable String ligature(PDType3Font font, int code) throws IOException {
    int at = code - (code < T1 ? OT1 : T1);
    Encoding encoding = font.getEncoding();
    if (at < 0 || at >= LIGATURES.size() || encoding == null || !encoding.contains('f')
        || font.getCharProcs() == null) {
      return null;
    }
    // Where there are ligatures of OT1, the codes of those of T1 are letters such as ø.
    boolean letter = code >= T1
        && IntStream.range(OT1, OT1 + LIGATURES.size()).anyMatch(other -> encoding.contains(other));
    return !letter && font.getWidth(code) > LIGATURE * font.getWidth('f') ? LIGATURES.get(at) : null;
  }

  /** Makes one of glyphs for which the file says what they read as, unless they read so. */
  static void say(String text, List<Glyph> glyphs) {
    String drawn = glyphs.stream().map(Glyph::text).collect(Collectors.joining());
    if (glyphs.isEmpty() || drawn.equals(text.replace(" ", ""))) {
      return;
    }
    Glyph first = glyphs.getFirst();
    float left = first.left();
    float right = first.right();
    for (Glyph glyph : glyphs) {
      if (glyph.frame().equals(first.frame()) && Math.abs(glyph.base() - first.base()) < first.size()) {
        left = Math.min(left, glyph.left());
        right = Math.max(right, glyph.right());
      }
    }
    glyphs.clear();
    glyphs.add(new Glyph(text, first.frame(), left, right, first.base(), first.size(), first.style(),
        first.afterSpace(), first.order()));
  }

  /** Returns a glyph's characters, those of a ligature or of a letter's form within a word each as itself. */
  static String normalised(String text) {
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (character >= '\ufb00' && character <= '\ufdff' || character >= '\ufe70' && character <= '\ufefe') {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
      }
    }
    return text;
  }
}
