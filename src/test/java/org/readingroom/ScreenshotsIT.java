package org.readingroom;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.readingroom.index.BuildProgress;
import org.readingroom.search.LiveIndex;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Takes the pictures that docs/page.md and the README show, of real answers. Every run checks that what they
 * show is accessible, no wider than the window and made of nothing from elsewhere; they replace those in docs
 * only where the property is set, as docs/page.md says.
 */
@RealProgram
class ScreenshotsIT {

  private static final Path FOLDER = Path
      .of(System.getProperty("reading-room.pictures", "target/pictures"));
  private static final int MOST_BYTES = 250_000;
  /** The first answer waits for what is loaded when it is needed. */
  private static final LocatorAssertions.IsVisibleOptions FIRST_ANSWER = new LocatorAssertions.IsVisibleOptions()
      .setTimeout(60_000);
  private static final String QUESTION = "How much lead did Stalin want from Korea?";
  private static final String BUILDING = """
      [{"id": "nkidp-korean-war", "title": "New Evidence on the Korean War", "documents": 126, "passages": 1525,
        "examples": ["How much lead did Stalin want?"],
        "indexed": 412, "state": "building"}]""";
  private static final String CONVERSATIONS = """
      [{"id": "1", "title": "Lead for tanks", "changed": "2026-11-20T16:05:00Z"},
       {"id": "2", "title": "Could China send troops to Korea in October 1950?",
        "changed": "2026-11-19T10:40:00Z"},
       {"id": "3", "title": "Why was the conference in Kaesong suspended?", "changed": "2026-11-17T08:12:00Z"}]""";

  private static final String FIRST = "Stalin asked Korea for at least 25,000 tons of lead a year.";
  private static final String SECOND = "He hoped that Kim Il Sung would not refuse, and offered technical help and"
      + " Soviet specialists.";
  /** What a language model might answer. */
  private static final String CLAIMS = """
      event:answer
      data:{"id":"a","conversation_id":"c","question":"%1$s","query":"%1$s","status":"answered","related":[],\
      "answer":"%2$s [1] %3$s [2]","model":"a model","elapsed_ms":1,"citations":[\
      {"marker":1,"document_number":7,"document_id":"nkidp-korean-war:7","document_date":"1950-01-30",\
      "document_title":"Telegram, Joseph Stalin to Shtykov","collection":"nkidp-korean-war",\
      "cited_text":"We would like to receive from Korea a yearly minimum of 25,000 tons of lead.",\
      "answer_start":0,"answer_end":%4$d},\
      {"marker":2,"document_number":7,"document_id":"nkidp-korean-war:7","document_date":"1950-01-30",\
      "document_title":"Telegram, Joseph Stalin to Shtykov","collection":"nkidp-korean-war",\
      "cited_text":"I hope that Kim Il Sung will not refuse us in this. It is possible that Kim Il Sung needs our \
      technical assistance and some number of Soviet specialists. We are ready to render this assistance.",\
      "answer_start":%5$d,"answer_end":%6$d}],"claims":[\
      {"text":"%2$s","answer_start":0,"answer_end":%7$d,"markers":[1],"support":0.91},\
      {"text":"%3$s","answer_start":%5$d,"answer_end":%8$d,"markers":[2],"support":0.74}]}

      """
      .formatted(QUESTION, FIRST, SECOND, FIRST.length() + 4, FIRST.length() + 5,
          FIRST.length() + SECOND.length() + 9, FIRST.length(), FIRST.length() + 5 + SECOND.length());

  private static Chromium chromium;

  @LocalServerPort
  int port;

  @Autowired
  LiveIndex index;

  /** Is a picture: what it is called, of which window, and how one gets there from an empty page. */
  private record Picture(String name, int width, int height, ColorScheme scheme, Consumer<Page> steps) {

    static Picture desktop(String name, ColorScheme scheme, Consumer<Page> steps) {
      return new Picture(name, 1200, 720, scheme, steps);
    }

    static Picture phone(String name, ColorScheme scheme, Consumer<Page> steps) {
      return new Picture(name + "-phone", 390, 780, scheme, steps);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Picture> pictures() {
    ColorScheme light = ColorScheme.LIGHT;
    ColorScheme dark = ColorScheme.DARK;
    return Stream.of(
        Picture.desktop("first-visit", light, ScreenshotsIT::visit),
        Picture.phone("first-visit", light, ScreenshotsIT::visit),
        Picture.desktop("answer", light, ScreenshotsIT::pointAtANumber),
        Picture.phone("answer", light, page -> ask(page, QUESTION)),
        Picture.desktop("claim", light, ScreenshotsIT::pointAtAClaim),
        Picture.phone("claim", dark, ScreenshotsIT::pressAClaim),
        Picture.desktop("document", light, ScreenshotsIT::openTheQuotation),
        Picture.phone("document", light, ScreenshotsIT::openTheQuotation),
        Picture.desktop("document-dark", dark, ScreenshotsIT::openTheQuotation),
        Picture.desktop("documents", light, ScreenshotsIT::browse),
        Picture.phone("documents", dark, ScreenshotsIT::browse),
        Picture.desktop("conversations", light, ScreenshotsIT::listConversations),
        Picture.phone("conversations", dark, ScreenshotsIT::listConversations),
        Picture.phone("not-answered", light, ScreenshotsIT::askWhatIsNotThere),
        Picture.phone("failed", light, ScreenshotsIT::failToAsk),
        Picture.phone("building", light, ScreenshotsIT::comeTooEarly),
        Picture.desktop("widget", light, ScreenshotsIT::askInTheWidget),
        Picture.phone("widget", dark, ScreenshotsIT::askInTheWidget));
  }

  @BeforeAll
  static void startBrowser() {
    chromium = Chromium.start();
  }

  @AfterAll
  static void stopBrowser() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pictures")
  void showsTheReadingRoomAsItIs(Picture picture) {
    index.open(BuildProgress.SILENT);
    String home = "http://127.0.0.1:" + port;
    List<String> asked = new ArrayList<>();
    List<String> errors = new ArrayList<>();
    Browser.NewPageOptions window = new Browser.NewPageOptions().setBaseURL(home)
        .setViewportSize(picture.width(), picture.height())
        .setColorScheme(picture.scheme()).setLocale("en-GB").setTimezoneId("UTC");
    try (Page page = chromium.open(window)) {
      page.onRequest(request -> asked.add(request.url()));
      page.onPageError(errors::add);
      picture.steps().accept(page);
      byte[] taken = page.screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve(picture + ".png"))
          .setAnimations(ScreenshotAnimations.DISABLED));
      assertThat(taken).hasSizeLessThan(MOST_BYTES);
      assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth")).isTrue();
      assertThat(Chromium.violations(page)).isEmpty();
      assertThat(asked).isNotEmpty().allMatch(url -> url.startsWith(home + "/"));
      assertThat(errors).isEmpty();
    }
  }

  private static void visit(Page page) {
    page.navigate("/");
    assertThat(page.locator(".examples button").first()).isVisible();
  }

  private static void ask(Page page, String question) {
    visit(page);
    page.locator("#question").fill(question);
    page.keyboard().press("Enter");
    assertThat(page.locator(".fresh")).isVisible(FIRST_ANSWER);
  }

  private static void pointAtANumber(Page page) {
    ask(page, QUESTION);
    page.locator(".marker").first().hover();
    assertThat(page.locator("#peek")).isVisible();
  }

  private static void askALanguageModel(Page page) {
    page.route("**/api/v1/answers", route -> route.fulfill(
        new Route.FulfillOptions().setContentType("text/event-stream").setBody(CLAIMS)));
    ask(page, QUESTION);
  }

  private static void pointAtAClaim(Page page) {
    askALanguageModel(page);
    page.locator(".claim").last().hover();
    assertThat(page.locator("#peek")).containsText("74 % sure");
  }

  private static void pressAClaim(Page page) {
    askALanguageModel(page);
    page.locator(".claim").last().dispatchEvent("click");
    assertThat(page.locator("#peek")).containsText("74 % sure");
  }

  private static void openTheQuotation(Page page) {
    ask(page, QUESTION);
    String shown = letters(page.locator("blockquote").first().innerText());
    page.locator(".marker").first().click();
    assertThat(page.locator("mark.quoted").first()).isInViewport();
    String marked = letters(String.join("", page.locator("mark.quoted").allTextContents()));
    assertThat(shown).isEqualTo("“" + marked + "”1");
  }

  /** Leaves out the white space, which a quotation of several paragraphs shows otherwise than its document. */
  private static String letters(String text) {
    return text.replaceAll("[\\s\\u00a0]+", "");
  }

  private static void browse(Page page) {
    ask(page, QUESTION);
    page.navigate("/#/documents?q=Ongjin&date_to=1950-12-31");
    assertThat(page.locator(".hits mark").first()).isVisible();
    assertThat(page.locator(".legend .dot")).isVisible();
    assertThat(page.locator(".timeline")).hasAttribute("aria-label",
        "Timeline from March 1949 to April 1954, documents by month");
  }

  private static void listConversations(Page page) {
    page.route("**/api/v1/conversations", route -> reply(route, 200, CONVERSATIONS));
    page.navigate("/#/conversations");
    assertThat(page.locator("ul.conversations > li")).hasCount(3);
  }

  private static void askWhatIsNotThere(Page page) {
    ask(page, "Who won the football World Cup in 1954?");
    assertThat(page.locator(".related a").first()).isVisible();
  }

  private static void failToAsk(Page page) {
    page.route("**/api/v1/answers", Route::abort);
    ask(page, QUESTION);
    assertThat(page.locator(".fault button")).isVisible();
  }

  private static void comeTooEarly(Page page) {
    page.route("**/api/v1/collections", route -> reply(route, 200, BUILDING));
    visit(page);
    assertThat(page.locator("progress")).hasAttribute("value", "412");
  }

  private static void askInTheWidget(Page page) {
    page.navigate("/widget.html");
    Locator widget = page.locator("reading-room-chat").first();
    widget.locator("input").fill(QUESTION);
    page.keyboard().press("Enter");
    assertThat(widget.locator(".documents")).isVisible();
    page.evaluate("scrollTo(0, 0)");
  }

  private static void reply(Route route, int status, String json) {
    route.fulfill(
        new Route.FulfillOptions().setStatus(status).setContentType("application/json").setBody(json));
  }
}
