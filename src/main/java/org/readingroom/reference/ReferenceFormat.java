package org.readingroom.reference;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Names the forms in which a reference is written. */
public enum ReferenceFormat {
  /** A note in the style of the Chicago Manual. */
  CHICAGO("text/plain;charset=UTF-8", "txt"),
  /** An entry of a BibTeX or BibLaTeX file. */
  BIBTEX("application/x-bibtex;charset=UTF-8", "bib"),
  /** A record in the format of Research Information Systems, which EndNote and others import. */
  RIS("application/x-research-info-systems;charset=UTF-8", "ris"),
  /** A list of one item in the JSON of the Citation Style Language, which Zotero and Pandoc read. */
  CSL_JSON("application/vnd.citationstyles.csl+json", "json");

  private final String mediaType;
  private final String extension;

  ReferenceFormat(String mediaType, String extension) {
    this.mediaType = mediaType;
    this.extension = extension;
  }

  /** Returns the media type, with its character set where it needs one. */
  public String mediaType() {
    return mediaType;
  }

  /** Returns how the name of a file of it ends. */
  public String extension() {
    return extension;
  }

  /** Returns the word that users write, such as {@code csl-json}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Finds the format that a word names. */
  public static Optional<ReferenceFormat> of(String word) {
    return Arrays.stream(values()).filter(format -> format.word().equals(word.strip())).findFirst();
  }

  /** Returns all the words, for telling which there are. */
  public static String words() {
    return Arrays.stream(values()).map(ReferenceFormat::word).collect(Collectors.joining(", "));
  }
}
