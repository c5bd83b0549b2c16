package org.readingroom.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.readingroom.answer.AnswerCancelledException;
import org.readingroom.answer.AnswerListener;
import org.readingroom.answer.Question;
import org.readingroom.conversation.UnknownConversationException;

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

  @Test
  void isAccessibleInLightAndDarkAndOnAPhone() {
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
      for (int width : List.of(390, 1280)) {
        page.setViewportSize(width, 800);
        go("widget.html");
        for (Locator widget : page.locator("reading-room-chat").all()) {
          widget.locator("input").fill("How much lead?");
          page.keyboard().press("Enter");
          assertThat(widget.locator(".documents")).isVisible();
        }
        violatesNothing();
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth")).isTrue();
      }
    }
  }

  @Test
  void aPageMayAskAndAReaderStop() {
    AtomicBoolean cancelled = new AtomicBoolean();
    given(conversations.ask(any(Question.class), any(AnswerListener.class))).willAnswer(call -> {
      AnswerListener listener = call.getArgument(1);
      await().until(listener::isCancelled);
      cancelled.set(true);
      throw new AnswerCancelledException();
    });
    go("widget.html");
    page.evaluate("customElements.whenDefined('reading-room-chat').then(() => {"
        + " document.querySelector('reading-room-chat').ask('How much lead?'); })");
    Locator widget = page.locator("reading-room-chat").first();
    widget.getByText("Stop").click();
    assertThat(widget.locator(".note")).containsText("Stopped.");
    await().untilTrue(cancelled);
  }
}
