package org.readingroom.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;

import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.readingroom.answer.AnswerCancelledException;
import org.readingroom.answer.AnswerListener;
import org.readingroom.answer.Question;
import org.readingroom.search.IndexNotReadyException;
import org.readingroom.search.IndexState;

/** Asks on the page where the answer does not come at once. */
class PatiencePageIT extends InBrowser {

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
  void aKeyThatCannotBeSentIsRefusedAndNotKept() {
    page.route("**/api/**", route -> route.fulfill(new Route.FulfillOptions().setStatus(401)
        .setBody("{\"title\":\"The request needs an API key\"}")));
    go("");
    page.locator("#key").fill("ключ");
    page.keyboard().press("Enter");
    assertThat(page.locator(".fault")).containsText("The key has a character that no key has");
    violatesNothing();

    page.evaluate("sessionStorage.setItem('reading-room.key', 'ключ')");
    page.reload();
    assertThat(page.locator("h1")).hasText("This reading room wants a key");
    assertThat(page.locator(".fault")).hasCount(0);
  }

  @Test
  void aCollectionThatComesTooLateIsNotChosen() {
    AtomicBoolean slow = new AtomicBoolean();
    List<Route> held = new ArrayList<>();
    page.route("**/api/v1/collections", route -> {
      if (slow.get()) {
        held.add(route);
      } else {
        collections(route, "Papers");
      }
    });
    go("");
    assertThat(page.locator("#collection select")).hasValue(Samples.COLLECTION.id());
    slow.set(true);
    go("#/collections/papers");
    page.waitForCondition(() -> !held.isEmpty());
    go("#/new");
    assertThat(page.locator("h1")).hasText("Ask the documents");
    held.forEach(route -> collections(route, "Late papers"));
    assertThat(page.locator("#collection option").nth(1)).hasText("Late papers");
    assertThat(page.locator("#collection select")).hasValue(Samples.COLLECTION.id());
    assertThat(page.locator("h1")).hasText("Ask the documents");
  }

  /** Answers that there are the built-in collection and one more. */
  private static void collections(Route route, String title) {
    String each = """
        {"id":"%s","title":"%s","publisher":"","examples":[],"documents":3,"passages":3,"indexed":3,"files":0,
         "state":"ready","progress":{"done":3,"total":3},"built_in":%b,"updated_at":null}""";
    route.fulfill(new Route.FulfillOptions().setContentType("application/json").setBody(
        "[" + each.formatted(Samples.COLLECTION.id(), Samples.COLLECTION.title(), true) + ","
            + each.formatted("papers", title, false) + "]"));
  }

  @Test
  void whoComesWhileTheIndexIsBuiltSeesHowFarItIs() {
    given(index.state()).willReturn(new IndexState.Building(30, 1200));
    go("");
    assertThat(page.locator(".building")).containsText("30 of 1200 passages");
    assertThat(page.locator(".examples button").first()).isVisible();
    assertThat(page).hasTitle("Ask the documents · Reading Room");
    violatesNothing();
    given(index.state()).willReturn(new IndexState.Building(600, 1200));
    assertThat(page.locator("progress")).hasAttribute("value", "600");
    given(index.state()).willReturn(new IndexState.Ready(3, 1200));
    assertThat(page.locator(".building")).hasCount(0);
  }
}
