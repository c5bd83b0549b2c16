package org.readingroom.collection;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * Holds what a collection that is made from files says of itself, in a {@code collection.yaml} and an
 * {@code authority.yaml} beside them.
 *
 * @param texts what it is called and what a reference needs
 * @param authority the names of the people, places and bodies in it, with their variants
 */
public record Profile(Texts texts, Authority authority) {

  /** Says nothing. */
  public static final Profile NONE = new Profile(Texts.NONE, new Authority(List.of()));
  /** The name of the file that has the texts. */
  public static final String TEXTS = Descriptor.FILE;
  /** The name of the file that has the names. */
  public static final String NAMES = AuthorityFile.FILE;

  /**
   * What a collection is called and what a reference needs; each empty where nothing is said.
   *
   * @param title what it is called
   * @param description what it holds, in one sentence
   * @param publisher who published it
   * @param citation how a reference names it, ready to end a note
   * @param examples questions to begin with
   */
  public record Texts(String title, String description, String publisher, String citation,
      List<String> examples) {

    /** Says nothing. */
    public static final Texts NONE = new Texts("", "", "", "", List.of());

    public Texts {
      // Texts that were kept before there were examples have none.
      examples = Objects.requireNonNullElse(examples, List.of());
    }

    /**
     * Reads them from a file.
     *
     * @throws CollectionException if it cannot be read
     */
    public static Texts read(Path file) {
      DescriptorFields fields = DescriptorFields.of(file);
      return new Texts(fields.textOrNone("title"), fields.textOrNone("description"),
          fields.textOrNone("publisher"), fields.textOrNone("citation").replaceFirst("\\.+$", ""),
          fields.textsOrNone("examples"));
    }
  }

  /**
   * Reads the names from a file.
   *
   * @throws CollectionException if it cannot be read
   */
  public static Authority names(Path file) {
    return AuthorityFile.of(file);
  }

  /** Tells whether a file of a name says what a collection is. */
  public static boolean isNamed(String name) {
    return name.equals(TEXTS) || name.equals(NAMES);
  }
}
