package org.readingroom.bibliography;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.readingroom.collection.DocumentCard;

/**
 * The bibliographies among some files. A {@code metadata.csv} goes before the others, and of two of the same sort the
 * one nearer to a file; what the first does not say of a file the next may.
 */
public final class Bibliographies {

  private static final int MAX_MEGABYTES = 20;

  private final Map<Path, BibliographyFormat> formats;
  private final List<Bibliography> lists = new ArrayList<>();
  private final List<Path> unread = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();

  private Bibliographies(Map<Path, BibliographyFormat> formats) {
    this.formats = formats;
  }

  /** Finds and reads those among some files. */
  public static Bibliographies among(Collection<Path> files) {
    Map<Path, BibliographyFormat> formats = new TreeMap<>(
        Comparator.comparingInt((Path file) -> -file.getNameCount())
            .thenComparing(Comparator.naturalOrder()));
    for (Path file : files) {
      BibliographyFormat.of(file).ifPresent(format -> formats.put(file, format));
    }
    Bibliographies all = new Bibliographies(formats);
    List<Path> described = files.stream().filter(file -> !formats.containsKey(file)).toList();
    formats.entrySet().stream().sorted(Map.Entry.comparingByValue(
        Comparator.comparing(format -> format != BibliographyFormat.METADATA_CSV)))
        .forEach(list -> all.read(list.getKey(), list.getValue(), described));
    return all;
  }

  private void read(Path file, BibliographyFormat format, List<Path> described) {
    Path folder = file.getParent() == null ? Path.of("") : file.getParent();
    try {
      lists.add(new Bibliography(folder, format.read(text(file)), described));
    } catch (BibliographyException e) {
      leaveOut(file, folder, e.reason());
    } catch (StackOverflowError e) {
      leaveOut(file, folder, "its braces are nested too deeply");
    }
  }

  private void leaveOut(Path file, Path folder, String reason) {
    unread.add(folder);
    remarks.add("What " + file + " says of the files is not used: " + reason + ".");
  }

  private static String text(Path file) throws BibliographyException {
    try {
      if (Files.size(file) > MAX_MEGABYTES * 1_000_000L) {
        throw new BibliographyException("it is larger than " + MAX_MEGABYTES + " MB");
      }
      String text = Files.readString(file);
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new BibliographyException("it is not in UTF-8", e);
    } catch (IOException e) {
      throw new BibliographyException("it may not be yours to read", e);
    }
  }

  /** Tells whether a file is a bibliography, and so no document. */
  public boolean contains(Path file) {
    return formats.containsKey(file);
  }

  /** Tells whether a file of a name is a bibliography whatever is in it: {@code metadata.csv}, {@code *.bib}. */
  public static boolean areNamed(String name) {
    return BibliographyFormat.named(name).isPresent();
  }

  /** Returns one sentence on each that cannot be read. */
  public List<String> remarks() {
    return List.copyOf(remarks);
  }

  /**
   * Returns what they say of a file; null where they say nothing.
   *
   * @param known what is kept of what they said, which holds where one of them cannot be read now
   * @param own the document as its file has it
   */
  public @Nullable Description of(Path file, @Nullable Description known,
      Supplier<@Nullable DocumentCard> own) {
    Description said = null;
    for (Bibliography list : lists) {
      Description next = list.of(file, own);
      said = said == null ? next : next == null ? said : said.or(next);
    }
    if (known == null || unread.stream().noneMatch(file::startsWith)) {
      return said;
    }
    return said == null ? known : said.or(known);
  }
}
