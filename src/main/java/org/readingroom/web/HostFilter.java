package org.readingroom.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses requests for another host's name where only this machine is served: a web page could otherwise let its
 * name point here and read what is meant for the user at this machine. An address is no name: whatever loopback
 * address stands in a request, it was sent to this machine.
 */
final class HostFilter extends OncePerRequestFilter {

  private final List<String> hosts;
  private final ProblemWriter problems;

  HostFilter(WebSettings settings, ProblemWriter problems) {
    this.hosts = settings.hosts();
    this.problems = problems;
  }

  /**
   * Tells whether a name or address is one of this machine's own, at which no page of another can arrive.
   *
   * @param more names that are let in besides
   */
  static boolean isThisMachine(String host, List<String> more) {
    String name = folded(host);
    return name.equals("localhost") || isLoopback(name)
        || more.stream().map(HostFilter::folded).anyMatch(name::equals);
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.ofLiteral(host).isLoopbackAddress();
    } catch (IllegalArgumentException name) {
      return false;
    }
  }

  private static String folded(String host) {
    return host.toLowerCase(Locale.ROOT);
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (isThisMachine(request.getServerName(), hosts)) {
      chain.doFilter(request, response);
    } else {
      problems.write(Problem.MISDIRECTED, "This server answers for this machine only.", request, response);
    }
  }
}
