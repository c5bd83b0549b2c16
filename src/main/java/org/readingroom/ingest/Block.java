package org.readingroom.ingest;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;

/**
 * A paragraph, heading, row or note of a document. In JSON it is an array of its components.
 *
 * @param start where it starts in the document's text
 * @param end where it ends, exclusive
 * @param role what it is
 * @param page the physical page it starts on, from 1; 0 where pages are unknown
 * @param section the headings that it stands under, the outermost first; those of a heading end with itself
 * @param hidden whether a reader of the document as displayed does not see it
 * @param ocr whether its characters were recognised in a picture
 */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
@JsonPropertyOrder({"start", "end", "role", "page", "section", "hidden", "ocr"})
public record Block(int start, int end, Role role, int page, List<String> section, boolean hidden,
    boolean ocr) {

  public Block {
    if (start < 0 || end <= start || page < 0) {
      throw new IllegalArgumentException("a block has a start before its end and no page below 0");
    }
    section = List.copyOf(section);
  }
}
