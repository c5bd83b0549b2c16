package org.readingroom.ingest;

import java.io.IOException;
import java.util.Set;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.jspecify.annotations.Nullable;

/** Tells white text on a page that nothing else was painted on, which nobody sees. */
final class Ink {

  private static final Set<String> FILLS = Set.of("f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "Do",
      "BI");
  private static final int WHITE = 0xf8;

  private boolean painted;
  private @Nullable PDColor color;
  private boolean white;

  /** Notes that an instruction may have painted what text stands on. */
  void instruction(String operator) {
    painted |= FILLS.contains(operator);
  }

  /** Tells whether text of a colour is not seen. */
  boolean hides(PDColor textColor) {
    if (painted) {
      return false;
    }
    if (textColor != color) {
      color = textColor;
      white = isWhite(textColor);
    }
    return white;
  }

  private static boolean isWhite(PDColor color) {
    try {
      int rgb = color.isPattern() ? 0 : color.toRGB();
      return (rgb >> 16 & 0xff) >= WHITE && (rgb >> 8 & 0xff) >= WHITE && (rgb & 0xff) >= WHITE;
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }
}
