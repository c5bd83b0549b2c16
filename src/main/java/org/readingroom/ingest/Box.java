package org.readingroom.ingest;

/**
 * A rectangle on a page as displayed, in points from its top left corner.
 *
 * @param page the physical page, from 1
 * @param x its left edge
 * @param y its upper edge
 * @param width its width
 * @param height its height
 */
public record Box(int page, float x, float y, float width, float height) {}
