package org.readingroom.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.readingroom.answer.Answer;
import org.readingroom.answer.AnswerCancelledException;
import org.readingroom.answer.AnswerListener;
import org.readingroom.answer.Question;
import org.readingroom.conversation.Turn;
import org.readingroom.search.IndexNotReadyException;
import org.readingroom.search.IndexState;

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

  @Test
  void copiesWhatAReaderTakesAlong() {
    ask("How much lead?");
    page.locator(".marker").click();
    assertThat(page.locator("#document-title")).isFocused();
    String link = page.url();

    assertThat(copied("Copy quotation")).isEqualTo(Samples.LEAD);
    assertThat(page.locator(".about-span")).hasText("The quotation is copied.");
    assertThat(copied("Copy link to this passage")).isEqualTo(link);
    assertThat(copied("Chicago")).contains("Telegram, Joseph Stalin to Shtykov", Samples.LEAD);
    assertThat(copied("BibTeX")).startsWith("@misc{").contains("Stalin, Joseph");
    assertThat(copied("RIS")).startsWith("TY  - ").contains("Stalin, Joseph");
  }

  @Test
  void takesTheWordsThatAReaderSelects() {
    go("#/documents/7");
    assertThat(page.locator("#document-title")).isFocused();
    assertThat(page.getByText("Copy quotation")).isHidden();
    page.evaluate("""
        const words = document.querySelector(".document-text p").firstChild;
        const from = words.data.indexOf("25,000");
        getSelection().setBaseAndExtent(words, from, words, from + "25,000 tons".length)""");
    assertThat(copied("Copy quotation")).isEqualTo("25,000 tons");
    String link = copied("Copy link to this passage");
    page.navigate("about:blank");
    page.navigate(link);
    assertThat(page.locator("mark.quoted")).hasText("25,000 tons");
  }

  @Test
  void whatIsCopiedIsInReachWhereTheQuotationIs() {
    for (int width : List.of(390, 1280)) {
      page.setViewportSize(width, 700);
      ask("How much lead?");
      page.locator(".marker").click();
      assertThat(page.locator("mark.quoted")).isInViewport();
      assertThat(page.getByText("Copy quotation")).isInViewport();
      assertThat(page.locator(".document .close")).isInViewport();
    }
  }

  @Test
  void anAnswerIsStoppedAndAskedForAgain() {
    AtomicBoolean cancelled = new AtomicBoolean();
    given(conversations.ask(any(Question.class), any(AnswerListener.class))).willAnswer(call -> {
      AnswerListener listener = call.getArgument(1);
      listener.wrote("We would ");
      await().until(listener::isCancelled);
      cancelled.set(true);
      throw new AnswerCancelledException();
    }).willAnswer(call -> Samples.answered(call.getArgument(0)));
    go("");
    page.locator("#question").fill("How much lead?");
    page.keyboard().press("Enter");
    assertThat(page.locator(".answer")).hasText("We would");
    page.getByText("Stop").click();
    assertThat(page.locator(".stopped")).hasText("Stopped.");
    assertThat(page.locator("#question")).isFocused();
    await().untilTrue(cancelled);

    page.getByText("Ask again").click();
    assertThat(page.locator(".turn")).hasCount(1);
    assertThat(page.locator(".answer")).containsText(Samples.LEAD);
  }

  @Test
  void aQuestionWaitsForTheIndex() {
    IndexState building = new IndexState.Building(30, 1200);
    given(index.state()).willReturn(building);
    given(conversations.ask(any(Question.class), any(AnswerListener.class)))
        .willThrow(new IndexNotReadyException(building))
        .willAnswer(call -> Samples.answered(call.getArgument(0)));
    go("");
    page.locator("#question").fill("How much lead?");
    page.keyboard().press("Enter");
    assertThat(page.locator(".building")).containsText("30 of 1200 passages");
    assertThat(page.locator("progress")).hasAttribute("value", "30");
    violatesNothing();
    given(index.state()).willReturn(new IndexState.Ready(3, 1200));
    assertThat(page.locator(".answer")).containsText(Samples.LEAD);
  }

  @Test
  void aClientThatAsksTooOftenWaitsBeforeItTriesAgain() {
    List<Route> refused = new ArrayList<>();
    page.route("**/api/v1/answers", route -> {
      if (refused.isEmpty()) {
        refused.add(route);
        route.fulfill(new Route.FulfillOptions().setStatus(429)
            .setHeaders(Map.of("Retry-After", "2", "Content-Type", "application/problem+json"))
            .setBody("{\"type\":\"urn:reading-room:problem:too-many-requests\","
                + "\"title\":\"Too many requests came from this client\",\"detail\":\"Wait 2 s.\"}"));
      } else {
        route.resume();
      }
    });
    go("");
    page.locator("#question").fill("How much lead?");
    page.keyboard().press("Enter");
    assertThat(page.locator(".fault")).containsText("Too many requests came from this client.");
    assertThat(page.locator(".fault button")).isDisabled();
    violatesNothing();
    assertThat(page.locator(".fault button")).isEnabled();
    page.locator(".fault button").click();
    assertThat(page.locator(".answer")).containsText(Samples.LEAD);
  }

  @Test
  void aKeyIsAskedForOnceAndSentAlong() {
    page.route("**/api/**", route -> {
      if ("Bearer right".equals(route.request().headers().get("authorization"))) {
        route.resume();
      } else {
        route.fulfill(new Route.FulfillOptions().setStatus(401)
            .setBody("{\"title\":\"The request needs an API key\"}"));
      }
    });
    go("#/documents/7");
    for (String key : List.of("wrong", "right")) {
      assertThat(page.locator("h1")).hasText("This reading room wants a key");
      assertThat(page.locator("#key")).isFocused();
      violatesNothing();
      page.keyboard().type(key);
      page.keyboard().press("Enter");
      page.waitForLoadState();
      if (key.equals("wrong")) {
        assertThat(page.locator(".fault")).hasText("The key is not one that is let in.");
      }
    }
    assertThat(page.locator("#document-title")).hasText(Samples.TELEGRAM.title());
  }

  @Test
  void everythingIsDoneWithTheKeyboardAlone() {
    go("");
    assertThat(page.locator(".examples button").first()).isVisible();
    page.keyboard().press("Tab");
    assertThat(page.locator(".skip")).isFocused();
    page.keyboard().press("Enter");
    page.keyboard().press("Tab");
    assertThat(page.locator(".examples button").first()).isFocused();
    page.keyboard().press("Enter");
    assertThat(page.locator(".fresh")).isVisible();
    assertThat(page.locator("#question")).isFocused();
    page.keyboard().press("Shift+Tab");
    page.keyboard().press("Enter");
    assertThat(page.locator("#document-title")).isFocused();
    page.keyboard().press("Tab");
    assertThat(page.getByText("Copy quotation")).isFocused();
    page.keyboard().press("Enter");
    assertThat(page.locator(".about-span")).hasText("The quotation is copied.");
    page.keyboard().press("Escape");
    assertThat(page.locator(".marker")).isFocused();

    go("#/documents");
    Locator months = page.locator("[data-month]");
    months.first().focus();
    page.keyboard().press("ArrowRight");
    assertThat(months.nth(1)).isFocused();
    page.keyboard().press("End");
    page.keyboard().press("Space");
    assertThat(page.locator("ol.documents > li")).hasCount(1);
    assertThat(months.last()).isFocused();
    page.keyboard().press("Space");
    assertThat(page.locator("ol.documents > li")).hasCount(3);
  }

  @Test
  void theLastQuestionStandsAtTheTop() {
    page.setViewportSize(1280, 500);
    ask("How much lead?");
    for (int asked = 2; asked <= 3; asked++) {
      page.locator("#question").fill("And why?");
      page.keyboard().press("Enter");
      assertThat(page.locator(".turn .answer .marker")).hasCount(asked);
      assertThat(page.locator(".turn").last().boundingBox().y).isBetween(0.0, 40.0);
    }
  }

  private String copied(String button) {
    page.evaluate("navigator.clipboard.writeText('nothing')");
    page.getByText(button, new Page.GetByTextOptions().setExact(true)).click();
    page.waitForCondition(() -> !"nothing".equals(page.evaluate("navigator.clipboard.readText()")));
    return (String) page.evaluate("navigator.clipboard.readText()");
  }
}
