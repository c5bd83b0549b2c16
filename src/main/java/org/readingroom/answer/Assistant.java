package org.readingroom.answer;

import dev.langchain4j.invocation.InvocationParameters;
import dev.langchain4j.service.MemoryId;
import dev.langchain4j.service.Result;
import dev.langchain4j.service.UserMessage;
import dev.langchain4j.service.V;
import dev.langchain4j.service.memory.ChatMemoryAccess;

/** Is the assistant that every question goes through, whatever chat model stands behind it. */
interface Assistant extends ChatMemoryAccess {

  /**
   * Returns the model's output, in the form that {@link Claims} reads.
   *
   * @param parameters the filters, and where the retrieval is left
   */
  @UserMessage("{{question}}")
  Result<String> answer(@MemoryId Object conversation, @V("question") String question,
      InvocationParameters parameters);
}
