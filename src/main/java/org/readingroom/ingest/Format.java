package org.readingroom.ingest;

import java.io.IOException;
import org.apache.tika.Tika;
import org.jspecify.annotations.Nullable;

/** The kinds of files, how each is parsed, and its media type. */
enum Format {

  PDF("application/pdf", PdfParser::parse), DOCX(
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      WordParser::parse), PPTX("application/vnd.openxmlformats-officedocument.presentationml.presentation",
          SlidesParser::parse), XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
              WorkbookParser::parse), XLS("application/vnd.ms-excel", WorkbookParser::parse), DOC(
                  "application/msword", TikaParser::parseOffice), PPT("application/vnd.ms-powerpoint",
                      TikaParser::parseOffice), RTF("application/rtf", TikaParser::parseRtf), ODT(
                          "application/vnd.oasis.opendocument.text",
                          OpenDocumentParser::parse), ODF("application/vnd.oasis.opendocument",
                              OpenDocumentParser::parse), EPUB("application/epub+zip",
                                  EpubParser::parse), XML("application/xml",
                                      XmlParser::parse), HTML("text/html", HtmlParser::parse), MARKDOWN(
                                          "text/markdown",
                                          MarkdownParser::parse), TEXT("text/plain", TextParser::parse), CSV(
                                              "text/csv",
                                              CsvParser::parse), EML("message/rfc822",
                                                  MailParser::parse), MBOX(
                                                      "application/mbox", MboxParser::parse), MSG(
                                                          "application/vnd.ms-outlook",
                                                          OutlookParser::parse), IMAGE(
                                                              null, ImageParser::parse), ENCRYPTED_OFFICE(
                                                                  "application/x-tika-ooxml-protected",
                                                                  ProtectedOffice::parse), UNKNOWN(null,
                                                                      source -> {
                                                                        throw new ParsingException(
                                                                            FileStatus.UNSUPPORTED,
                                                                            "Files of this kind cannot be read.");
                                                                      });

  /** Reads a file of the kind. */
  @FunctionalInterface
  interface Reader {
    Extract parse(Source source) throws Exception;
  }

  private final @Nullable String mediaType;
  private final Reader reader;

  Format(@Nullable String mediaType, Reader reader) {
    this.mediaType = mediaType;
    this.reader = reader;
  }

  Extract parse(Source source) throws Exception {
    return reader.parse(source);
  }

  /** Returns the media type, which for other files their content tells. */
  String mediaType(Source source) {
    if (mediaType != null) {
      return mediaType;
    }
    try {
      return new Tika().detect(source.file());
    } catch (IOException e) {
      return "application/octet-stream";
    }
  }
}
