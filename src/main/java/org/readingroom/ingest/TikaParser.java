package org.readingroom.ingest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.exception.WriteLimitReachedException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.PasswordProvider;
import org.apache.tika.parser.microsoft.OfficeParser;
import org.apache.tika.parser.microsoft.rtf.RTFParser;
import org.apache.tika.sax.ToXMLContentHandler;
import org.apache.tika.sax.WriteOutContentHandler;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/** Reads what Tika reads well: Word and PowerPoint before 2007, and RTF. */
final class TikaParser {

  /** Marks of the pages, comments and headers that Tika writes beside the text. */
  private static final String ASIDE = ".annotation, .comment, .comments, [class^=comment], .embedded, .package-entry, .annotation_text";
  private static final Parser OFFICE = new OfficeParser();
  private static final Parser RTF = new RTFParser();

  private TikaParser() {}

  static Extract parseOffice(Source source) throws IOException, SAXException, TikaException {
    try (TikaInputStream in = TikaInputStream.get(source.file())) {
      return parse(source, OFFICE, in);
    }
  }

  static Extract parseRtf(Source source) throws IOException, SAXException, TikaException {
    try (InputStream in = Files.newInputStream(source.file())) {
      return parse(source, RTF, new ByteArrayInputStream(RtfGroups.text(in)));
    }
  }

  private static Extract parse(Source source, Parser parser, InputStream in)
      throws IOException, SAXException, TikaException {
    org.apache.tika.metadata.Metadata found = new org.apache.tika.metadata.Metadata();
    found.set(TikaCoreProperties.RESOURCE_NAME_KEY, source.name());
    String xhtml;
    try {
      xhtml = xhtml(parser, in, found, source);
    } catch (EncryptedDocumentException e) {
      throw Passwords.needed(source.password());
    } catch (TikaException e) {
      throw new ParsingException(FileStatus.DAMAGED, "The file is damaged, or not what its name says.", e);
    }
    Document page = Jsoup.parse(xhtml);
    page.select(ASIDE).remove();
    DocumentWriter writer = source.writer();
    heads(page, "div.header, .slide-master-content", writer);
    List<Element> footers = List.copyOf(page.select("div.footer, .footnotes-marker"));
    footers.forEach(Element::remove);
    List<Element> notes = notes(page);
    HtmlBlocks.write(page.body(), writer);
    notes.forEach(note -> writer.block(Role.NOTE, note.text()));
    footers.forEach(footer -> writer.block(Role.RUNNING_HEAD, footer.text()));
    Metadata metadata = metadata(found);
    String title = metadata.title() == null ? Titles.usable(writer.firstHeading()) : metadata.title();
    return Extract.of(writer.document("", metadata.withTitle(title)));
  }

  /** Takes out the notes of RTF, which stand after their mark. */
  private static List<Element> notes(Document page) {
    Element mark = page.selectFirst("p:contains(" + RtfGroups.NOTES + ")");
    if (mark == null) {
      return List.of();
    }
    List<Element> notes = List.copyOf(mark.nextElementSiblings());
    notes.forEach(Element::remove);
    mark.remove();
    return notes;
  }

  private static void heads(Document page, String selector, DocumentWriter writer) {
    for (Element head : page.select(selector)) {
      writer.block(Role.RUNNING_HEAD, head.text());
      head.remove();
    }
  }

  private static String xhtml(Parser parser, InputStream in, org.apache.tika.metadata.Metadata found,
      Source source)
      throws IOException, SAXException, TikaException {
    ToXMLContentHandler writer = new ToXMLContentHandler("UTF-8");
    ParseContext context = new ParseContext();
    context.set(EmbeddedDocumentExtractor.class, new NothingEmbedded());
    String password = source.password();
    if (password != null) {
      context.set(PasswordProvider.class, metadata -> password);
    }
    try {
      parser.parse(in, new WriteOutContentHandler(writer, 4 * source.textLimit()), found, context);
    } catch (SAXException e) {
      if (WriteLimitReachedException.isWriteLimitReached(e)) {
        throw ParsingException.tooLarge();
      }
      throw e;
    }
    return writer.toString();
  }

  /** Returns the body of a mail that is written as RTF. */
  static String html(byte[] rtf) throws IOException {
    ToXMLContentHandler writer = new ToXMLContentHandler("UTF-8");
    ParseContext context = new ParseContext();
    context.set(EmbeddedDocumentExtractor.class, new NothingEmbedded());
    try {
      RTF.parse(new ByteArrayInputStream(rtf), writer, new org.apache.tika.metadata.Metadata(), context);
      return writer.toString();
    } catch (SAXException | TikaException e) {
      throw ParsingException.damaged("mail of Outlook", e);
    }
  }

  private static Metadata metadata(org.apache.tika.metadata.Metadata found) {
    LocalDate date = Dates.parse(found.get(TikaCoreProperties.CREATED));
    List<String> authors = Arrays.stream(found.getValues(TikaCoreProperties.CREATOR))
        .flatMap(names -> OfficeProperties.authors(names).stream()).toList();
    return Metadata.of(Titles.usable(found.get(TikaCoreProperties.TITLE)), authors, date,
        Languages.code(found.get(TikaCoreProperties.LANGUAGE)));
  }

  /** Leaves out the files within a file. */
  private static final class NothingEmbedded implements EmbeddedDocumentExtractor {

    @Override
    public boolean shouldParseEmbedded(org.apache.tika.metadata.Metadata metadata) {
      return false;
    }

    @Override
    public void parseEmbedded(InputStream stream, ContentHandler handler,
        org.apache.tika.metadata.Metadata metadata, boolean outputHtml) {
      // Nothing embedded is part of the text.
    }
  }
}
