package org.readingroom.mcp;

import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.readingroom.answer.AnswerCancelledException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Replies to the requests of assistants, each by itself: which came before does not matter. */
public final class McpServer {

  /** The notification by which a client gives up a request. */
  private static final String CANCELLED = "notifications/cancelled";

  /** Stands for the method of a request whose id another has that still runs. */
  private static final String TWICE = "";

  private static final Logger LOG = LoggerFactory.getLogger(McpServer.class);

  private final JsonMapper json;
  private final McpSettings settings;
  private final JsonNode server;
  private final MessageReader reader;
  private final Map<String, Handler> handlers;
  private final Running running = new Running();

  /**
   * Makes a server.
   *
   * @param server what it says of itself
   * @param handlers what replies to each method
   */
  McpServer(JsonMapper json, McpSettings settings, McpSchema.Implementation server,
      Map<String, Handler> handlers) {
    this.json = json;
    this.server = json.valueToTree(server);
    this.settings = settings;
    this.reader = new MessageReader(json);
    this.handlers = handlers;
  }

  /** Reads a message in UTF-8; one that makes no sense is read as such. */
  public Message read(byte[] message) {
    return reader.read(message);
  }

  /** Returns whether a request may take long, so that it should be told of progress and have its turn. */
  public boolean isWork(Message.Request request) {
    return request.method().equals(McpSchema.METHOD_TOOLS_CALL);
  }

  /** Returns whether a request opens a session. */
  public boolean isGreeting(Message.Request request) {
    return request.method().equals(McpSchema.METHOD_INITIALIZE);
  }

  /** Returns how a request by HTTP is refused whose headers are not those of its body; empty where they are. */
  public Optional<Rejection> rejection(Message.Request request, RequestHeads heads) {
    try {
      heads.check(request);
      return Stateless.isMeant(request) && !handlers.containsKey(request.method())
          ? Optional.of(new Rejection(404, refusal(request.id(), unknownMethod())))
          : Optional.empty();
    } catch (RpcException e) {
      int status = e.code() == ErrorCodes.METHOD_NOT_FOUND ? 404 : 400;
      return Optional.of(new Rejection(status, refusal(request.id(), e)));
    }
  }

  /** Does what a notification wants; those that mean nothing here are let pass. */
  public void accept(Message.Notification notification, String session) {
    if (notification.method().equals(CANCELLED)) {
      running.cancel(session, notification.params().get("requestId"));
    }
  }

  /** Takes a request on; its reply is still to be worked out. */
  public Job begin(Message.Request request, Exchange exchange) {
    Call call = new Call(exchange, settings.addressOr(exchange.address()), progressToken(request),
        progress -> exchange.send(notification(progress)));
    if (running.add(exchange.session(), request.id(), call)) {
      return new Job(this, request, call, () -> running.remove(exchange.session(), request.id()));
    }
    return new Job(this, new Message.Request(request.id(), TWICE, request.params()), call, () -> {});
  }

  String reply(Message.Request request, Call call) {
    boolean stateless = Stateless.isMeant(request);
    try {
      if (stateless) {
        Stateless.check(request);
      }
      JsonNode result = json.valueToTree(result(request, call));
      if (stateless && result instanceof ObjectNode object) {
        Stateless.complete(object, request.method(), server);
      }
      return json.writeValueAsString(envelope(request.id(), "result", result));
    } catch (AnswerCancelledException e) {
      throw e;
    } catch (RpcException e) {
      return refusal(request.id(), stateless ? Stateless.error(e) : e);
    } catch (RuntimeException e) {
      return refusal(request.id(), new RpcException(ErrorCodes.INTERNAL_ERROR, Fault.sentence(e)));
    } catch (Error e) {
      LOG.error("A request failed.", e);
      return refusal(request.id(), new RpcException(ErrorCodes.INTERNAL_ERROR, Fault.OURS));
    }
  }

  private Object result(Message.Request request, Call call) {
    if (request.method().equals(TWICE)) {
      throw new RpcException(ErrorCodes.INVALID_REQUEST, "A request of that id is still running.");
    }
    Handler handler = handlers.get(request.method());
    if (handler == null) {
      throw unknownMethod();
    }
    return handler.handle(request.params(), call);
  }

  private static RpcException unknownMethod() {
    return new RpcException(ErrorCodes.METHOD_NOT_FOUND, "There is no such method.");
  }

  /** Returns the reply to what could not be read. */
  public String refusal(Message.Malformed malformed) {
    return refusal(malformed.id(), malformed.fault());
  }

  String refusal(@Nullable JsonNode id, RpcException fault) {
    return json.writeValueAsString(envelope(id, "error",
        new McpSchema.JSONRPCResponse.JSONRPCError(fault.code(), fault.sentence(),
            fault.data().isEmpty() ? null : fault.data())));
  }

  private static Map<String, Object> envelope(@Nullable JsonNode id, String kind, Object content) {
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("jsonrpc", McpSchema.JSONRPC_VERSION);
    if (id != null) {
      message.put("id", id);
    }
    message.put(kind, content);
    return message;
  }

  private String notification(Call.Progress progress) {
    return json.writeValueAsString(new McpSchema.JSONRPCNotification(McpSchema.METHOD_NOTIFICATION_PROGRESS,
        new McpSchema.ProgressNotification(progress.token(), progress.step(), null, progress.message())));
  }

  private static @Nullable JsonNode progressToken(Message.Request request) {
    JsonNode token = request.params().path("_meta").get("progressToken");
    return token != null && (token.isString() || token.isIntegralNumber()) ? token : null;
  }
}
