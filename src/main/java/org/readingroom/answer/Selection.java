package org.readingroom.answer;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Says how quotations are chosen among the candidates; the reasons for the values are in {@code docs/adr}.
 *
 * @param sharpness what the logarithm of the odds that a span is the answer gains with each point of its score
 * @param margin how far below the best quotation's score another may lie and still be shown
 * @param otherMargin the same for one of another document
 * @param lacking the share of the margin for one that lacks what kind of thing is asked for, where rules can tell
 * @param read how well a further quotation must answer at least, as the reader scores it, beside the best of 1
 * @param ends how well the first and the last sentence of a quotation must answer, as a share of its best one
 * @param totalLength the most characters of all quotations together
 * @param laterLength the most characters of a quotation after the first
 * @param unsure the most quotations of an answer that may be none
 */
@ConfigurationProperties("reading-room.selection")
public record Selection(double sharpness, double margin, double otherMargin, double lacking,
    double read, double ends, int totalLength, int laterLength, int unsure) {

  public Selection {
    if (lacking < 0 || lacking > 1) {
      throw new IllegalArgumentException(
          "reading-room.selection.lacking is a share from 0 to 1, not " + lacking);
    }
    if (read < 0 || read > 1) {
      throw new IllegalArgumentException("reading-room.selection.read is 0 to 1, not " + read);
    }
    if (ends < 0 || ends > 1) {
      throw new IllegalArgumentException("reading-room.selection.ends is a share from 0 to 1, not " + ends);
    }
    if (unsure < 1) {
      throw new IllegalArgumentException("reading-room.selection.unsure is at least 1, not " + unsure);
    }
    if (sharpness < 0 || margin < 0 || otherMargin < 0 || totalLength < Quote.MAX_LENGTH) {
      throw new IllegalArgumentException(
          "reading-room.selection: sharpness and margins are at least 0, total-length at least "
              + Quote.MAX_LENGTH);
    }
  }
}
