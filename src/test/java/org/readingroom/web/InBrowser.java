package org.readingroom.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.readingroom.Chromium;
import org.readingroom.answer.AnswerListener;
import org.readingroom.answer.Question;
import org.readingroom.conversation.Turn;
import org.readingroom.search.IndexState;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Opens pages in Chromium; where there is none the tests are skipped. */
abstract class InBrowser extends FakedServer {

  /** Serves pages of another origin as long as the tests run. */
  static final HttpServer OTHER = otherServer();

  static final String OTHER_ORIGIN = "http://localhost:" + OTHER.getAddress().getPort();

  private static Chromium chromium;

  Page page;

  private static HttpServer otherServer() {
    try {
      HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @DynamicPropertySource
  static void letOtherIn(DynamicPropertyRegistry registry) {
    registry.add("reading-room.web.cors-origins", () -> OTHER_ORIGIN);
    registry.add("reading-room.web.heartbeat", () -> "100ms");
  }

  @BeforeAll
  static void startBrowser() {
    chromium = Chromium.start();
  }

  @AfterAll
  static void stopBrowser() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @BeforeEach
  void open() {
    given(index.state()).willReturn(new IndexState.Ready(3, 3));
    answerWith(Samples::answered);
    page = chromium.open(new Browser.NewPageOptions()
        .setPermissions(List.of("clipboard-read", "clipboard-write")).setAcceptDownloads(true));
  }

  @AfterEach
  void close() {
    page.close();
  }

  /** Has questions answered so, piece by piece. */
  void answerWith(Function<Question, Turn> answers) {
    given(conversations.ask(any(Question.class), any(AnswerListener.class))).willAnswer(call -> {
      AnswerListener listener = call.getArgument(1);
      Turn turn = answers.apply(call.getArgument(0));
      listener.retrieved(List.of(Samples.passage()));
      listener.wrote(turn.answer().text());
      turn.answer().citations().forEach(listener::cited);
      turn.answer().claims().forEach(listener::claimed);
      return turn;
    });
  }

  void go(String hash) {
    page.navigate("http://127.0.0.1:" + port + "/" + hash);
  }

  void ask(String question) {
    page.navigate("about:blank");
    go("");
    page.locator("#question").fill(question);
    page.keyboard().press("Enter");
    assertThat(page.locator(".fresh")).isVisible();
  }

  void violatesNothing() {
    assertThat(Chromium.violations(page)).isEmpty();
  }

  void isNoWiderThanTheWindow() {
    assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth")).isTrue();
  }
}
