package org.readingroom.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.readingroom.answer.Question;
import org.readingroom.conversation.Conversation;
import org.readingroom.conversation.ConversationsUnavailableException;

/** Goes back to conversations that are kept. */
class ConversationsPageIT extends InBrowser {

  private static final Conversation LEAD = new Conversation("k-1", "Of lead", Instant.EPOCH, Instant.EPOCH);
  private static final Conversation SILVER = new Conversation("k-2", "Of silver", Instant.EPOCH,
      Instant.EPOCH);

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
  void aConversationThatIsOpenedTwiceIsShownOnce() {
    given(conversations.conversation("k-1")).willReturn(LEAD);
    given(conversations.turns("k-1")).willReturn(List.of(Samples.answered(Question.of("How much lead?"))));
    List<Route> held = new ArrayList<>();
    page.route("**/api/v1/conversations/k-1", route -> {
      if (held.isEmpty()) {
        held.add(route);
      } else {
        route.resume();
      }
    });
    go("#/conversations/k-1");
    page.waitForCondition(() -> !held.isEmpty());
    go("#/new");
    assertThat(page.locator("h1")).hasText("Ask the documents");
    go("#/conversations/k-1");
    assertThat(page.locator(".turn")).hasCount(1);
    page.waitForResponse("**/api/v1/conversations/k-1", () -> held.getFirst().resume()).finished();
    page.evaluate("new Promise((done) => setTimeout(done, 200))");
    assertThat(page.locator(".turn")).hasCount(1);
  }

  @Test
  void aConversationGoesOnWhereItWasLeft() {
    given(conversations.list()).willReturn(List.of(LEAD));
    given(conversations.conversation("k-1")).willReturn(LEAD);
    given(conversations.turns("k-1")).willReturn(List.of(Samples.answered(Question.of("How much lead?"))));
    go("#/conversations");
    page.locator("ul.conversations h2 a").click();
    assertThat(page.locator(".turn")).hasCount(1);
    page.locator("#question").fill("And why?");
    page.keyboard().press("Enter");
    assertThat(page.locator(".turn .marker")).hasCount(2);
    then(conversations).should().ask(argThat(question -> "k-1".equals(question.conversationId())), any());
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

  @Test
  void aConversationIsRenamedOrNot() {
    given(conversations.list()).willReturn(List.of(LEAD, SILVER));
    given(conversations.conversation("k-1"))
        .willReturn(new Conversation("k-1", "Of ore", Instant.EPOCH, Instant.EPOCH));
    go("#/conversations");
    button("Rename “Of lead”").click();
    assertThat(page.locator(".rename input")).isFocused();
    page.keyboard().type("Of tin");
    page.keyboard().press("Escape");
    assertThat(page.locator("ul.conversations h2").first()).hasText("Of lead");
    then(conversations).should(never()).rename(any(), any());

    button("Rename “Of lead”").click();
    page.keyboard().type("Of  ore");
    page.keyboard().press("Enter");
    assertThat(page.locator("ul.conversations h2").first()).hasText("Of ore");
    assertThat(button("Rename “Of ore”")).isFocused();
    then(conversations).should().rename("k-1", "Of ore");
    violatesNothing();
  }

  @Test
  void aConversationIsDeletedOnlyWhenThatIsConfirmed() {
    given(conversations.list()).willReturn(List.of(LEAD, SILVER));
    go("#/conversations");
    button("Delete “Of lead”").click();
    assertThat(page.locator("dialog")).containsText("“Of lead” and its answers are gone for good.");
    violatesNothing();
    page.keyboard().press("Escape");
    assertThat(page.locator("dialog")).hasCount(0);
    assertThat(button("Delete “Of lead”")).isFocused();
    then(conversations).should(never()).delete(any());

    page.keyboard().press("Enter");
    page.keyboard().press("Tab");
    page.keyboard().press("Enter");
    assertThat(page.locator("ul.conversations h2")).hasCount(1);
    assertThat(page.locator("ul.conversations h2")).hasText("Of silver");
    assertThat(page.locator("ul.conversations h2 a")).isFocused();
    then(conversations).should().delete("k-1");
  }

  @Test
  void aConversationIsExportedAsMarkdown() throws Exception {
    given(conversations.list()).willReturn(List.of(LEAD));
    given(conversations.conversation("k-1")).willReturn(LEAD);
    given(conversations.turns("k-1")).willReturn(List.of(Samples.answered(Question.of("How much lead?"))));
    go("#/conversations");
    Download download = page.waitForDownload(() -> button("Export “Of lead”").click());

    assertThat(download.suggestedFilename()).isEqualTo("Of-lead.md");
    assertThat(Files.readString(download.path())).contains("# Of lead", "How much lead?", Samples.LEAD);
  }

  @Test
  void whatCannotBeDoneIsSaid() {
    given(conversations.list()).willReturn(List.of(LEAD));
    willThrow(mock(ConversationsUnavailableException.class))
        .given(conversations).rename(any(), any());
    go("#/conversations");
    button("Rename “Of lead”").click();
    page.keyboard().press("Enter");
    assertThat(page.locator(".fault")).containsText("The conversations cannot be used.");
    assertThat(page.locator(".rename input")).hasValue("Of lead");

    given(conversations.list())
        .willThrow(mock(ConversationsUnavailableException.class))
        .willReturn(List.of());
    page.reload();
    page.locator(".fault button").click();
    assertThat(page.locator("ul.conversations")).containsText("No conversation is kept yet.");
    assertThat(page.locator(".fault")).hasCount(0);
  }

  private Locator button(String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }
}
