package org.readingroom.bibliography;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.readingroom.collection.DocumentCard;

/**
 * The entries of one list, and which of the files beside it and below they describe.
 *
 * <p>
 * An entry that names one of the files describes that file alone; any other the file whose document has its DOI, whose
 * name is its key, or whose document has its title. A name that two files have alike, or a title that two entries have, describes
 * nothing.
 */
final class Bibliography {

  private final Path folder;
  private final Map<Path, Description> byFile = new HashMap<>();
  private final Map<String, Description> byDoi = new HashMap<>();
  private final Map<String, Description> byKey = new HashMap<>();
  private final Map<String, Description> byTitle = new HashMap<>();

  /**
   * Makes a bibliography.
   *
   * @param folder where it lies
   * @param files the files that there are
   */
  Bibliography(Path folder, List<Entry> entries, Collection<Path> files) {
    this.folder = folder;
    Map<String, List<Path>> byName = new HashMap<>();
    for (Path file : files) {
      if (file.startsWith(folder)) {
        byName.computeIfAbsent(name(file), first -> new java.util.ArrayList<>()).add(file);
      }
    }
    Set<String> shared = new HashSet<>();
    for (Entry entry : entries) {
      boolean names = false;
      for (String path : entry.files()) {
        Path file = find(path, byName);
        if (file != null) {
          byFile.putIfAbsent(file, entry.description());
          names = true;
        }
      }
      if (!names) {
        index(entry, shared);
      }
    }
    shared.forEach(byTitle::remove);
  }

  private void index(Entry entry, Set<String> shared) {
    Description description = entry.description();
    String doi = description.text(Description.Field.DOI);
    if (doi != null) {
      byDoi.putIfAbsent(Doi.folded(doi), description);
    }
    if (!entry.key().isEmpty()) {
      byKey.putIfAbsent(composed(entry.key()), description);
    }
    String title = description.text(Description.Field.TITLE);
    if (title != null && byTitle.put(folded(title), description) != null) {
      shared.add(folded(title));
    }
  }

  /** Finds the file that a path means: the one that it leads to, or else the only one that ends most like it. */
  private @Nullable Path find(String written, Map<String, List<Path>> byName) {
    String[] steps = composed(written).replace('\\', '/').split("/");
    List<Path> named = steps.length == 0
        ? List.of()
        : byName.getOrDefault(steps[steps.length - 1], List.of());
    Path exact = exact(written);
    if (exact != null && named.contains(exact)) {
      return exact;
    }
    int most = named.stream().mapToInt(file -> shared(file, steps)).max().orElse(0);
    List<Path> best = named.stream().filter(file -> shared(file, steps) == most).toList();
    return best.size() == 1 ? best.getFirst() : null;
  }

  private @Nullable Path exact(String written) {
    try {
      return folder.resolve(written).normalize();
    } catch (InvalidPathException e) {
      return null;
    }
  }

  /** Returns how many of a path's last steps are those of a file. */
  private static int shared(Path file, String[] steps) {
    int count = 0;
    while (count < Math.min(steps.length, file.getNameCount()) && composed(
        file.getName(file.getNameCount() - 1 - count).toString()).equals(steps[steps.length - 1 - count])) {
      count++;
    }
    return count;
  }

  /**
   * Returns what the list says of a file; null where it says nothing.
   *
   * @param own the document as its file has it, which is asked for where the list does not name the file
   */
  @Nullable
  Description of(Path file, Supplier<@Nullable DocumentCard> own) {
    if (!file.startsWith(folder)) {
      return null;
    }
    Description named = byFile.get(file);
    if (named != null || (byDoi.isEmpty() && byKey.isEmpty() && byTitle.isEmpty())) {
      return named;
    }
    DocumentCard document = own.get();
    if (document == null) {
      return null;
    }
    String doi = document.origin() == null ? null : document.origin().doi();
    String name = name(file);
    int dot = name.lastIndexOf('.');
    return Arrays.asList(doi == null ? null : byDoi.get(Doi.folded(doi)),
        byKey.get(dot < 0 ? name : name.substring(0, dot)), byTitle.get(folded(document.title()))).stream()
        .filter(found -> found != null).findFirst().orElse(null);
  }

  private static String name(Path file) {
    return composed(String.valueOf(file.getFileName()));
  }

  /** Returns a name with its accents as most systems write them. */
  private static String composed(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC);
  }

  /** Returns a title as it compares: its letters and digits. */
  private static String folded(String title) {
    return Normalizer.normalize(title, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ").strip();
  }
}
