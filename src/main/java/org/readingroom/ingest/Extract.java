package org.readingroom.ingest;

import java.util.List;

/**
 * What was read from a file.
 *
 * @param documents its documents, perhaps without text
 * @param pages how many pages it has; 0 where its format has none
 * @param pagesWithoutText the pages without text
 * @param message what a person should know of it; mostly empty
 */
record Extract(List<ParsedDocument> documents, int pages, List<Integer> pagesWithoutText, String message) {

  static Extract of(ParsedDocument document) {
    return new Extract(List.of(document), 0, List.of(), "");
  }
}
