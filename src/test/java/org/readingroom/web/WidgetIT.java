package org.readingroom.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
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
  void theWidgetAnswersOnAPageOfAnotherOrigin() {
    goElsewhere("/plain", "");
    page.locator("reading-room-chat input").fill("How much lead?");
    page.keyboard().press("Enter");
    Locator marker = page.locator("reading-room-chat .marker");
    assertThat(marker).hasCount(1);
    assertThat(marker.getAttribute("href"))
        .startsWith("http://127.0.0.1:" + port + "/#/documents/nkidp-korean-war:7?start=");
    assertThat(marker.getAttribute("title")).startsWith("“" + Samples.LEAD + "”");
    assertThat(page.locator("reading-room-chat .answer")).containsText(Samples.LEAD);
    Page opened = page.waitForPopup(marker::click);
    assertThat(opened.locator("mark.quoted")).hasText(Samples.LEAD);
  }

  @Test
  void documentsOfTheSameNumberInTwoCollectionsAreTwo() {
    go("widget.html");
    assertThat(page.evaluate("""
        customElements.whenDefined("reading-room-chat").then(() => {
          const citations = ["a:7", "b:7", "a:7"].map((id) => (
            { document_id: id, document_number: 7, document_title: "Letter", document_date: "1950-01-30" }));
          const list = document.querySelector("reading-room-chat").documents({ citations });
          return [...list.querySelectorAll("a")].map(({ hash }) => hash);
        })""")).isEqualTo(List.of("#/documents/a:7", "#/documents/b:7"));
  }

  @Test
  void theWidgetShowsWhatSupportsAClaim() {
    answerWith(Samples::claimed);
    page.setViewportSize(390, 800);
    goElsewhere("/claims", "");
    page.locator("reading-room-chat input").fill("How much lead?");
    page.keyboard().press("Enter");
    Locator claim = page.locator("reading-room-chat .claim").first();
    claim.hover();
    Locator peek = page.locator("reading-room-chat .peek");
    assertThat(peek).containsText("70 % sure");
    assertThat(peek).containsText(Samples.LEAD);
    assertThat(peek).isInViewport(new LocatorAssertions.IsInViewportOptions().setRatio(1));
    assertThat(peek).hasCSS("position", "fixed");
    violatesNothing();
    isNoWiderThanTheWindow();
    page.keyboard().press("Escape");
    assertThat(peek).hasCount(0);
  }

  @Test
  void aPageSetsItsLooksByPropertiesAndByNothingElse() {
    goElsewhere("/themed",
        """
            <style>
              reading-room-chat { --reading-room-paper: #010203; --reading-room-ink: #fff; --reading-room-quiet: #eee;
                --reading-room-accent: #9fd0ff; --reading-room-on-accent: #010203; --reading-room-radius: 9px }
              section { display: none }
              button, input { visibility: hidden }
            </style>""");
    Locator section = page.locator("reading-room-chat section");
    assertThat(section).hasCSS("background-color", "rgb(1, 2, 3)");
    assertThat(section).hasCSS("border-radius", "9px");
    page.locator("reading-room-chat input").fill("How much lead?");
    page.keyboard().press("Enter");
    assertThat(page.locator("reading-room-chat .marker")).hasCSS("color", "rgb(159, 208, 255)");
    violatesNothing();
  }

  @Test
  void aQuestionThatFailsIsRetriedInTheWidget() {
    given(conversations.ask(any(Question.class), any(AnswerListener.class)))
        .willThrow(new IllegalStateException("broken for a test"))
        .willAnswer(call -> Samples.answered(call.getArgument(0)));
    go("widget.html");
    Locator widget = page.locator("reading-room-chat").first();
    widget.locator("input").fill("How much lead?");
    page.keyboard().press("Enter");
    assertThat(widget.locator(".fault")).containsText("Something went wrong here");
    violatesNothing();
    widget.locator(".fault button").click();
    assertThat(widget.locator(".answer")).containsText(Samples.LEAD);
    assertThat(widget.locator(".fault")).hasCount(0);
  }

  /** Opens a page of another origin that has the widget and whatever else its head holds. */
  private void goElsewhere(String path, String head) {
    byte[] html = """
        <!doctype html><html lang="en"><title>Elsewhere</title>%s
        <script src="http://127.0.0.1:%d/reading-room.js"></script>
        <main><h1>Elsewhere</h1><reading-room-chat heading="Ask the archive"></reading-room-chat></main></html>
        """
        .formatted(head, port).getBytes(StandardCharsets.UTF_8);
    OTHER.createContext(path, exchange -> {
      exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
      exchange.sendResponseHeaders(200, html.length);
      exchange.getResponseBody().write(html);
      exchange.close();
    });
    page.navigate(OTHER_ORIGIN + path);
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
        isNoWiderThanTheWindow();
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
