package org.readingroom.library;

/** Describes files of a library in the data directory. */
class BibliographyUpdateTests extends BibliographyContract {

  @Override
  LibrarySettings settings() {
    return LibrarySettings.EMBEDDED;
  }
}
