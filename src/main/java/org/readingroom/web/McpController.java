package org.readingroom.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.readingroom.mcp.Exchange;
import org.readingroom.mcp.McpServer;
import org.readingroom.mcp.Message;
import org.readingroom.mcp.Rejection;
import org.readingroom.mcp.RequestHeads;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Speaks the Model Context Protocol over HTTP. A session is but a name by which its client cancels its requests;
 * nothing is kept for it, so it cannot be ended, and there is nothing to listen for.
 */
@Hidden
@RestController
@ConditionalOnWebApplication
class McpController {

  static final String SESSION = "Mcp-Session-Id";
  static final String VERSION = "MCP-Protocol-Version";

  private static final Pattern SESSION_ID = Pattern.compile("[!-~]{1,128}");

  private final McpServer server;
  private final AnswerGate gate;
  private final EventStreams streams;
  private final WebSettings settings;

  McpController(McpServer server, AnswerGate gate, EventStreams streams, WebSettings settings) {
    this.server = server;
    this.gate = gate;
    this.streams = streams;
    this.settings = settings;
  }

  @PostMapping(path = "/mcp", consumes = MediaType.APPLICATION_JSON_VALUE)
  Object take(@RequestBody byte[] body, HttpServletRequest request, HttpServletResponse response) {
    if (WriteGuardFilter.isForeign(request, settings.corsOrigins())) {
      return ResponseEntity.status(403).build();
    }
    return switch (server.read(body)) {
      case Message.Malformed malformed -> json(400, server.refusal(malformed));
      case Message.Reply reply -> ResponseEntity.accepted().build();
      case Message.Notification notification -> {
        session(request).ifPresent(session -> server.accept(notification, session));
        yield ResponseEntity.accepted().build();
      }
      case Message.Request asked -> {
        RequestHeads heads = new RequestHeads(request.getHeader(VERSION), request.getHeader("Mcp-Method"),
            request.getHeader("Mcp-Name"));
        Optional<Rejection> rejection = server.rejection(asked, heads);
        yield rejection.isPresent()
            ? json(rejection.get().status(), rejection.get().body())
            : reply(asked, request, response);
      }
    };
  }

  private Object reply(Message.Request asked, HttpServletRequest request, HttpServletResponse response) {
    String session = session(request).orElseGet(() -> UUID.randomUUID().toString());
    String address = ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
    if (server.isWork(asked)
        && String.valueOf(request.getHeader(HttpHeaders.ACCEPT))
            .contains(MediaType.TEXT_EVENT_STREAM_VALUE)) {
      return streams.open(stream -> server.begin(asked, new Streamed(session, address, stream)).reply()
          .ifPresent(stream::sendText), (stream, problem) -> {});
    }
    Supplier<Optional<String>> work = () -> server.begin(asked, new Whole(session, address)).reply();
    Optional<String> reply = server.isWork(asked) ? gate.pass(work) : work.get();
    if (server.isGreeting(asked)) {
      response.setHeader(SESSION, UUID.randomUUID().toString());
    }
    return reply.isPresent() ? json(200, reply.get()) : ResponseEntity.noContent().build();
  }

  /** Returns what tells the requests of a client from those of all others. */
  private static Optional<String> session(HttpServletRequest request) {
    String id = request.getHeader(SESSION);
    return id != null && SESSION_ID.matcher(id).matches()
        ? Optional.of(request.getAttribute(ApiKeyFilter.CLIENT) + " " + id)
        : Optional.empty();
  }

  private static ResponseEntity<byte[]> json(int status, String body) {
    return ResponseEntity.status(status).contentType(MediaType.APPLICATION_JSON)
        .body(body.getBytes(StandardCharsets.UTF_8));
  }

  /** A request that is replied to in one piece. */
  private record Whole(String session, String address) implements Exchange {

    @Override
    public void send(String notification) {
      // There is nowhere to put it.
    }

    @Override
    public boolean isOver() {
      return false;
    }
  }

  /** A request that is replied to with events, the last of which is the reply. */
  private record Streamed(String session, String address, EventStream stream) implements Exchange {

    @Override
    public void send(String notification) {
      stream.sendText(notification);
    }

    @Override
    public boolean isOver() {
      return stream.isOver();
    }
  }
}
