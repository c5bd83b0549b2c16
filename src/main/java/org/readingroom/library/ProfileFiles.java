package org.readingroom.library;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.readingroom.collection.CollectionException;
import org.readingroom.collection.Profile;

/**
 * The files at the top of a collection's places that say what the collection is. The top of a place is the folder that
 * has all its files: an archive often holds a single folder. Of two of one name the first place's counts.
 */
final class ProfileFiles {

  private final List<FoundFile> files;
  private final List<String> remarks = new ArrayList<>();

  private ProfileFiles(List<FoundFile> files) {
    this.files = files;
  }

  /**
   * Finds those among the files of the places, in their order.
   *
   * @param everything all that is in the places, also what is left out or cannot be read
   */
  static ProfileFiles among(List<FoundFile> found, List<FoundFile> everything) {
    Map<Path, String> tops = new HashMap<>();
    everything.forEach(file -> tops.merge(file.place(), folder(file.name()), ProfileFiles::shared));
    return new ProfileFiles(found.stream()
        .filter(file -> Profile.isNamed(file.name().substring(tops.getOrDefault(file.place(), "").length())))
        .toList());
  }

  /** Returns the folder that a path leads to, with the slash behind it; empty where it is a name alone. */
  private static String folder(String path) {
    return path.substring(0, path.lastIndexOf('/') + 1);
  }

  /** Returns the folder that two folders are in, or are. */
  private static String shared(String one, String other) {
    int same = 0;
    while (same < Math.min(one.length(), other.length()) && one.charAt(same) == other.charAt(same)) {
      same++;
    }
    return folder(one.substring(0, same));
  }

  /** Tells whether a file is one of them, and so no document. */
  boolean contains(Path file) {
    return files.stream().anyMatch(each -> each.file().equals(file));
  }

  /**
   * Returns what they say.
   *
   * @param before what they said before, which holds where one of them cannot be read now
   * @param whole whether all places could be looked at: one that is not there may have been in another
   */
  Profile read(Profile before, boolean whole) {
    return new Profile(
        read(Profile.TEXTS, Profile.Texts::read, before.texts(), whole ? Profile.Texts.NONE : before.texts()),
        read(Profile.NAMES, Profile::names, before.authority(),
            whole ? Profile.NONE.authority() : before.authority()));
  }

  /** Returns one sentence on each that is not used. */
  List<String> remarks() {
    return List.copyOf(remarks);
  }

  private <T> T read(String name, Function<Path, T> form, T before, T none) {
    List<Path> named = files.stream().map(FoundFile::file)
        .filter(file -> file.endsWith(name)).toList();
    named.stream().skip(1)
        .forEach(file -> remarks.add("The file " + file + " is not used: " + named.getFirst() + " is."));
    try {
      return named.isEmpty() ? none : form.apply(named.getFirst());
    } catch (CollectionException e) {
      remarks.add(e.getMessage() + " What it said before stays.");
      return before;
    }
  }
}
