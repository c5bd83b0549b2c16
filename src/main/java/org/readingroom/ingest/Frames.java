package org.readingroom.ingest;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import tools.jackson.databind.json.JsonMapper;

/** Sends objects over a pipe: the length of their JSON in four bytes, then the JSON. */
final class Frames {

  private static final JsonMapper JSON = new JsonMapper();

  private Frames() {}

  static void write(OutputStream stream, Object value) throws IOException {
    byte[] json = JSON.writeValueAsBytes(value);
    DataOutputStream out = new DataOutputStream(stream);
    out.writeInt(json.length);
    out.write(json);
    out.flush();
  }

  static <T> T read(InputStream stream, Class<T> type) throws IOException {
    DataInputStream in = new DataInputStream(stream);
    int length = in.readInt();
    byte[] json = in.readNBytes(length);
    if (json.length < length) {
      throw new EOFException("the other side closed within a message");
    }
    return JSON.readValue(json, type);
  }
}
