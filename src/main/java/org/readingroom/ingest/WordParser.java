package org.readingroom.ingest;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads documents of Word since 2007, as they stand when all tracked changes are accepted. */
final class WordParser {

  private WordParser() {}

  static Extract parse(Source source) throws IOException {
    try (ZipParts parts = new ZipParts(source.file())) {
      String name = mainPart(parts);
      Document document = parts.xml(name);
      Element body = Xml.first(document, "w:body");
      if (body == null) {
        throw new ParsingException(FileStatus.DAMAGED, "The file is no Word document, or is damaged.");
      }
      String folder = name.substring(0, name.lastIndexOf('/') + 1);
      DocumentWriter writer = source.writer();
      WordBody reader = new WordBody(new WordStyles(parts.xml(folder + "styles.xml")),
          new WordNotes(parts.xml(folder + "footnotes.xml"), parts.xml(folder + "endnotes.xml")), writer);
      heads(parts, folder, "header", writer);
      reader.write(body);
      heads(parts, folder, "footer", writer);
      Metadata metadata = OfficeProperties.read(parts);
      String title = metadata.title() == null ? Titles.usable(reader.title()) : metadata.title();
      return Extract.of(writer.document("",
          metadata.withTitle(title == null ? Titles.usable(writer.firstHeading()) : title)));
    }
  }

  private static String mainPart(ZipParts parts) throws IOException {
    Document relations = parts.xml("_rels/.rels");
    if (relations != null) {
      for (Element relation : relations.getElementsByTag("Relationship")) {
        String target = relation.attr("Target").replaceFirst("^/", "");
        if (relation.attr("Type").endsWith("/officeDocument") && parts.has(target)) {
          return target;
        }
      }
    }
    return "word/document.xml";
  }

  /** Writes the different headers or footers, each once. */
  private static void heads(ZipParts parts, String folder, String kind, DocumentWriter writer)
      throws IOException {
    Set<String> written = new LinkedHashSet<>();
    for (String name : parts.names().stream().sorted().toList()) {
      if (name.matches(folder + kind + "\\d*\\.xml")) {
        Document head = parts.xml(name);
        for (Element paragraph : paragraphs(head)) {
          String words = WhiteSpace.line(WordRuns.of(paragraph, new WordStyles(null)).visible());
          if (!words.isEmpty() && written.add(words)) {
            writer.block(Role.RUNNING_HEAD, words);
          }
        }
      }
    }
  }

  private static Iterable<Element> paragraphs(@Nullable Document head) {
    return head == null
        ? Set.of()
        : head.getElementsByTag("w:p").stream()
            .filter(paragraph -> paragraph.closest("mc|Fallback") == null).toList();
  }
}
