package org.readingroom.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.readingroom.answer.Answer;
import org.readingroom.answer.AnswerListener;
import org.readingroom.answer.Question;
import org.readingroom.conversation.Conversation;
import org.readingroom.conversation.Turn;

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
  void showsWhatSupportsAClaimThatIsPointedAt() {
    answerWith(Samples::claimed);
    for (int width : List.of(390, 1280)) {
      page.setViewportSize(width, 800);
      ask("How much lead?");
      assertThat(page.locator(".answer p")).hasText(Samples.CLAIM + " 1 2 " + Samples.COPY + " 1");
      double height = page.locator(".answer").boundingBox().height;
      page.locator(".claim").first().hover();
      Locator peek = page.locator("#peek");
      assertThat(peek.locator(".peek-sure")).hasText("The check is 70 % sure that this says so:");
      assertThat(peek.locator(".peek-words")).hasText(
          new String[]{"“" + Samples.LEAD + "”", "“" + Samples.LETTER.text() + "”"});
      assertThat(peek).isInViewport(new LocatorAssertions.IsInViewportOptions().setRatio(1));
      assertThat(page.locator(".answer").boundingBox().height).isEqualTo(height);
      violatesNothing();
      isNoWiderThanTheWindow();
      page.locator(".claim").last().hover();
      assertThat(peek.locator(".peek-sure")).hasText("This was compared word for word with:");
      page.locator("#question").hover();
      assertThat(peek).hasCount(0);
    }
  }

  @Test
  void aClaimIsReachedWithTheKeyboard() {
    answerWith(Samples::claimed);
    ask("How much lead?");
    page.keyboard().press("Shift+Tab");
    assertThat(page.locator(".marker").last()).isFocused();
    page.keyboard().press("Shift+Tab");
    Locator claim = page.locator(".claim").last();
    assertThat(claim).isFocused();
    assertThat(claim).hasAttribute("aria-describedby", "peek");
    assertThat(page.locator("#peek")).containsText(Samples.LEAD);
    violatesNothing();
    page.keyboard().press("Escape");
    assertThat(page.locator("#peek")).hasCount(0);
    page.keyboard().press("Enter");
    assertThat(page.locator("#peek")).isVisible();
    page.keyboard().press(" ");
    assertThat(page.locator("#peek")).hasCount(0);
  }

  @Test
  void aClaimThatIsPressedKeepsWhatSupportsIt() {
    answerWith(Samples::claimed);
    ask("How much lead?");
    page.locator(".claim").first().dispatchEvent("click"); // as a finger does, which points at nothing before
    assertThat(page.locator("#peek .peek-words")).hasCount(2);
    page.locator("#question").click();
    assertThat(page.locator("#peek")).hasCount(0);
  }

  @Test
  void theClaimsOfAConversationThatIsOpenedAgainAreThere() {
    Turn turn = Samples.claimed(Question.of("How much lead?"));
    given(conversations.turns("k-1")).willReturn(List.of(turn));
    given(conversations.conversation("k-1"))
        .willReturn(new Conversation("k-1", "How much lead?", Instant.EPOCH, Instant.EPOCH));
    go("#/conversations/k-1");
    assertThat(page.locator(".claim")).hasText(new String[]{Samples.CLAIM, Samples.COPY});
  }

  @Test
  void showsTheQuotationAtANumberThatIsPointedAt() {
    for (int width : List.of(390, 1280)) {
      page.setViewportSize(width, 500);
      ask("How much lead?");
      page.locator(".marker").hover();
      Locator peek = page.locator("#peek");
      assertThat(peek).containsText(Samples.TELEGRAM.title());
      assertThat(peek.locator(".peek-words")).hasText("“" + Samples.LEAD + "”");
      assertThat(peek).isInViewport(new LocatorAssertions.IsInViewportOptions().setRatio(1));
      violatesNothing();
      peek.hover();
      assertThat(peek).isVisible();
      page.mouse().move(1, 1);
      assertThat(peek).hasCount(0);
    }
  }

  @Test
  void saysWhatToDoWhereTheDocumentsDoNotAnswer() {
    given(conversations.ask(any(Question.class), any(AnswerListener.class)))
        .willAnswer(call -> Samples.abstained(call.getArgument(0)));
    ask("Who won the cup?");
    assertThat(page.locator(".answer")).hasText("The documents do not say.");
    assertThat(page.locator(".note")).containsText("Naming a person, a place or a date often helps.");
    violatesNothing();
    page.locator(".related a").click();
    assertThat(page.locator("#document-title")).hasText(Samples.LETTER.title());
    page.keyboard().press("Escape");
    page.locator(".note").getByText("browse all documents").click();
    assertThat(page.locator("ol.documents > li")).hasCount(3);
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
  void saysWhyAnAnswerIsNotWhatWasToBeExpectedOrNotSaved() {
    String[] said = {"The language model did not answer.",
        "This answer could not be saved: the disk is full."};
    given(conversations.ask(any(Question.class), any(AnswerListener.class))).willAnswer(call -> {
      Turn turn = Samples.answered(call.getArgument(0));
      return new Turn(turn.id(), turn.conversationId(), turn.question(), turn.query(), turn.answer(),
          turn.model(), turn.asked(), turn.elapsed(), "The language model did not answer.",
          "This answer could not be saved: the disk is full.");
    });
    ask("How much lead?");
    assertThat(page.locator(".degraded")).hasText(said);
    go("widget.html");
    Locator widget = page.locator("reading-room-chat").first();
    widget.locator("input").fill("How much lead?");
    page.keyboard().press("Enter");
    assertThat(widget.locator(".degraded")).hasText(said);
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
      for (int width : List.of(320, 1280)) {
        page.setViewportSize(width, 800);
        page.navigate("about:blank");
        go("");
        assertThat(page.locator(".examples button").first()).isVisible();
        violatesNothing();
        ask("How much lead?");
        violatesNothing();
        page.locator(".marker").click();
        assertThat(page.locator("mark.quoted")).isVisible();
        violatesNothing();
        page.navigate("about:blank");
        go("#/documents?q=lead");
        assertThat(page.locator(".hits mark").first()).isVisible();
        violatesNothing();
        isNoWiderThanTheWindow();
      }
    }
  }

  @Test
  void everythingIsDoneWithTheKeyboardAlone() {
    go("");
    assertThat(page.locator(".examples button").first()).isVisible();
    page.keyboard().press("Tab");
    assertThat(page.locator(".skip")).isFocused();
    page.keyboard().press("Enter");
    page.keyboard().press("Tab");
    assertThat(page.locator("#question")).isFocused();
    page.keyboard().press("Tab");
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
}
