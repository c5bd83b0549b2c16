package org.readingroom.mcp;

import io.modelcontextprotocol.spec.McpSchema;
import java.util.List;
import java.util.Set;

/** Something that an assistant can have done. All of them only read. */
interface Tool {

  /** Returns the name by which it is called. */
  String name();

  /** Returns what a person reads. */
  String title();

  /** Returns what an assistant reads to know when to call it. */
  String description();

  List<Parameter<?>> parameters();

  /** Returns the type of what it returns. */
  Class<? extends Record> reply();

  /** Returns which fields of that are not sent. */
  default Set<String> withheld() {
    return Set.of();
  }

  /**
   * Does the work.
   *
   * @throws RefusedException if the arguments make no sense together
   * @throws org.readingroom.answer.AnswerCancelledException if the call is cancelled meanwhile
   */
  Record call(Arguments arguments, Call call);

  /** Returns how it is listed. */
  default McpSchema.Tool listed() {
    return McpSchema.Tool.builder(name(), Parameter.schema(parameters())).title(title())
        .description(description()).outputSchema(ReplySchema.of(reply(), withheld()))
        .annotations(McpSchema.ToolAnnotations.builder().title(title()).readOnlyHint(true)
            .destructiveHint(false).idempotentHint(true).openWorldHint(false).build())
        .build();
  }
}
