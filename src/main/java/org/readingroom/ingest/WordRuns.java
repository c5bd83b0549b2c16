package org.readingroom.ingest;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The words of a Word paragraph, apart from what is hidden, boxed or noted in it. */
final class WordRuns {

  private final WordStyles styles;
  private final boolean hiddenParagraph;
  private final StringBuilder visible = new StringBuilder();
  private final StringBuilder hidden = new StringBuilder();
  private final List<Element> boxes = new ArrayList<>();
  private final List<Element> references = new ArrayList<>();

  private WordRuns(WordStyles styles, boolean hiddenParagraph) {
    this.styles = styles;
    this.hiddenParagraph = hiddenParagraph;
  }

  static WordRuns of(Element paragraph, WordStyles styles) {
    Element style = Xml.path(paragraph, "w:pPr", "w:pStyle");
    WordRuns runs = new WordRuns(styles, style != null && styles.hides(style.attr("w:val")));
    runs.children(paragraph);
    return runs;
  }

  StringBuilder visible() {
    return visible;
  }

  StringBuilder hidden() {
    return hidden;
  }

  /** Returns the text boxes that are anchored in the paragraph. */
  List<Element> boxes() {
    return boxes;
  }

  /** Returns the references to notes. */
  List<Element> references() {
    return references;
  }

  private void children(Element parent) {
    for (Element child : parent.children()) {
      element(child);
    }
  }

  private void element(Element element) {
    switch (element.tagName()) {
      case "w:pPr", "w:del", "w:moveFrom", "w:rPr", "w:sdtPr", "w:instrText", "w:delText", "w:rt" -> {
        return;
      }
      case "w:r" -> run(element, isHidden(Xml.child(element, "w:rPr")) ? hidden : visible);
      case "mc:AlternateContent" -> children(alternative(element));
      case "w:txbxContent" -> boxes.add(element);
      case "m:t" -> visible.append(element.wholeText());
      default -> children(element);
    }
  }

  private boolean isHidden(@Nullable Element properties) {
    Element vanish = Xml.child(properties, "w:vanish");
    if (vanish != null) {
      return WordStyles.isOn(vanish);
    }
    Element style = Xml.child(properties, "w:rStyle");
    return hiddenParagraph || style != null && styles.hides(style.attr("w:val"));
  }

  private void run(Element run, StringBuilder words) {
    for (Element part : run.children()) {
      switch (part.tagName()) {
        case "w:t" -> words.append(part.wholeText());
        case "w:tab", "w:ptab" -> words.append('\t');
        case "w:br" -> words.append(part.attr("w:type").matches("page|column") ? ' ' : '\n');
        case "w:cr" -> words.append('\n');
        case "w:noBreakHyphen" -> words.append('\u2011');
        case "w:sym" -> words.append(symbol(part.attr("w:char")));
        case "w:footnoteReference", "w:endnoteReference" -> references.add(part);
        case "w:ruby" -> children(part);
        case "w:rPr", "w:instrText", "w:delText", "w:softHyphen" -> {
          continue;
        }
        default -> element(part);
      }
    }
  }

  private static String symbol(String code) {
    return code.matches("[0-9A-Fa-f]{4}") ? Character.toString(Integer.parseInt(code, 16)) : "";
  }

  /** Returns the form of a thing that Word itself shows, or the other where that one has no words. */
  static Element alternative(Element alternatives) {
    Element choice = Xml.child(alternatives, "mc:Choice");
    Element fallback = Xml.child(alternatives, "mc:Fallback");
    if (choice != null
        && (fallback == null || Xml.first(choice, "w:t") != null || Xml.first(fallback, "w:t") == null)) {
      return choice;
    }
    return fallback == null ? alternatives : fallback;
  }
}
