package org.readingroom.mcp;

import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.readingroom.answer.Prompts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The prompts that a person can pick in a client. Their words are files among the program's prompts. */
final class PromptBook {

  private static final int MAX_VALUE = 20_000;

  private final Map<String, String> words;

  /**
   * Reads the prompts.
   *
   * @throws org.readingroom.answer.PromptException if one is missing or lacks its placeholder
   */
  PromptBook(Prompts prompts) {
    this.words = ENTRIES.stream()
        .collect(Collectors.toMap(Entry::name, entry -> prompts.read(entry.file(), entry.placeholder())));
  }

  /**
   * A prompt with one placeholder.
   *
   * @param file the name of its file
   * @param placeholder the name of the placeholder, and of the argument that fills it
   */
  private record Entry(String name, String title, String description, String file, String placeholder,
      String asked) {

    McpSchema.Prompt listed() {
      return new McpSchema.Prompt(name, title, description,
          List.of(new McpSchema.PromptArgument(placeholder, asked, true)));
    }
  }

  private static final List<Entry> ENTRIES = List.of(
      new Entry("answer_with_verified_quotations", "Answer with verified quotations",
          "Answers a question from the documents, every claim with words of them that were checked.",
          "mcp-answer", "question", "The question."),
      new Entry("check_quotations", "Check the quotations in a text",
          "Looks every quotation in a text up in the documents, and says which are not word for word.",
          "mcp-check", "text", "The text whose quotations are to be checked."));

  /** Lists all of them, on one page. */
  Object list(ObjectNode params, Call call) {
    return new McpSchema.ListPromptsResult(ENTRIES.stream().map(Entry::listed).toList(), null);
  }

  /** Returns one with its placeholder filled. */
  Object get(ObjectNode params, Call call) {
    JsonNode name = params.path("name");
    Entry entry = ENTRIES.stream().filter(each -> name.isString() && each.name().equals(name.stringValue()))
        .findFirst().orElseThrow(() -> new RpcException(ErrorCodes.INVALID_PARAMS,
            "There is no such prompt; there are "
                + String.join(", ", ENTRIES.stream().map(Entry::name).toList()) + "."));
    JsonNode value = params.path("arguments").path(entry.placeholder());
    if (!value.isString() || value.stringValue().isBlank() || value.stringValue().length() > MAX_VALUE) {
      throw new RpcException(ErrorCodes.INVALID_PARAMS,
          entry.placeholder() + " is a text of 1 to " + MAX_VALUE + " characters.");
    }
    String filled = Prompts.fill(Objects.requireNonNull(words.get(entry.name())),
        Map.of(entry.placeholder(), value.stringValue().strip()));
    return new McpSchema.GetPromptResult(entry.description(),
        List.of(new McpSchema.PromptMessage(McpSchema.Role.USER, new McpSchema.TextContent(filled))));
  }
}
