package org.readingroom.ingest;

import java.io.IOException;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Reads XML of any kind: each element with words of its own is a paragraph. */
final class XmlParser {

  private XmlParser() {}

  static Extract parse(Source source) throws IOException {
    Document xml = Xml.parse(Charsets.decode(source.textBytes(), true));
    DocumentWriter writer = source.writer();
    write(xml, writer);
    return Extract.of(writer.document("", Metadata.NONE));
  }

  private static void write(Element element, DocumentWriter writer) {
    for (Element child : element.children()) {
      if (child.hasText() && !child.ownText().isBlank()) {
        writer.block(child.tagName().matches("(?i)(.*:)?(title|head|heading)") ? Role.HEADING : Role.BODY,
            child.text());
      } else {
        write(child, writer);
      }
    }
  }
}
