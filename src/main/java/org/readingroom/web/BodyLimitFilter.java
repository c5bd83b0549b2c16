package org.readingroom.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.coyote.CloseNowException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a request with 413 as soon as more than {@value #LIMIT} bytes of its body are asked for, and with 408 when the
 * body has not come in time. Requests that bring files have limits of their own.
 */
final class BodyLimitFilter extends OncePerRequestFilter {

  /** The most bytes in the body of a request. */
  static final int LIMIT = 64 * 1024;

  private final Bounds bounds;
  private final Bounds fileBounds;

  BodyLimitFilter(WebSettings settings, UploadSettings upload) {
    this.bounds = new Bounds(LIMIT, settings.requestTimeout(), LIMIT + " bytes");
    this.fileBounds = new Bounds(upload.requestLimit().toBytes(), upload.timeout(),
        Limits.inWords(upload.requestLimit()));
  }

  /** How much a body may hold, and how long it may take to come. */
  private record Bounds(long limit, Duration timeout, String words) {

    RuntimeException tooLarge() {
      return Problem.BODY_TOO_LARGE.exception("The body has more than " + words + ".");
    }

    RuntimeException tooSlow() {
      return Problem.BODY_TOO_SLOW
          .exception("The body did not come within " + timeout.toMillis() / 1000.0 + " s.");
    }
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Bounds own = Paths.bringsFiles(request) ? fileBounds : bounds;
    long deadline = System.nanoTime() + own.timeout().toNanos();
    chain.doFilter(new LimitedRequest(request, own, deadline), response);
    if (!request.isAsyncStarted()) {
      // What a refused request goes on to send is not worth the time that its files were given.
      drain(request, response, Math.min(deadline, System.nanoTime() + bounds.timeout().toNanos()));
    }
  }

  /**
   * Reads what the reply did not need, as Tomcat would, only not for as long as the client likes: a connection that is
   * closed before it has been read to the end may lose the reply.
   */
  private void drain(HttpServletRequest request, HttpServletResponse response, long deadline)
      throws IOException {
    ServletInputStream body = request.getInputStream();
    if (body.isFinished()) {
      return;
    }
    response.flushBuffer();
    byte[] ignored = new byte[8 * 1024];
    while (body.read(ignored) >= 0) {
      if (isPast(deadline)) {
        throw new CloseNowException("The body did not end within " + bounds.timeout() + ".");
      }
    }
  }

  private static boolean isPast(long deadline) {
    return System.nanoTime() - deadline > 0;
  }

  private static final class LimitedRequest extends HttpServletRequestWrapper {

    private final Bounds bounds;
    private final long deadline;

    LimitedRequest(HttpServletRequest request, Bounds bounds, long deadline) {
      super(request);
      this.bounds = bounds;
      this.deadline = deadline;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      if (getContentLengthLong() > bounds.limit()) {
        throw bounds.tooLarge();
      }
      return new LimitedStream(super.getInputStream(), bounds, deadline);
    }

    @Override
    public BufferedReader getReader() throws IOException {
      String encoding = getCharacterEncoding();
      return new BufferedReader(new InputStreamReader(getInputStream(),
          encoding == null ? StandardCharsets.UTF_8.name() : encoding));
    }
  }

  /** Counts what is read, because a chunked body does not say its length beforehand. */
  private static final class LimitedStream extends ServletInputStream {

    private final ServletInputStream body;
    private final Bounds bounds;
    private final long deadline;
    private long read;

    LimitedStream(ServletInputStream body, Bounds bounds, long deadline) {
      this.body = body;
      this.bounds = bounds;
      this.deadline = deadline;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int bytes;
      try {
        bytes = body.read(buffer, offset, length);
      } catch (IOException e) {
        if (isPast(deadline) && NestedExceptionUtils.getRootCause(e) instanceof SocketTimeoutException) {
          throw bounds.tooSlow();
        }
        throw e;
      }
      read += Math.max(bytes, 0);
      if (read > bounds.limit()) {
        throw bounds.tooLarge();
      }
      if (bytes >= 0 && !body.isFinished() && isPast(deadline)) {
        throw bounds.tooSlow();
      }
      return bytes;
    }

    @Override
    public boolean isFinished() {
      return body.isFinished();
    }

    @Override
    public boolean isReady() {
      return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      body.setReadListener(listener);
    }

    /** Leaves the body open: what is left of it is read after the reply. */
    @Override
    public void close() {}
  }
}
