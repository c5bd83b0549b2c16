package org.readingroom.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.readingroom.answer.Answer;
import org.readingroom.answer.AnswerListener;
import org.readingroom.answer.Question;
import org.readingroom.conversation.Conversation;
import org.readingroom.conversation.Turn;
import org.readingroom.conversation.UnknownConversationException;
import org.readingroom.search.IndexState;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Asks in the widget. */
class WidgetIT extends InBrowser {

  @Test
  void theWidgetAnswersOnAPageOfAnotherOrigin() throws Exception {
    byte[] html = """
        <!doctype html><html lang="en"><title>Elsewhere</title>
        <script src="http://127.0.0.1:%d/reading-room.js"></script>
        <reading-room-chat heading="Ask the archive"></reading-room-chat></html>
        """.formatted(port).getBytes(StandardCharsets.UTF_8);
    OTHER.createContext("/", exchange -> {
      exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
      exchange.sendResponseHeaders(200, html.length);
      exchange.getResponseBody().write(html);
      exchange.close();
    });
    page.navigate(OTHER_ORIGIN + "/");
    page.locator("reading-room-chat input").fill("How much lead?");
    page.keyboard().press("Enter");
    Locator marker = page.locator("reading-room-chat .marker");
    assertThat(marker).hasCount(1);
    assertThat(marker.getAttribute("href"))
        .startsWith("http://127.0.0.1:" + port + "/#/documents/7?start=");
    assertThat(page.locator("reading-room-chat .answer")).containsText(Samples.LEAD);
  }

  @Test
  void aQuestionInAConversationThatWasDeletedBeginsAnother() {
    given(conversations.ask(any(Question.class), any(AnswerListener.class))).willAnswer(call -> {
      Question question = call.getArgument(0);
      if (question.conversationId() != null) {
        throw new UnknownConversationException(question.conversationId());
      }
      return Samples.answered(question);
    });
    go("widget.html");
    Locator widget = page.locator("reading-room-chat").first();
    for (int asked = 1; asked <= 2; asked++) {
      widget.locator("input").fill("How much lead?");
      page.keyboard().press("Enter");
      assertThat(widget.locator(".documents")).hasCount(asked);
    }
    assertThat(widget.locator(".note").nth(1)).containsText("begins another");
    assertThat(widget.locator(".fault")).hasCount(0);
  }
}
