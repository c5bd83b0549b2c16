package org.readingroom.library;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Keeps a library in the data directory. */
class LibraryTests extends LibraryContract {

  @Override
  LibrarySettings settings() {
    return LibrarySettings.EMBEDDED;
  }

  @Test
  void noDatabaseIsMadeForWhoHasNoCollection() {
    assertThat(library.holdings()).isEmpty();
    assertThat(library.document("built-in:1")).isEmpty();
    assertThat(home).doesNotExist();
  }
}
