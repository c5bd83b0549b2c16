package org.readingroom.ingest;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The styles of a Word document: which make headings, lists, captions and hidden text. */
final class WordStyles {

  private static final int DEEPEST = 20;

  private final Map<String, Element> styles = new HashMap<>();

  WordStyles(@Nullable Document xml) {
    if (xml != null) {
      for (Element style : xml.getElementsByTag("w:style")) {
        styles.put(style.attr("w:styleId"), style);
      }
    }
  }

  private @Nullable Element style(@Nullable String id) {
    return id == null ? null : styles.get(id);
  }

  private @Nullable Element parent(Element style) {
    Element base = Xml.child(style, "w:basedOn");
    return base == null ? null : style(base.attr("w:val"));
  }

  /** Returns the first element of a path among a style and those that it is based on, or null. */
  @Nullable
  Element inherited(@Nullable String id, String... path) {
    Element style = style(id);
    for (int i = 0; style != null && i < DEEPEST; i++) {
      Element found = Xml.path(style, path);
      if (found != null) {
        return found;
      }
      style = parent(style);
    }
    return null;
  }

  /** Returns a style's name in lower case, with those that it is based on. */
  String names(@Nullable String id) {
    StringBuilder names = new StringBuilder();
    Element style = style(id);
    for (int i = 0; style != null && i < DEEPEST; i++) {
      Element name = Xml.child(style, "w:name");
      names.append(name == null ? "" : name.attr("w:val").toLowerCase(Locale.ROOT)).append('\n');
      style = parent(style);
    }
    if (names.isEmpty() && id != null) {
      names.append(id.toLowerCase(Locale.ROOT));
    }
    return names.toString();
  }

  /** Tells whether an element that switches is there and on. */
  static boolean isOn(@Nullable Element toggle) {
    return toggle != null && !toggle.attr("w:val").matches("0|false|off");
  }

  boolean hides(@Nullable String id) {
    return isOn(inherited(id, "w:rPr", "w:vanish"));
  }

  /** Returns the level of a heading from 1, 0 for the document's title, or -1 for none. */
  int headingLevel(@Nullable Element properties, @Nullable String id) {
    Element outline = Xml.child(properties, "w:outlineLvl");
    if (outline == null) {
      outline = inherited(id, "w:pPr", "w:outlineLvl");
    }
    if (outline != null && outline.attr("w:val").matches("[0-8]")) {
      return Integer.parseInt(outline.attr("w:val")) + 1;
    }
    for (String name : names(id).split("\n", -1)) {
      if (name.matches("heading ?[1-9]")) {
        return name.charAt(name.length() - 1) - '0';
      }
      if (name.equals("title")) {
        return 0;
      }
    }
    return -1;
  }
}
