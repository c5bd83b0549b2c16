package org.readingroom;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Sends requests byte for byte as they are given, which no HTTP client would, each on a connection of its own. */
final class RawHttp {

  private static final int PATIENCE_MILLIS = 60_000;
  private static final byte[] END_OF_HEAD = "\r\n\r\n".getBytes(ISO_8859_1);

  private RawHttp() {}

  /**
   * Is a reply.
   *
   * @param headers by their names in lower case
   */
  record Reply(int status, Map<String, String> headers, String body) {

    /** Returns the type of the body without its parameters; empty where there is no body. */
    String mediaType() {
      return headers.getOrDefault("content-type", "").replaceFirst("\\s*;.*", "").toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Sends a request to a port of this machine.
   *
   * @param target what stands between the method and the version, sent as UTF-8
   * @param headers whole lines; those that a request cannot be without are added
   */
  static Reply send(int port, String method, String target, List<String> headers, byte[] body)
      throws IOException {
    StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: localhost\r\n"
        + "Connection: close\r\n");
    headers.forEach(line -> head.append(line).append("\r\n"));
    if (body.length > 0) {
      head.append("Content-Length: ").append(body.length).append("\r\n");
    }
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      OutputStream out = socket.getOutputStream();
      try {
        out.write(head.append("\r\n").toString().getBytes(UTF_8));
        out.write(body);
        out.flush();
      } catch (SocketException refused) {
        // A server may refuse a request before it has come whole; the reply says why.
      }
      return reply(socket.getInputStream().readAllBytes());
    }
  }

  private static Reply reply(byte[] bytes) {
    int end = indexOf(bytes, END_OF_HEAD, 0);
    if (end < 0) {
      throw new AssertionError("No reply, but " + new String(bytes, UTF_8));
    }
    String[] lines = new String(bytes, 0, end, ISO_8859_1).split("\r\n");
    Map<String, String> headers = new TreeMap<>();
    for (String line : Arrays.asList(lines).subList(1, lines.length)) {
      int colon = line.indexOf(':');
      headers.put(line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    byte[] body = Arrays.copyOfRange(bytes, end + END_OF_HEAD.length, bytes.length);
    if (lines[0].contains(" 100")) {
      return reply(body); // The server only said that it reads on.
    }
    if ("chunked".equals(headers.get("transfer-encoding"))) {
      body = joined(body);
    }
    return new Reply(Integer.parseInt(lines[0].split(" ")[1]), headers, new String(body, UTF_8));
  }

  /** Joins the chunks of a body, each of which has its length before it in hexadecimal digits. */
  private static byte[] joined(byte[] chunked) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    int at = 0;
    while (at < chunked.length) {
      int line = indexOf(chunked, new byte[]{'\r', '\n'}, at);
      int length = Integer.parseInt(new String(chunked, at, line - at, ISO_8859_1).strip(), 16);
      body.write(chunked, line + 2, length);
      at = length == 0 ? chunked.length : line + 2 + length + 2;
    }
    return body.toByteArray();
  }

  private static int indexOf(byte[] bytes, byte[] wanted, int from) {
    for (int at = from; at <= bytes.length - wanted.length; at++) {
      if (Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) {
        return at;
      }
    }
    return -1;
  }
}
