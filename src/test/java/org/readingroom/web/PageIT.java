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

/** Asks and reads on the page. */
class PageIT extends InBrowser {

  @Test
  void opensACitationAtTheWordsQuoted() {
    ask("How much lead?");
    page.locator(".marker").click();

    assertThat(page.locator("mark.quoted")).hasText(Samples.LEAD);
    assertThat(page.locator("#document-title")).isFocused();
    String link = page.url();

    page.keyboard().press("Escape");
    assertThat(page.locator("#document")).isHidden();
    page.navigate("about:blank");
    page.navigate(link);
    assertThat(page.locator("mark.quoted")).hasText(Samples.LEAD);
  }

  @Test
  void showsTheQuotationAtANumberThatHasTheFocus() {
    ask("How much lead?");
    page.keyboard().press("Shift+Tab");

    assertThat(page.locator(".marker")).isFocused();
    assertThat(page.locator("#peek .peek-words")).hasText("“" + Samples.LEAD + "”");
    page.keyboard().press("Escape");
    assertThat(page.locator("#peek")).hasCount(0);
  }

  @Test
  void filtersByAMonthOfTheTimelineAndFindsWords() {
    go("#/documents");
    assertThat(page.locator("ol.documents > li")).hasCount(3);
    page.locator("[data-month]").first().press("Enter");
    assertThat(page.locator("ol.documents > li")).hasCount(1);

    go("#/documents?q=lead");
    assertThat(page.locator("ol.documents > li")).hasCount(2);
    assertThat(page.locator(".hits mark").first()).hasText("lead");
  }

  @Test
  void aQuestionThatFailsIsRetried() {
    given(conversations.ask(any(Question.class), any(AnswerListener.class)))
        .willThrow(new IllegalStateException("broken for a test"))
        .willAnswer(call -> Samples.abstained(call.getArgument(0)));
    go("");
    page.locator("#question").fill("How much lead?");
    page.keyboard().press("Enter");
    assertThat(page.locator(".fault")).containsText("Something went wrong here");

    page.locator(".fault button").click();
    assertThat(page.locator(".answer")).hasText("The documents do not say.");
    assertThat(page.locator(".related a")).hasText(Samples.LETTER.title());
  }

  @Test
  void anAnswerIsNotLostByLookingAtSomethingElseMeanwhile() throws Exception {
    CountDownLatch goOn = new CountDownLatch(1);
    given(conversations.ask(any(Question.class), any(AnswerListener.class))).willAnswer(call -> {
      AnswerListener listener = call.getArgument(1);
      Turn turn = Samples.answered(call.getArgument(0));
      listener.wrote(turn.answer().text());
      ((Answer.Answered) turn.answer()).citations().forEach(listener::cited);
      goOn.await();
      return turn;
    });
    go("");
    page.locator("#question").fill("How much lead?");
    page.keyboard().press("Enter");
    page.locator(".marker").click();
    assertThat(page.locator("mark.quoted")).hasText(Samples.LEAD);
    page.goBack();
    assertThat(page.locator(".marker")).isFocused();
    page.locator("[data-room=documents]").click();
    assertThat(page.locator("ol.documents > li")).hasCount(3);
    page.goBack();
    assertThat(page.locator(".answer")).containsText(Samples.LEAD);
    goOn.countDown();
    assertThat(page).hasURL("http://127.0.0.1:" + port + "/#/conversations/k-1");
    assertThat(page.locator("h1")).hasText("How much lead?");

    page.locator(".fresh a").click();
    assertThat(page.locator("h1")).hasText("Ask the documents");
    assertThat(page.locator(".turn")).hasCount(0);
    page.locator("#question").fill("And how much silver?");
    page.keyboard().press("Enter");
    assertThat(page.locator(".fresh")).isVisible();
    page.locator("[data-room=documents]").click();
    page.locator("[data-room=ask]").click();
    assertThat(page.locator("h1")).hasText("And how much silver?");
    assertThat(page.locator(".answer")).containsText(Samples.LEAD);
  }

  @Test
  void saysWhatIsKnownOfADate() {
    go("#/documents");
    assertThat(page.locator("ol.documents .eyebrow").nth(2)).hasText("From 15 September 1951 · Report");
    assertThat(page.evaluate("import('/modules/words.js').then(({ day }) => ['1950-01-30', '1950-01',"
        + " '1951-09-15/..', '../1951-09', '../..', '1950-06-01/1950-06-03', null].map(day))")).isEqualTo(
            List.of("30 January 1950", "January 1950", "from 15 September 1951", "until September 1951",
                "undated", "1 June 1950 to 3 June 1950", ""));
  }

  @Test
  void saysWhyAnAnswerIsNotWhatWasToBeExpected() {
    given(conversations.ask(any(Question.class), any(AnswerListener.class))).willAnswer(call -> {
      Turn turn = Samples.answered(call.getArgument(0));
      return new Turn(turn.id(), turn.conversationId(), turn.question(), turn.query(), turn.answer(),
          turn.model(), turn.asked(), turn.elapsed(), "The language model did not answer.");
    });
    ask("How much lead?");
    assertThat(page.locator(".degraded")).hasText("The language model did not answer.");
    go("widget.html");
    Locator widget = page.locator("reading-room-chat").first();
    widget.locator("input").fill("How much lead?");
    page.keyboard().press("Enter");
    assertThat(widget.locator(".degraded")).hasText("The language model did not answer.");
  }

  @Test
  void nothingThatADocumentOrAQuestionSaysBecomesMarkup() {
    ask("<img src=x onerror=document.title='gone'>");
    assertThat(page.locator("main img")).hasCount(0);
    assertThat(page.locator("h1")).hasText("<img src=x onerror=document.title='gone'>");
  }

  @Test
  void isAccessibleInLightAndDarkAndOnAPhone() {
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
      for (int width : List.of(390, 1280)) {
        page.setViewportSize(width, 800);
        ask("How much lead?");
        violatesNothing();
        page.locator(".marker").click();
        assertThat(page.locator("mark.quoted")).isVisible();
        violatesNothing();
        page.navigate("about:blank");
        go("#/documents?q=lead");
        assertThat(page.locator(".hits mark").first()).isVisible();
        violatesNothing();
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth")).isTrue();
      }
    }
  }
}
