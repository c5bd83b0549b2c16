package org.readingroom.ingest;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * Says what a file may cost and how pictures of text are read.
 *
 * @param heap the most memory of the process that parses
 * @param timeLimit the longest that one file may take
 * @param sizeLimit the largest file that is parsed
 * @param textLimit the most characters that one file may have
 * @param ocrLanguages the languages of scans, as Tesseract names them and joined by plus signs; empty for no
 *        recognition of text
 */
@ConfigurationProperties("reading-room.parsing")
public record ParsingSettings(DataSize heap, Duration timeLimit, DataSize sizeLimit, int textLimit,
    String ocrLanguages) {

  public ParsingSettings {
    if (heap.toMegabytes() < 64 || !timeLimit.isPositive() || sizeLimit.toBytes() < 1 || textLimit < 1) {
      throw new IllegalArgumentException(
          "reading-room.parsing: heap is at least 64MB, and time-limit, size-limit and text-limit above 0");
    }
    if (!ocrLanguages.matches("[A-Za-z_+/]*")) {
      throw new IllegalArgumentException(
          "reading-room.parsing.ocr-languages is such as eng or deu+eng, not " + ocrLanguages);
    }
  }
}
