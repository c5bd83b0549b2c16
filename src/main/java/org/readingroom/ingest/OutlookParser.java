package org.readingroom.ingest;

/** To come. */
final class OutlookParser {

  private OutlookParser() {}

  static Extract parse(Source source) {
    throw new ParsingException(FileStatus.UNSUPPORTED, "Files of this kind cannot be read: " + source.name());
  }
}
