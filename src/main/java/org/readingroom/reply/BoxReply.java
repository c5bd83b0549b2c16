package org.readingroom.reply;

import io.swagger.v3.oas.annotations.media.Schema;
import org.readingroom.ingest.Box;

/**
 * Is a rectangle around words on a page.
 *
 * @param page the page, from 1
 */
@Schema(description = "A rectangle around words on a page as displayed, in points from its top left corner.")
public record BoxReply(@Schema(description = "The page, from 1.") int page, float x, float y, float width,
    float height) {

  static BoxReply of(Box box) {
    return new BoxReply(box.page(), box.x(), box.y(), box.width(), box.height());
  }
}
