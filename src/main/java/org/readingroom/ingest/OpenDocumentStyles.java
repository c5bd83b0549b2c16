package org.readingroom.ingest;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The styles of an OpenDocument file: which hide text and which make titles and captions. */
final class OpenDocumentStyles {

  private static final int DEEPEST = 20;

  private final Map<String, Element> styles = new HashMap<>();

  OpenDocumentStyles(Document content, @Nullable Document common) {
    collect(common);
    collect(content);
  }

  private void collect(@Nullable Document xml) {
    if (xml != null) {
      for (Element style : xml.getElementsByTag("style:style")) {
        styles.put(style.attr("style:name"), style);
      }
    }
  }

  /** Tells whether what has a style is hidden. */
  boolean hides(String name) {
    Element style = styles.get(name);
    for (int i = 0; style != null && i < DEEPEST; i++) {
      Element properties = Xml.child(style, "style:text-properties");
      if (properties != null && properties.hasAttr("text:display")) {
        return properties.attr("text:display").equals("none");
      }
      style = styles.get(style.attr("style:parent-style-name"));
    }
    return false;
  }

  /** Returns the names of a style and of those that it is based on, in lower case. */
  String names(String name) {
    StringBuilder names = new StringBuilder(name).append('\n');
    Element style = styles.get(name);
    for (int i = 0; style != null && i < DEEPEST; i++) {
      String parent = style.attr("style:parent-style-name");
      names.append(parent).append('\n');
      style = styles.get(parent);
    }
    return names.toString().toLowerCase(Locale.ROOT);
  }
}
