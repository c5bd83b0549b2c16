package org.readingroom.mcp;

import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Speaks with the one client that started this program: a message a line, until there are no more.
 *
 * <p>
 * Tools are called on threads of their own, so that a client can cancel them; all else is replied to at once. What has
 * been asked is answered before this ends.
 */
public final class StdioServer {

  /** The most bytes of a message. */
  static final int MAX_LINE = 1024 * 1024;
  /** How many tools work at once, and how many calls wait for their turn. */
  private static final int WORKERS = 2;
  private static final int WAITING = 64;

  private static final Logger LOG = LoggerFactory.getLogger(StdioServer.class);

  private final McpServer server;
  private final IndexAhead index;

  StdioServer(McpServer server, IndexAhead index) {
    this.server = server;
    this.index = index;
  }

  /** Replies to the lines that come in; returns after the last. */
  public void run(InputStream in, PrintWriter out) {
    index.start();
    ThreadPoolExecutor workers = new ThreadPoolExecutor(WORKERS, WORKERS, 0, TimeUnit.SECONDS,
        new ArrayBlockingQueue<>(WAITING), Thread.ofPlatform().daemon().name("tool-", 1).factory());
    Client client = new Client(out);
    try {
      Lines lines = new Lines(in, MAX_LINE);
      for (Optional<Lines.Line> line = lines.next(); line.isPresent()
          && !client.isOver(); line = lines.next()) {
        take(line.get(), client, workers);
      }
    } catch (IOException e) {
      LOG.warn("The client's messages cannot be read any more.", e);
    } finally {
      finish(workers);
    }
  }

  private void take(Lines.Line line, Client client, ThreadPoolExecutor workers) {
    if (line.isTooLong()) {
      client.send(server.refusal(new Message.Malformed(null, new RpcException(ErrorCodes.INVALID_REQUEST,
          "The message has more than " + MAX_LINE + " bytes."))));
      return;
    }
    if (isBlank(line.bytes())) {
      return;
    }
    switch (server.read(line.bytes())) {
      case Message.Request request -> begin(request, client, workers);
      case Message.Notification notification -> server.accept(notification, client.session());
      case Message.Malformed malformed -> client.send(server.refusal(malformed));
      case Message.Reply reply -> LOG.debug("A reply came to nothing that was asked.");
    }
  }

  private static boolean isBlank(byte[] line) {
    for (byte b : line) {
      if (b != ' ' && b != '\r' && b != '\t') {
        return false;
      }
    }
    return true;
  }

  private void begin(Message.Request request, Client client, ThreadPoolExecutor workers) {
    Job job = server.begin(request, client);
    if (server.isWork(request)) {
      work(job, client, workers);
    } else {
      job.reply().ifPresent(client::send);
    }
  }

  private void work(Job job, Client client, ThreadPoolExecutor workers) {
    try {
      workers.execute(() -> {
        index.await();
        job.reply().ifPresent(client::send);
      });
    } catch (RejectedExecutionException full) {
      client.send(job.refuse("Too much is being asked at once; ask again in a moment."));
    }
  }

  /** Waits for what was asked. */
  private void finish(ThreadPoolExecutor workers) {
    workers.shutdown();
    try {
      workers.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
      index.stop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The client at the other end of the streams. */
  private record Client(PrintWriter out) implements Exchange {

    @Override
    public String session() {
      return "stdio";
    }

    @Override
    public String address() {
      return "http://localhost:8080";
    }

    @Override
    public void send(String message) {
      synchronized (out) {
        out.println(message);
        out.flush();
      }
    }

    @Override
    public boolean isOver() {
      return out.checkError();
    }
  }
}
