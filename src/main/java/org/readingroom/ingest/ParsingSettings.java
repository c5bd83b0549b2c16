package org.readingroom.ingest;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
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
public record ParsingSettings(@DefaultValue("512MB") DataSize heap, @DefaultValue("2m") Duration timeLimit,
    @DefaultValue("500MB") DataSize sizeLimit, @DefaultValue("10000000") int textLimit,
    @DefaultValue("eng") String ocrLanguages) {

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

  /** Returns the settings that hold where nobody sets any. */
  public static ParsingSettings defaults() {
    return new ParsingSettings(DataSize.ofMegabytes(512), Duration.ofMinutes(2), DataSize.ofMegabytes(500),
        10_000_000, "eng");
  }
}
