package org.readingroom.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses requests for another host's name where only this machine is served: a web page could otherwise let its
 * name point here and read what is meant for the user at this machine.
 */
final class HostFilter extends OncePerRequestFilter {

  private final Set<String> hosts;
  private final ProblemWriter problems;

  HostFilter(WebSettings settings, ProblemWriter problems) {
    this.hosts = Stream.concat(Stream.of("localhost", "127.0.0.1", "[::1]", "[0:0:0:0:0:0:0:1]"),
        settings.hosts().stream().map(HostFilter::folded)).collect(Collectors.toUnmodifiableSet());
    this.problems = problems;
  }

  private static String folded(String host) {
    return host.toLowerCase(Locale.ROOT);
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (hosts.contains(folded(request.getServerName()))) {
      chain.doFilter(request, response);
    } else {
      problems.write(Problem.MISDIRECTED, "This server answers for this machine only.", request, response);
    }
  }
}
