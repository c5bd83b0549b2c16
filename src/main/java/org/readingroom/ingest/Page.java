package org.readingroom.ingest;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;

/**
 * A physical page and the stretch of the document's text that stands on it. In JSON it is an array of its components.
 *
 * @param number its number, from 1
 * @param label its printed number, where the file declares one or all pages print one
 * @param start where its text starts; a paragraph that runs over a page break is cut there
 * @param end where it ends, exclusive; the start where it has none
 * @param width its width as displayed, in points
 * @param height its height as displayed, in points
 */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
@JsonPropertyOrder({"number", "label", "start", "end", "width", "height"})
public record Page(int number, @Nullable String label, int start, int end, float width, float height) {}
