package org.readingroom.library;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.readingroom.collection.CollectionException;
import org.readingroom.collection.Profile;

/**
 * The files at the top of a collection's places that say what the collection is. Of two of one name the first place's
 * counts.
 */
final class ProfileFiles {

  private final List<FoundFile> files;
  private final List<String> remarks = new ArrayList<>();

  private ProfileFiles(List<FoundFile> files) {
    this.files = files;
  }

  /** Finds those among the files of the places, in their order. */
  static ProfileFiles among(List<FoundFile> found) {
    return new ProfileFiles(found.stream().filter(file -> Profile.isNamed(file.name())).toList());
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
    List<Path> named = files.stream().filter(file -> file.name().equals(name)).map(FoundFile::file).toList();
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
