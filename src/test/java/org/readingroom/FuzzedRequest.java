package org.readingroom;

import java.util.ArrayList;
import java.util.List;

/**
 * Is a request to one operation of the API.
 *
 * @param what says what is special about it
 * @param target the path and the query
 * @param headers whole lines
 * @param outcome what the document has to say of it
 */
record FuzzedRequest(String what, String method, String target, List<String> headers, byte[] body,
    Outcome outcome) {

  /** Is what must become of a request. */
  enum Outcome {
    /** It is as the document has it. */
    ACCEPTED,
    /** The document forbids it. */
    REFUSED,
    /** The document does not tell, or not in its schemas. */
    EITHER
  }

  FuzzedRequest with(String special, String header, Outcome expected) {
    List<String> more = new ArrayList<>(headers);
    more.removeIf(line -> line.regionMatches(true, 0, header, 0, header.indexOf(':') + 1));
    more.add(header);
    return new FuzzedRequest(special, method, target, more, body, expected);
  }

  FuzzedRequest with(String special, byte[] other, Outcome expected) {
    return new FuzzedRequest(special, method, target, headers, other, expected);
  }

  FuzzedRequest to(String special, String other, Outcome expected) {
    return new FuzzedRequest(special, method, other, headers, body, expected);
  }

  @Override
  public String toString() {
    String shown = new String(body, java.nio.charset.StandardCharsets.UTF_8);
    return what + ": " + method + " " + shortened(target) + " " + headers + " " + shortened(shown);
  }

  private static String shortened(String text) {
    return text.length() > 300 ? text.substring(0, 300) + "… (" + text.length() + ")" : text;
  }
}
