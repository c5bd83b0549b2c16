package org.readingroom.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDSimpleFont;
import org.apache.pdfbox.pdmodel.font.encoding.GlyphList;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;

/** Tells which characters a font's glyph stands for. */
final class GlyphText {

  private static final GlyphList GLYPHS = glyphs();

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

  /** Returns a glyph's characters, those of a ligature or of a letter's form within a word each as itself. */
  private static String normalised(String text) {
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (character >= '\ufb00' && character <= '\ufdff' || character >= '\ufe70' && character <= '\ufefe') {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
      }
    }
    return text;
  }
}
