package org.readingroom.ingest;

import java.util.Arrays;

/** Puts a line's words together with the edges of their characters. */
final class LineBuilder {

  private final StringBuilder text = new StringBuilder();
  private float[] edges = new float[64];
  private float end;

  void space() {
    edge(end);
    text.append(' ');
  }

  /** Adds a glyph, whose characters share its width. */
  void add(Glyph glyph, boolean toTheLeft) {
    String characters = glyph.text();
    float start = toTheLeft ? glyph.right() : glyph.left();
    float stop = toTheLeft ? glyph.left() : glyph.right();
    for (int i = 0; i < characters.length(); i++) {
      edge(start + (stop - start) * i / characters.length());
      text.append(toTheLeft ? Bidi.mirrored(characters.charAt(i)) : characters.charAt(i));
    }
    end = stop;
  }

  private void edge(float position) {
    if (text.length() + 1 >= edges.length) {
      edges = Arrays.copyOf(edges, 2 * edges.length);
    }
    edges[text.length()] = position;
  }

  LineText build() {
    edges[text.length()] = end;
    return new LineText(text.toString(), Arrays.copyOf(edges, text.length() + 1)).clean();
  }
}
