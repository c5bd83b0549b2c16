package org.readingroom.mcp;

import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.CompleteResult.CompleteCompletion;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Completes what a person types into the template of a resource: the id of a document. Nothing else is completed. */
final class Completions implements Handler {

  /** The most values that the protocol allows in a reply. */
  private static final int MAX = 100;

  private final Resources resources;

  Completions(Resources resources) {
    this.resources = resources;
  }

  @Override
  public Object handle(ObjectNode params, Call call) {
    JsonNode argument = params.path("argument");
    JsonNode typed = argument.path("value");
    List<String> found = typed.isString() && is("id", argument.path("name"))
        && is("ref/resource", params.path("ref").path("type"))
            ? resources.completions(typed.stringValue())
            : List.of();
    return new McpSchema.CompleteResult(
        new CompleteCompletion(found.stream().limit(MAX).toList(), found.size(), found.size() > MAX));
  }

  private static boolean is(String word, JsonNode node) {
    return node.isString() && node.stringValue().equals(word);
  }
}
