package org.readingroom.ingest;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Finds elements of XML by their names with prefix. */
final class Xml {

  private static final Pattern DECLARATIONS = Pattern.compile("<!DOCTYPE[^\\[>]*\\[.*?\\]\\s*>",
      Pattern.DOTALL);

  private Xml() {}

  /** Parses XML without what it declares: entities of its own are left as they are written. */
  static Document parse(String xml) {
    return Jsoup.parse(DECLARATIONS.matcher(xml).replaceFirst(""), "", Parser.xmlParser());
  }

  /** Returns the children of a name. */
  static Stream<Element> children(@Nullable Element parent, String name) {
    return parent == null
        ? Stream.empty()
        : parent.children().stream().filter(child -> child.tagName().equals(name));
  }

  /** Returns the first child of a name, or null. */
  static @Nullable Element child(@Nullable Element parent, String name) {
    return children(parent, name).findFirst().orElse(null);
  }

  /** Returns what a path of children leads to, or null. */
  static @Nullable Element path(@Nullable Element parent, String... names) {
    Element at = parent;
    for (String name : names) {
      at = child(at, name);
    }
    return at;
  }

  /** Returns the first element of a name at any depth, or null. */
  static @Nullable Element first(@Nullable Element root, String name) {
    return root == null ? null : root.getElementsByTag(name).first();
  }

  /** Returns the text of the first element of a name at any depth, or null where it has none. */
  static @Nullable String text(@Nullable Element root, String name) {
    return Optional.ofNullable(first(root, name)).map(Element::text).filter(text -> !text.isBlank())
        .orElse(null);
  }
}
