package org.readingroom.library;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.readingroom.collection.DocumentBody;
import org.readingroom.collection.DocumentCard;
import org.readingroom.collection.DocumentDate;
import org.readingroom.collection.Kind;
import org.readingroom.collection.Origin;
import org.readingroom.collection.Paragraph;
import org.readingroom.collection.Sha256;
import org.readingroom.ingest.Block;
import org.readingroom.ingest.ParsedDocument;
import org.readingroom.ingest.Role;
import org.readingroom.library.LibraryRows.Kept;
import tools.jackson.databind.json.JsonMapper;

/** Makes documents of a collection from what was parsed. */
final class DocumentForm {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
      .withLocale(Locale.UK);

  private DocumentForm() {}

  /** Returns a document as it is kept; its number is given when it is written. */
  static Kept of(String collection, String path, String mediaType, ParsedDocument parsed) {
    byte[] body = DocumentJson.of(new DocumentBody(parsed.text(), paragraphs(parsed.blocks()), List.of(),
        pages(parsed), sections(parsed.blocks()), BrokenWords.in(parsed)));
    byte[] layout = layout(parsed);
    DocumentCard card = new DocumentCard(collection, 1, parsed.title(), null, date(parsed), kind(parsed),
        parsed.from(), parsed.to(), null, null, Sha256.of(parsed.text()), parsed.text().length(),
        DocumentJson.state(body, layout), origin(path, mediaType, parsed));
    return new Kept(parsed.part(), card, body, layout);
  }

  private static byte[] layout(ParsedDocument parsed) {
    return Packed.pack(
        JSON.writeValueAsBytes(new ParsedDocument(parsed.part(), "", List.of(), null, null, null, null, null,
            null, "", List.of(), parsed.pages(), parsed.lines())));
  }

  /** Reads back where the text stands on its pages. */
  static ParsedDocument layout(byte[] packed) {
    return JSON.readValue(Packed.unpack(packed), ParsedDocument.class);
  }

  private static DocumentDate date(ParsedDocument parsed) {
    LocalDate day = parsed.date();
    return day == null ? DocumentDate.UNKNOWN : new DocumentDate(day, day, DAY.format(day));
  }

  private static Kind kind(ParsedDocument parsed) {
    return parsed.from() == null ? Kind.OTHER : Kind.LETTER;
  }

  private static Origin origin(String path, String mediaType, ParsedDocument parsed) {
    boolean recognized = parsed.blocks().stream().anyMatch(Block::ocr);
    return new Origin(path, mediaType, parsed.authors(), parsed.publisher(), parsed.doi(), parsed.language(),
        recognized, parsed.pages().size());
  }

  private static List<Origin.Page> pages(ParsedDocument parsed) {
    return parsed.pages().stream()
        .map(page -> new Origin.Page(page.number(), page.label(), page.start(), page.end())).toList();
  }

  private static List<Origin.Section> sections(List<Block> blocks) {
    List<Origin.Section> sections = new ArrayList<>();
    List<String> open = List.of();
    for (Block block : blocks) {
      if (!block.section().equals(open)) {
        open = block.section();
        sections.add(new Origin.Section(block.start(), open));
      }
    }
    return sections;
  }

  /** Rows of a table that follow each other are one paragraph, as lines are. */
  private static List<Paragraph> paragraphs(List<Block> blocks) {
    List<Paragraph> paragraphs = new ArrayList<>();
    for (Block block : blocks) {
      Paragraph.Role role = role(block);
      Paragraph last = paragraphs.isEmpty() ? null : paragraphs.getLast();
      if (last != null && role == Paragraph.Role.TABLE && last.role() == role
          && block.start() == last.end() + 1) {
        paragraphs.set(paragraphs.size() - 1, new Paragraph(last.start(), block.end(), role, 1, 1));
      } else {
        paragraphs.add(new Paragraph(block.start(), block.end(), role, 1, 1));
      }
    }
    return paragraphs;
  }

  private static Paragraph.Role role(Block block) {
    if (block.hidden() || block.role() == Role.RUNNING_HEAD) {
      return Paragraph.Role.FURNITURE;
    }
    return switch (block.role()) {
      case HEADING -> Paragraph.Role.HEADING;
      case BODY -> Paragraph.Role.BODY;
      case LIST -> Paragraph.Role.LIST;
      case TABLE -> Paragraph.Role.TABLE;
      case NOTE -> Paragraph.Role.FOOTNOTE;
      case CAPTION -> Paragraph.Role.CAPTION;
      case QUOTED -> Paragraph.Role.QUOTED;
      case RUNNING_HEAD -> Paragraph.Role.FURNITURE;
    };
  }
}
