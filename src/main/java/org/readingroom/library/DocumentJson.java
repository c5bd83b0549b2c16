package org.readingroom.library;

import java.util.ArrayList;
import java.util.List;
import org.readingroom.collection.DocumentBody;
import org.readingroom.collection.DocumentCard;
import org.readingroom.collection.Sha256;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Turns cards and bodies of documents into JSON and back. */
final class DocumentJson {

  private static final JsonMapper JSON = JsonMapper.shared();

  private DocumentJson() {}

  static String of(DocumentCard card) {
    return JSON.writeValueAsString(card);
  }

  static DocumentCard card(String json) {
    return JSON.readValue(json, DocumentCard.class);
  }

  /** Returns a body as it is kept. */
  static byte[] of(DocumentBody body) {
    return Packed.pack(JSON.writeValueAsBytes(body));
  }

  static DocumentBody body(byte[] packed) {
    return JSON.readValue(Packed.unpack(packed), DocumentBody.class);
  }

  /** Returns the state of a document by its body and its layout as they are kept. */
  static String state(byte[] body, byte[] layout) {
    return Sha256.of(Sha256.of(body) + Sha256.of(layout));
  }

  /** Holds a document in two parts, as it is kept now. */
  record Parts(DocumentCard card, byte[] body) {}

  /** Divides what earlier versions of the program kept as one. */
  static Parts parts(byte[] packed, byte[] layout) {
    ObjectNode whole = (ObjectNode) JSON.readTree(Packed.unpack(packed));
    ObjectNode body = JSON.createObjectNode();
    body.set("text", whole.path("text"));
    List.of("paragraphs", "lines").forEach(part -> body.set(part, whole.path(part)));
    List<String> placed = new ArrayList<>(List.of("pages", "sections", "hyphens"));
    if (whole.path("origin") instanceof ObjectNode origin) {
      placed.forEach(part -> body.set(part, origin.path(part)));
      origin.put("pages", origin.path("pages").size());
      origin.remove(List.of("sections", "hyphens"));
    } else {
      placed.forEach(body::putArray);
    }
    whole.put("length", whole.path("text").asString().length());
    whole.remove(List.of("text", "paragraphs", "lines"));
    byte[] kept = Packed.pack(JSON.writeValueAsBytes(body));
    whole.put("state", state(kept, layout));
    return new Parts(JSON.treeToValue((JsonNode) whole, DocumentCard.class), kept);
  }
}
