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

/** Goes back to conversations that are kept. */
class ConversationsPageIT extends InBrowser {

  @Test
  void noQuestionIsAskedBeforeTheConversationIsThere() throws Exception {
    CountDownLatch goOn = new CountDownLatch(1);
    given(conversations.conversation("k-1"))
        .willReturn(new Conversation("k-1", "Of lead", Instant.EPOCH, Instant.EPOCH));
    given(conversations.turns("k-1")).willAnswer(call -> {
      goOn.await();
      return List.of(Samples.answered(Question.of("How much lead?")));
    });
    go("#/conversations/k-1");
    assertThat(page.locator("#question")).isDisabled();
    goOn.countDown();
    assertThat(page.locator("#question")).isEnabled();
    assertThat(page.locator("h1")).hasText("Of lead");
    assertThat(page.locator(".turn")).hasCount(1);
  }

  @Test
  void theRoomOfConversationsIsAsWideAsTheOthers() {
    given(conversations.list())
        .willReturn(List.of(new Conversation("k-1", "Of lead", Instant.EPOCH, Instant.EPOCH)));
    page.setViewportSize(1280, 800);
    go("#/conversations");
    assertThat(page.locator("ul.conversations h2")).hasText("Of lead");
    double list = page.locator("ul.conversations").boundingBox().x;
    double main = page.locator("main").boundingBox().x;
    assertThat(list - main).isGreaterThan(16);
    assertThat(main).isGreaterThan(200);
    violatesNothing();
  }
}
