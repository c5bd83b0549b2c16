package org.readingroom.answer;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Says how quotations are chosen; the reasons for the values are in {@code docs/adr}. Scores are the reader's logits.
 *
 * @param growth how far below its best sentence's score a sentence beside it may lie and still join the quotation
 * @param margin how far below the first quotation's score another may lie and still be shown
 * @param firstLength the most characters of the first quotation
 * @param laterLength the most characters of a quotation after the first
 * @param totalLength the most characters of all quotations together
 */
@ConfigurationProperties("reading-room.selection")
public record Selection(double growth, double margin, int firstLength, int laterLength, int totalLength) {

  public Selection {
    if (growth < 0 || margin < 0 || firstLength > Quote.MAX_LENGTH || laterLength > Quote.MAX_LENGTH) {
      throw new IllegalArgumentException(
          "reading-room.selection: growth and margin are at least 0, first-length and later-length at most "
              + Quote.MAX_LENGTH);
    }
  }
}
