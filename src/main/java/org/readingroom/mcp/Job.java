package org.readingroom.mcp;

import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import java.util.Optional;
import org.readingroom.answer.AnswerCancelledException;

/** A request that was received, to be worked on once. It can be cancelled from now on. */
public final class Job {

  private final McpServer server;
  private final Message.Request request;
  private final Call call;
  private final Runnable over;

  Job(McpServer server, Message.Request request, Call call, Runnable over) {
    this.server = server;
    this.request = request;
    this.call = call;
    this.over = over;
  }

  /** Works on it, and returns the reply, or nothing where it was cancelled. */
  public Optional<String> reply() {
    try {
      if (call.isCancelled()) {
        return Optional.empty();
      }
      String reply = server.reply(request, call);
      return call.isCancelled() ? Optional.empty() : Optional.of(reply);
    } catch (AnswerCancelledException e) {
      return Optional.empty();
    } finally {
      over.run();
    }
  }

  /** Gives it up for a reason that lies here, and returns the reply that says so. */
  public String refuse(String sentence) {
    over.run();
    return server.refusal(request.id(), new RpcException(ErrorCodes.INTERNAL_ERROR, sentence));
  }
}
