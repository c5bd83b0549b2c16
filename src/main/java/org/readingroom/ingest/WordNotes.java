package org.readingroom.ingest;

import java.util.HashMap;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The footnotes and endnotes of a Word document by their references. */
final class WordNotes {

  private final Map<String, Element> notes = new HashMap<>();

  WordNotes(@Nullable Document footnotes, @Nullable Document endnotes) {
    collect(footnotes, "w:footnote");
    collect(endnotes, "w:endnote");
  }

  private void collect(@Nullable Document xml, String name) {
    if (xml != null) {
      for (Element note : xml.getElementsByTag(name)) {
        if (!note.attr("w:type").matches("separator|continuation.*")) {
          notes.put(name + "Reference " + note.attr("w:id"), note);
        }
      }
    }
  }

  /** Returns the note that a reference is to, or null. */
  @Nullable
  Element note(Element reference) {
    return notes.get(reference.tagName() + " " + reference.attr("w:id"));
  }
}
