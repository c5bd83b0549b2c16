package org.readingroom.web;

import java.io.IOException;
import java.time.Duration;
import org.apache.coyote.Adapter;
import org.apache.coyote.Processor;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.springframework.http.HttpHeaders;

/**
 * HTTP as Tomcat speaks it, except that the head of a request must come in time, while Tomcat's own timeouts start anew
 * with every byte, and that no methods are listed that there are not. Public because Tomcat makes it by its name.
 */
public final class GuardedProtocol extends Http11NioProtocol {

  /** The methods that some address takes. */
  static final String METHODS = "GET, HEAD, POST, PATCH, DELETE, OPTIONS";

  private Duration headTimeout = Duration.ofSeconds(10);

  /** Sets how long the head of a request may take from its first byte on. */
  void setHeadTimeout(Duration headTimeout) {
    this.headTimeout = headTimeout;
  }

  @Override
  public void setAdapter(Adapter adapter) {
    super.setAdapter(new OwnMethods(adapter));
  }

  @Override
  protected Processor createProcessor() {
    return new ImpatientProcessor(this, getAdapter(), headTimeout.toNanos());
  }

  private static final class ImpatientProcessor extends Http11Processor {

    private final long timeoutNanos;

    ImpatientProcessor(AbstractHttp11Protocol<?> protocol, Adapter adapter, long timeoutNanos) {
      super(protocol, adapter);
      this.timeoutNanos = timeoutNanos;
    }

    /** Runs again whenever more of an unfinished head has come; only then is there a start already. */
    @Override
    public SocketState service(SocketWrapperBase<?> socket) throws IOException {
      long start = getRequest().getStartTimeNanos();
      return start != -1 && System.nanoTime() - start > timeoutNanos
          ? SocketState.CLOSED
          : super.service(socket);
    }
  }

  /** Answers {@code OPTIONS *}, which asks for the methods of the server as a whole. */
  private record OwnMethods(Adapter adapter) implements Adapter {

    @Override
    public void service(Request request, Response response) throws Exception {
      if ("OPTIONS".equals(request.getMethod()) && request.requestURI().equals("*")) {
        response.setHeader(HttpHeaders.ALLOW, METHODS);
      } else {
        adapter.service(request, response);
      }
    }

    @Override
    public boolean prepare(Request request, Response response) throws Exception {
      return adapter.prepare(request, response);
    }

    @Override
    public boolean asyncDispatch(Request request, Response response, SocketEvent status) throws Exception {
      return adapter.asyncDispatch(request, response, status);
    }

    @Override
    public void log(Request request, Response response, long time) {
      adapter.log(request, response, time);
    }

    @Override
    public void checkRecycled(Request request, Response response) {
      adapter.checkRecycled(request, response);
    }

    @Override
    public String getDomain() {
      return adapter.getDomain();
    }
  }
}
