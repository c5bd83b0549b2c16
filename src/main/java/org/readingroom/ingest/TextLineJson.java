package org.readingroom.ingest;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;

/** Writes and reads lines as arrays of whole numbers. */
final class TextLineJson {

  private TextLineJson() {}

  private static int tenths(float value) {
    return Math.round(value * 10);
  }

  /** Writes a line. */
  static final class Writer extends ValueSerializer<TextLine> {

    @Override
    public void serialize(TextLine line, JsonGenerator json, SerializationContext context) {
      json.writeStartArray();
      json.writeNumber(line.start());
      json.writeNumber(line.end());
      json.writeNumber(line.page());
      json.writeNumber(line.upright() ? 1 : 0);
      json.writeNumber(tenths(line.y()));
      json.writeNumber(tenths(line.height()));
      int before = 0;
      for (float edge : line.x()) {
        int now = tenths(edge);
        json.writeNumber(now - before);
        before = now;
      }
      json.writeEndArray();
    }
  }

  /** Reads a line. */
  static final class Reader extends ValueDeserializer<TextLine> {

    @Override
    public TextLine deserialize(JsonParser json, DeserializationContext context) {
      int start = json.nextIntValue(0);
      int end = json.nextIntValue(0);
      int page = json.nextIntValue(0);
      boolean upright = json.nextIntValue(0) == 1;
      float y = json.nextIntValue(0) / 10f;
      float height = json.nextIntValue(0) / 10f;
      float[] edges = new float[end - start + 1];
      int edge = 0;
      for (int i = 0; i < edges.length; i++) {
        edge += json.nextIntValue(0);
        edges[i] = edge / 10f;
      }
      if (json.nextToken() != JsonToken.END_ARRAY) {
        return (TextLine) context.handleUnexpectedToken(TextLine.class, json);
      }
      return new TextLine(start, end, page, upright, y, height, edges);
    }
  }
}
