package org.readingroom.model;

import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.http.client.sse.ServerSentEventContext;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import org.jspecify.annotations.Nullable;

/**
 * Passes on a stream up to an event that says why there will be no reply, and then the fault. LangChain4j's
 * listeners skip most of these events.
 */
final class FaultListener implements ServerSentEventListener {

  private final ServerSentEventListener listener;
  private @Nullable ModelFault fault;

  FaultListener(ServerSentEventListener listener) {
    this.listener = listener;
  }

  @Override
  public void onOpen(SuccessfulHttpResponse response) {
    listener.onOpen(response);
  }

  @Override
  public void onEvent(ServerSentEvent event, ServerSentEventContext context) {
    if (isFault(event)) {
      context.parsingHandle().cancel();
    } else {
      listener.onEvent(event, context);
    }
  }

  @Override
  public void onEvent(ServerSentEvent event) {
    if (!isFault(event)) {
      listener.onEvent(event);
    }
  }

  @Override
  public void onError(Throwable error) {
    listener.onError(error);
  }

  @Override
  public void onClose() {
    if (fault == null) {
      listener.onClose();
    } else {
      listener.onError(fault);
    }
  }

  private boolean isFault(ServerSentEvent event) {
    fault = fault == null ? ServerError.inStream(event.data()) : fault;
    return fault != null;
  }
}
