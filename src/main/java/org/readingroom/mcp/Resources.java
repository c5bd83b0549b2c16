package org.readingroom.mcp;

import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.readingroom.collection.Document;
import org.readingroom.passage.Span;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The documents as resources: listed in pages, and read whole or between two offsets. */
final class Resources {

  /** How many documents are on a page. */
  static final int PAGE = 50;

  private static final String PREFIX = "reading-room://documents/";
  private static final String TEXT = "text/plain";

  /** Matches the address of a document, or of the words between two offsets of it. */
  private static final Pattern ADDRESS = Pattern
      .compile(Pattern.quote(PREFIX) + "([^/?#]{1,200})(?:/text/([0-9]{1,9})-([0-9]{1,9}))?");

  private final Shelf shelf;

  Resources(Shelf shelf) {
    this.shelf = shelf;
  }

  /** Lists a page of the documents; the cursor is the number of the last one before it. */
  Object list(ObjectNode params, Call call) {
    int after = cursor(params.path("cursor"));
    List<Document> rest = shelf.builtIn().documents().stream().filter(document -> document.number() > after)
        .toList();
    List<Document> page = rest.stream().limit(PAGE).toList();
    return new McpSchema.ListResourcesResult(page.stream().map(Resources::listed).toList(),
        page.size() < rest.size() ? String.valueOf(page.getLast().number()) : null, null);
  }

  private static int cursor(JsonNode cursor) {
    if (cursor.isMissingNode() || cursor.isNull()) {
      return 0;
    }
    if (cursor.isString() && cursor.stringValue().matches("[1-9][0-9]{0,8}")) {
      return Integer.parseInt(cursor.stringValue());
    }
    throw new RpcException(ErrorCodes.INVALID_PARAMS, "The cursor is none that was given.");
  }

  private static McpSchema.Resource listed(Document document) {
    return McpSchema.Resource.builder(PREFIX + document.id(), document.id())
        .title(DocumentParameter.title(document))
        .description("Document " + document.number() + ", a " + document.kind().word() + " of "
            + document.length() + " characters.")
        .mimeType(TEXT).build();
  }

  /** Lists the forms of addresses. */
  Object templates(ObjectNode params, Call call) {
    return new McpSchema.ListResourceTemplatesResult(List.of(
        new McpSchema.ResourceTemplate(PREFIX + "{id}", "document", "A document",
            "The text of a document, by its id or number.", TEXT, null),
        new McpSchema.ResourceTemplate(PREFIX + "{id}/text/{start}-{end}", "words", "Words of a document",
            "The words from start to end, exclusive, in UTF-16 code units, as a citation has them.", TEXT,
            null)),
        null);
  }

  /** Reads one. */
  Object read(ObjectNode params, Call call) {
    JsonNode uri = params.path("uri");
    if (!uri.isString()) {
      throw new RpcException(ErrorCodes.INVALID_PARAMS, "The uri of a resource is a text.");
    }
    Matcher address = ADDRESS.matcher(uri.stringValue());
    if (!address.matches()) {
      throw new RpcException(ErrorCodes.RESOURCE_NOT_FOUND, "There is no resource of that address.");
    }
    Document document = shelf.document(address.group(1).replace("%3A", ":").replace("%3a", ":"))
        .orElseThrow(
            () -> new RpcException(ErrorCodes.RESOURCE_NOT_FOUND, "There is no document of that id."));
    return new McpSchema.ReadResourceResult(
        List.of(new McpSchema.TextResourceContents(uri.stringValue(), TEXT, words(document, address))));
  }

  private static String words(Document document, Matcher address) {
    String text = document.text();
    if (address.group(2) == null) {
      return text;
    }
    int start = Integer.parseInt(address.group(2));
    int end = Integer.parseInt(address.group(3));
    if (start >= end || end > text.length() || Span.cutsCharacter(text, start)
        || Span.cutsCharacter(text, end)) {
      throw new RpcException(ErrorCodes.RESOURCE_NOT_FOUND,
          "There are no such words in the document, which has " + text.length() + " characters.");
    }
    return text.substring(start, end);
  }

  /** Completes the id of a document while it is typed. */
  List<String> completions(String typed) {
    return shelf.builtIn().documents().stream().map(Document::id)
        .filter(id -> id.startsWith(typed) || id.endsWith(":" + typed)).toList();
  }
}
