package org.readingroom.web;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * Says how large the files are that may be sent to a collection.
 *
 * @param fileLimit the largest file that is taken; a larger one is refused by itself
 * @param requestLimit the most bytes that one request may bring
 * @param timeout how long a request may take to come
 */
@ConfigurationProperties("reading-room.web.upload")
record UploadSettings(DataSize fileLimit, DataSize requestLimit, Duration timeout) {

  UploadSettings {
    if (fileLimit.toBytes() < 1 || requestLimit.toBytes() < 1 || !timeout.isPositive()) {
      throw new IllegalArgumentException(
          "reading-room.web.upload: file-limit, request-limit and timeout are above 0");
    }
  }
}
