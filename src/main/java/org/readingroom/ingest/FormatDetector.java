package org.readingroom.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Tells what kind a file is of by its content; its name only tells kinds of plain text apart. */
final class FormatDetector {

  private static final int LOOKED_AT = 64 * 1024;
  private static final Pattern MAIL = Pattern.compile(
      "(?:[A-Za-z][A-Za-z0-9-]*:[^\\n]*\\r?\\n(?:[ \\t][^\\n]*\\r?\\n)*){2,}.*", Pattern.DOTALL);
  private static final Pattern MAIL_FIELD = Pattern.compile(
      "(?im)^(from|to|subject|date|message-id|mime-version|received|return-path|delivered-to):");
  private static final Pattern HTML = Pattern.compile(
      "(?is).{0,2000}?<(?:!doctype\\s+html|html|head|body|title|meta|table|div|h1|p)[\\s>/].*");
  private static final Set<String> MARKDOWN = Set.of("md", "markdown", "mdown", "mkd");
  private static final Set<String> TABLES = Set.of("csv", "tsv", "tab");
  private static final Set<String> WEB = Set.of("html", "htm", "xhtml", "xht", "shtml");
  /** What web pages load: style sheets, scripts, and what browsers name so where they save pages. */
  private static final Set<String> PARTS_OF_PAGES = Set.of("css", "js", "mjs", "map", "download");
  private static final Map<String, Format> IN_OLE = Map.of("WordDocument", Format.DOC, "Workbook", Format.XLS,
      "PowerPoint Document", Format.PPT, "__properties_version1.0", Format.MSG,
      "EncryptedPackage", Format.ENCRYPTED_OFFICE);

  private FormatDetector() {}

  static Format detect(Source source) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(source.file())) {
      head = in.readNBytes(LOOKED_AT);
    }
    String bytes = new String(head, StandardCharsets.ISO_8859_1);
    if (bytes.startsWith("PK\3\4") || bytes.startsWith("PK\5\6")) {
      return inZip(source);
    }
    if (bytes.startsWith("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1")) {
      return inOle(source);
    }
    if (bytes.startsWith("{\\rtf")) {
      return Format.RTF;
    }
    int pdf = bytes.indexOf("%PDF-");
    if (pdf >= 0 && pdf < 1024) {
      return Format.PDF;
    }
    if (isImage(bytes)) {
      return Format.IMAGE;
    }
    return isBinary(head) ? binary(source) : text(source, head);
  }

  /** Tells whether a file starts as zips do. */
  static boolean isZip(java.nio.file.Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(2), StandardCharsets.ISO_8859_1).equals("PK");
    }
  }

  private static Format inZip(Source source) throws IOException {
    try (ZipParts parts = new ZipParts(source.file())) {
      byte[] type = parts.bytes("mimetype");
      String declared = type == null ? "" : new String(type, StandardCharsets.US_ASCII).strip();
      if (declared.equals(Format.EPUB.mediaType(source))
          || parts.has("META-INF/container.xml") && declared.isEmpty()) {
        return Format.EPUB;
      }
      if (declared.startsWith("application/vnd.oasis.opendocument.text")) {
        return Format.ODT;
      }
      if (declared.startsWith("application/vnd.oasis.opendocument")) {
        return Format.ODF;
      }
      if (parts.has("ppt/presentation.xml")) {
        return Format.PPTX;
      }
      if (parts.has("xl/workbook.xml")) {
        return Format.XLSX;
      }
      boolean word = parts.has("word/document.xml")
          || parts.has("[Content_Types].xml")
              && parts.names().stream().anyMatch(name -> name.matches("word/document\\d*\\.xml"));
      return word ? Format.DOCX : Format.UNKNOWN;
    } catch (java.util.zip.ZipException e) {
      throw new ParsingException(FileStatus.DAMAGED,
          "The file is damaged: it is cut off, or was not copied whole.", e);
    }
  }

  private static Format inOle(Source source) throws IOException {
    try (POIFSFileSystem files = new POIFSFileSystem(source.file().toFile(), true)) {
      DirectoryNode root = files.getRoot();
      for (Map.Entry<String, Format> entry : IN_OLE.entrySet()) {
        if (root.hasEntryCaseInsensitive(entry.getKey())) {
          return entry.getValue();
        }
      }
      return Format.UNKNOWN;
    } catch (IOException | RuntimeException e) {
      throw new ParsingException(FileStatus.DAMAGED,
          "The file is damaged: it is cut off, or was not copied whole.", e);
    }
  }

  private static boolean isImage(String bytes) {
    return bytes.startsWith("\u0089PNG") || bytes.startsWith("\u00ff\u00d8\u00ff") || bytes.startsWith("GIF8")
        || bytes.startsWith("II*\0") || bytes.startsWith("MM\0*")
        || bytes.startsWith("BM") && bytes.indexOf('\0') > 0
        || bytes.startsWith("RIFF") && bytes.startsWith("WEBP", 8);
  }

  /** Tells whether bytes are no text in any encoding that has one. */
  private static boolean isBinary(byte[] head) {
    String text = Charsets.decode(head, false);
    int odd = 0;
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      odd += character < ' ' && character != '\n' && character != '\r' && character != '\t'
          && character != '\f'
          && character != '\u001b' && character != '\u000b' || character == '\ufffd' ? 1 : 0;
    }
    return odd > Math.max(1, text.length() / 50);
  }

  private static Format binary(Source source) {
    String type = Format.UNKNOWN.mediaType(source);
    String ending = Titles.ending(source.name());
    if (ending.matches("pdf|docx?|pptx?|xlsx?|odt|epub|msg|rtf|txt|md|csv|html?|eml|mbox")) {
      throw new ParsingException(FileStatus.DAMAGED,
          "The file is named ." + ending + " but is none, or is damaged.");
    }
    return type.startsWith("image/") ? Format.IMAGE : Format.UNKNOWN;
  }

  private static Format text(Source source, byte[] head) {
    String ending = Titles.ending(source.name());
    if (PARTS_OF_PAGES.contains(ending)) {
      return Format.UNKNOWN;
    }
    String text = Charsets.decode(head, true).stripLeading();
    if (text.startsWith("From ") && text.matches("(?s)From \\S+.{0,200}\\d{4}.*") && !ending.equals("txt")) {
      return Format.MBOX;
    }
    boolean mail = MAIL.matcher(text.substring(0, Math.min(text.length(), 4000))).matches()
        && MAIL_FIELD.matcher(text.substring(0, Math.min(text.length(), 4000))).results().limit(2)
            .count() == 2;
    if (ending.equals("eml") || ending.equals("mht") || ending.equals("mhtml")
        || mail && !ending.matches("txt|md|csv")) {
      return Format.EML;
    }
    if (ending.equals("mbox")) {
      return Format.MBOX;
    }
    if (MARKDOWN.contains(ending)) {
      return Format.MARKDOWN;
    }
    if (TABLES.contains(ending)) {
      return Format.CSV;
    }
    boolean startsAsHtml = text.startsWith("<?xml")
        ? text.matches("(?is).{0,4000}?<(!doctype\\s+html|html)[\\s>].*")
        : text.startsWith("<") && HTML.matcher(text).matches();
    if (WEB.contains(ending) || startsAsHtml && !ending.equals("txt")) {
      return Format.HTML;
    }
    return text.startsWith("<?xml") && !ending.equals("txt") ? Format.XML : Format.TEXT;
  }
}
