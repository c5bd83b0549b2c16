package org.readingroom.catalogue;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.readingroom.collection.Authority;

/**
 * Whom or what a name means.
 *
 * @param name the preferred form
 * @param forms all its forms, folded
 * @param entry what the authority file says; null of a correspondent that it does not have
 */
record Named(String name, Set<String> forms, Authority.@Nullable Entry entry) {

  Named {
    forms = Set.copyOf(forms);
  }

  /** Tells whether a form shares no word with the preferred one, as a cover name or an abbreviation does. */
  boolean hasOtherName(String form) {
    return Collections.disjoint(words(form), words(name));
  }

  private static List<String> words(String name) {
    return List.of(Folded.of(name).text().split(" "));
  }

  /** Tells whether who wrote or received a document is this one, or this one with others. */
  boolean isAmong(@Nullable String party) {
    return party != null && isIn(Folded.of(party).text());
  }

  /** Tells whether a folded text has the name in any form, as whole words. */
  boolean isIn(String folded) {
    String text = " " + folded + " ";
    return forms.stream().anyMatch(form -> text.contains(" " + form + " "));
  }
}
