package org.readingroom.bibliography;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The forms that bibliographies come in. */
enum BibliographyFormat {

  METADATA_CSV(TableReader::read), BIBTEX(BibTexReader::read), CSL_JSON(CslJsonReader::read), ZOTERO_CSV(
      TableReader::read);

  private static final int LONGEST_LINE = 8_000;

  /** Reads a text of the form. */
  @FunctionalInterface
  interface Reader {
    List<Entry> read(String text) throws BibliographyException;
  }

  private final Reader reader;

  BibliographyFormat(Reader reader) {
    this.reader = reader;
  }

  List<Entry> read(String text) throws BibliographyException {
    return reader.read(text);
  }

  /** Returns the form of a file, by its name or by how it begins; nothing where it is no bibliography. */
  static Optional<BibliographyFormat> of(Path file) {
    String name = String.valueOf(file.getFileName());
    Optional<BibliographyFormat> named = named(name);
    if (named.isEmpty() && ends(name, ".json") && isCsl(file)) {
      return Optional.of(CSL_JSON);
    }
    return named.isEmpty() && ends(name, ".csv") && isOfZotero(file) ? Optional.of(ZOTERO_CSV) : named;
  }

  /** Returns the form of a file that its name alone tells. */
  static Optional<BibliographyFormat> named(String name) {
    return name.equalsIgnoreCase("metadata.csv")
        ? Optional.of(METADATA_CSV)
        : Optional.of(BIBTEX).filter(format -> ends(name, ".bib"));
  }

  private static boolean ends(String name, String ending) {
    return name.toLowerCase(Locale.ROOT).endsWith(ending);
  }

  private static boolean isCsl(Path file) {
    try (BufferedReader in = Files.newBufferedReader(file)) {
      return CslJsonReader.startsAsCsl(withoutMark(in));
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean isOfZotero(Path file) {
    try (BufferedReader in = Files.newBufferedReader(file)) {
      char[] start = new char[LONGEST_LINE];
      int read = withoutMark(in).read(start);
      return read > 0 && TableReader.isOfZotero(new String(start, 0, read).lines().findFirst().orElse(""));
    } catch (IOException e) {
      return false;
    }
  }

  private static BufferedReader withoutMark(BufferedReader in) throws IOException {
    in.mark(1);
    if (in.read() != '\ufeff') {
      in.reset();
    }
    return in;
  }
}
