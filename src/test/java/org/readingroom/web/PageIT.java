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

/** Uses the page and the widget in Chromium; where there is none the tests are skipped. */
class PageIT extends FakedServer {

  /** Serves a page of another origin. */
  private static final HttpServer OTHER = otherServer();

  private static final String OTHER_ORIGIN = "http://localhost:" + OTHER.getAddress().getPort();

  private static Playwright playwright;
  private static Browser browser;

  private Page page;

  private static HttpServer otherServer() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @DynamicPropertySource
  static void letOtherIn(DynamicPropertyRegistry registry) {
    registry.add("reading-room.web.cors-origins", () -> OTHER_ORIGIN);
  }

  @BeforeAll
  static void startBrowser() {
    Optional<Path> chromium = Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome").map(Path::of).filter(Files::isExecutable).findFirst();
    assumeTrue(chromium.isPresent(),
        "The page is not tested: there is no Chromium; apt-get install chromium.");
    OTHER.start();
    playwright = Playwright.create(
        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser = playwright.chromium().launch(new BrowserType.LaunchOptions()
        .setExecutablePath(chromium.orElseThrow()).setArgs(List.of("--no-sandbox")));
  }

  @AfterAll
  static void stopBrowser() {
    OTHER.stop(0);
    if (playwright != null) {
      playwright.close();
    }
  }

  @BeforeEach
  void open() {
    given(index.state()).willReturn(new IndexState.Ready(3, 3));
    given(conversations.ask(any(Question.class), any(AnswerListener.class))).willAnswer(call -> {
      AnswerListener listener = call.getArgument(1);
      Turn turn = Samples.answered(call.getArgument(0));
      listener.retrieved(List.of(Samples.passage()));
      listener.wrote(turn.answer().text());
      ((Answer.Answered) turn.answer()).citations().forEach(listener::cited);
      return turn;
    });
    page = browser.newPage();
  }

  @AfterEach
  void close() {
    page.close();
  }

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

  private void go(String hash) {
    page.navigate("http://127.0.0.1:" + port + "/" + hash);
  }

  private void ask(String question) {
    page.navigate("about:blank");
    go("");
    page.locator("#question").fill(question);
    page.keyboard().press("Enter");
    assertThat(page.locator(".fresh")).isVisible();
  }

  private void violatesNothing() {
    assertThat(new AxeBuilder(page)
        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")).analyze()
        .getViolations()).isEmpty();
  }
}
