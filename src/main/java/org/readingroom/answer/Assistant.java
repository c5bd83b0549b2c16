package org.readingroom.answer;

import dev.langchain4j.invocation.InvocationParameters;
import dev.langchain4j.service.MemoryId;
import dev.langchain4j.service.TokenStream;
import dev.langchain4j.service.UserMessage;
import dev.langchain4j.service.V;
import dev.langchain4j.service.memory.ChatMemoryAccess;

/** Is the assistant that every question goes through, whatever chat model stands behind it. */
interface Assistant extends ChatMemoryAccess {

  /**
   * Finds the evidence and returns the model's output, in a form that {@link Claims} reads, as it comes.
   *
   * @param parameters the filters, the listener and the limits, and where the retrieval is left
   */
  @UserMessage("{{question}}")
  TokenStream answer(@MemoryId Recollection conversation, @V("question") String question,
      InvocationParameters parameters);
}
