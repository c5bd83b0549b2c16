package org.readingroom.mcp;

import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import java.util.List;
import org.readingroom.answer.AnswerCancelledException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Lists the tools and calls them. What a tool cannot do is a result, for the assistant to read and do better. */
final class Tools {

  private final List<Tool> tools;
  private final JsonMapper json;

  Tools(List<Tool> tools, JsonMapper json) {
    this.tools = List.copyOf(tools);
    this.json = json;
  }

  /** Lists all of them, on one page. */
  Object list(ObjectNode params, Call call) {
    return new McpSchema.ListToolsResult(tools.stream().map(Tool::listed).toList(), null);
  }

  /** Calls the one that is named. */
  Object call(ObjectNode params, Call call) {
    JsonNode name = params.path("name");
    Tool tool = tools.stream().filter(each -> name.isString() && each.name().equals(name.stringValue()))
        .findFirst().orElseThrow(() -> new RpcException(ErrorCodes.INVALID_PARAMS,
            "There is no such tool; there are " + String.join(", ", tools.stream().map(Tool::name).toList())
                + "."));
    JsonNode given = params.path("arguments");
    if (!given.isMissingNode() && !given.isNull() && !given.isObject()) {
      return refusal("The arguments of a tool are an object.");
    }
    try {
      Arguments arguments = Arguments.read(tool.parameters(),
          given instanceof ObjectNode object ? object : json.createObjectNode(), "");
      return result(tool, tool.call(arguments, call));
    } catch (AnswerCancelledException e) {
      throw e;
    } catch (RuntimeException e) {
      return refusal(Fault.sentence(e));
    }
  }

  /** Returns a reply as clients of every age read it: as JSON, and as the text of that. */
  private CallToolResult result(Tool tool, Record reply) {
    ObjectNode tree = json.valueToTree(reply);
    tree.remove(tool.withheld());
    return new CallToolResult(List.of(new McpSchema.TextContent(json.writeValueAsString(tree))), false, tree,
        null);
  }

  private static CallToolResult refusal(String sentence) {
    return new CallToolResult(List.of(new McpSchema.TextContent(sentence)), true, null, null);
  }
}
