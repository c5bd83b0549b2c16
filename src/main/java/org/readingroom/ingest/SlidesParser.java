package org.readingroom.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads slides of PowerPoint since 2007: each is a page, its title a heading, what its speaker notes a note. */
final class SlidesParser {

  private static final String FOLDER = "ppt/";
  private static final float UNITS = 12_700;

  private final ZipParts parts;
  private final DocumentWriter writer;
  private int page;

  private SlidesParser(ZipParts parts, DocumentWriter writer) {
    this.parts = parts;
    this.writer = writer;
  }

  static Extract parse(Source source) throws IOException {
    try (ZipParts parts = new ZipParts(source.file())) {
      Document presentation = parts.xml(FOLDER + "presentation.xml");
      if (presentation == null) {
        throw new ParsingException(FileStatus.DAMAGED, "The file is no presentation, or is damaged.");
      }
      DocumentWriter writer = source.writer();
      SlidesParser parser = new SlidesParser(parts, writer);
      List<Integer> empty = parser.slides(presentation);
      Metadata metadata = OfficeProperties.read(parts);
      String title = metadata.title() == null ? Titles.usable(writer.firstHeading()) : metadata.title();
      return new Extract(List.of(writer.document("", metadata.withTitle(title))), parser.page, empty, "");
    }
  }

  private List<Integer> slides(Document presentation) throws IOException {
    Element size = Xml.first(presentation, "p:sldSz");
    float width = size == null ? 720 : number(size, "cx") / UNITS;
    float height = size == null ? 540 : number(size, "cy") / UNITS;
    List<Integer> empty = new ArrayList<>();
    for (Element reference : presentation.getElementsByTag("p:sldId")) {
      String name = target(FOLDER + "presentation.xml", reference.attr("r:id"), null);
      Document slide = name == null ? null : parts.xml(name);
      if (name == null || slide == null) {
        continue;
      }
      page++;
      writer.onPage(page);
      writer.sections().close();
      int start = writer.length();
      slide(slide, name);
      int end = writer.length();
      int from = start == end || start == 0 ? start : start + 2;
      writer.page(new Page(page, null, from, end, width, height));
      if (start == end) {
        empty.add(page);
      }
    }
    return empty;
  }

  private void slide(Document slide, String name) throws IOException {
    Element root = Xml.first(slide, "p:sld");
    writer.hidden(root != null && root.attr("show").matches("0|false"));
    for (Element shape : slide.select("p|sp, p\\:sp, p|graphicFrame, p\\:graphicFrame")) {
      if (shape.closest("mc|Fallback, mc\\:Fallback") == null) {
        shape(shape, name);
      }
    }
    String notes = target(name, null, "/notesSlide");
    Document notesPage = notes == null ? null : parts.xml(notes);
    if (notesPage != null) {
      for (Element shape : notesPage.getElementsByTag("p:sp")) {
        if (kind(shape).equals("body")) {
          writer.verse(Role.NOTE, words(shape));
        }
      }
    }
    writer.hidden(false);
  }

  private void shape(Element shape, String slide) throws IOException {
    String kind = kind(shape);
    if (shape.tagName().equals("p:graphicFrame")) {
      writer.endGroup();
      for (Element row : shape.getElementsByTag("a:tr")) {
        writer.block(Role.TABLE, words(row));
      }
      diagram(part(slide, Xml.first(shape, "dgm:relIds"), "r:dm"));
      chart(part(slide, Xml.first(shape, "c:chart"), "r:id"));
    } else if (kind.equals("title") || kind.equals("ctrTitle")) {
      writer.heading(1, words(shape).toString());
    } else if (kind.matches("ftr|sldNum|dt|hdr")) {
      writer.block(Role.RUNNING_HEAD, words(shape));
    } else {
      writer.endGroup();
      for (Element paragraph : shape.getElementsByTag("a:p")) {
        writer.verse(kind.isEmpty() || kind.equals("subTitle") ? Role.BODY : Role.LIST, line(paragraph));
      }
    }
  }

  private void diagram(@Nullable Document data) {
    if (data != null) {
      for (Element point : data.getElementsByTag("dgm:pt")) {
        if (!point.attr("type").matches("pres|parTrans|sibTrans")) {
          writer.verse(Role.LIST, words(point));
        }
      }
    }
  }

  /** Writes the titles of a chart and the names of its series and categories. */
  private void chart(@Nullable Document chart) {
    if (chart != null) {
      for (Element title : chart.getElementsByTag("c:title")) {
        writer.block(Role.CAPTION, words(title));
      }
      chart.getElementsByTag("c:strCache").stream().flatMap(names -> names.getElementsByTag("c:v").stream())
          .map(Element::wholeText).distinct().forEach(name -> writer.block(Role.LIST, name));
    }
  }

  private static String kind(Element shape) {
    Element placeholder = Xml.first(shape, "p:ph");
    return placeholder == null ? "" : placeholder.hasAttr("type") ? placeholder.attr("type") : "body";
  }

  private static StringBuilder words(Element shape) {
    StringBuilder words = new StringBuilder();
    for (Element paragraph : shape.getElementsByTag("a:p")) {
      words.append(line(paragraph)).append('\n');
    }
    return words;
  }

  private static StringBuilder line(Element paragraph) {
    StringBuilder words = new StringBuilder();
    for (Element part : paragraph.getAllElements()) {
      switch (part.tagName()) {
        case "a:t" -> words.append(part.wholeText());
        case "a:br" -> words.append('\n');
        case "a:tab" -> words.append(' ');
        default -> {
          continue;
        }
      }
    }
    return words;
  }

  /** Returns the part that an element of a slide names in an attribute; null where there is none. */
  private @Nullable Document part(String slide, @Nullable Element reference, String attribute)
      throws IOException {
    String name = reference == null ? null : target(slide, reference.attr(attribute), null);
    return name == null ? null : parts.xml(name);
  }

  /** Returns the part that another names by an id or a kind of relation; null where it names none. */
  private @Nullable String target(String from, @Nullable String id, @Nullable String kind)
      throws IOException {
    int slash = from.lastIndexOf('/');
    Document relations = parts.xml(from.substring(0, slash) + "/_rels" + from.substring(slash) + ".rels");
    if (relations != null) {
      for (Element relation : relations.getElementsByTag("Relationship")) {
        if (id != null
            ? relation.attr("Id").equals(id)
            : relation.attr("Type").endsWith(String.valueOf(kind))) {
          return ZipParts.resolve(from, relation.attr("Target"));
        }
      }
    }
    return null;
  }

  private static float number(Element element, String attribute) {
    return element.attr(attribute).matches("\\d{1,9}") ? Float.parseFloat(element.attr(attribute)) : 0;
  }
}
