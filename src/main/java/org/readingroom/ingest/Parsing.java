package org.readingroom.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipException;

/** Parses one file, whatever it is, in the parsing process. */
final class Parsing {

  private static final int MOST_PAGES_NAMED = 10;

  private Parsing() {}

  static ParsedFile of(ParseRequest request) {
    return of(Source.of(request));
  }

  /** Returns what became of a file; only errors of the machine itself get out. */
  static ParsedFile of(Source source) {
    Format format = Format.UNKNOWN;
    try {
      format = FormatDetector.detect(source);
      return result(source, format, format.parse(source));
    } catch (ParsingException e) {
      return ParsedFile.without(e.status(), e.sentence(), format.mediaType(source));
    } catch (ZipException | StackOverflowError e) {
      return ParsedFile.without(FileStatus.DAMAGED, "The file is damaged.", format.mediaType(source));
    } catch (IOException | RuntimeException e) {
      return ParsedFile.without(FileStatus.DAMAGED, "The file is damaged, or not what its name says.",
          format.mediaType(source));
    } catch (Exception e) {
      return ParsedFile.without(FileStatus.FAILED, "The file could not be read.", format.mediaType(source));
    }
  }

  private static ParsedFile result(Source source, Format format, Extract extract) {
    List<ParsedDocument> documents = new ArrayList<>();
    long length = 0;
    for (ParsedDocument document : extract.documents()) {
      if (!document.text().isBlank()) {
        documents.add(titled(document, source.title()));
        length += document.text().length();
      }
    }
    if (length > source.textLimit()) {
      throw ParsingException.tooLarge();
    }
    String title = extract.documents().isEmpty()
        ? null
        : titled(extract.documents().getFirst(), source.title()).title();
    String language = documents.isEmpty() ? null : documents.getFirst().language();
    FileStatus status = documents.isEmpty()
        ? extract.pages() > 0 ? FileStatus.NO_TEXT : FileStatus.EMPTY
        : FileStatus.INDEXED;
    return new ParsedFile(status, message(status, extract), "", format.mediaType(source), title, language,
        extract.pages(), extract.pagesWithoutText(), documents);
  }

  private static ParsedDocument titled(ParsedDocument document, String title) {
    return document.title().isEmpty() ? document.with(document.part(), title) : document;
  }

  private static String message(FileStatus status, Extract extract) {
    if (!extract.message().isEmpty()) {
      return extract.message();
    }
    List<Integer> missing = extract.pagesWithoutText();
    if (status == FileStatus.EMPTY) {
      return "There is no text in the file.";
    }
    if (missing.isEmpty()) {
      return "";
    }
    if (missing.size() == 1) {
      return "Page " + missing.getFirst() + " has no text.";
    }
    String numbers = String.join(", ",
        missing.stream().limit(MOST_PAGES_NAMED).map(String::valueOf).toList());
    return missing.size() > MOST_PAGES_NAMED
        ? missing.size() + " pages have no text, such as " + numbers + "."
        : "Pages " + numbers + " have no text.";
  }
}
