package org.readingroom;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.readingroom.index.BuildProgress;
import org.readingroom.library.Holding;
import org.readingroom.library.Library;
import org.readingroom.search.LiveIndex;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Makes a collection on the page, adds files to it, asks it, and opens the PDF where it is cited. */
@RealProgram
class CollectionsPageIT {

  private static final Path FOLDER = Path.of("target/pictures");
  private static final double SLOW = 90_000;

  private static Chromium chromium;

  @LocalServerPort
  int port;

  @Autowired
  LiveIndex index;

  @Autowired
  Library library;

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

  @AfterEach
  void removeThem() {
    library.holdings().stream().map(Holding::id).filter(id -> id.startsWith("coast-papers"))
        .forEach(library::delete);
  }

  @Test
  void aFileIsAddedAskedAndOpenedAtTheCitedPage() throws Exception {
    index.open(BuildProgress.SILENT);
    String home = "http://127.0.0.1:" + port;
    List<String> asked = new ArrayList<>();
    List<String> errors = new ArrayList<>();
    Browser.NewPageOptions window = new Browser.NewPageOptions().setBaseURL(home).setViewportSize(1200, 760)
        .setColorScheme(ColorScheme.LIGHT);
    try (Page page = chromium.open(window)) {
      page.onRequest(request -> asked.add(request.url()));
      page.onPageError(errors::add);
      page.onConsoleMessage(
          message -> errors.addAll("error".equals(message.type()) ? List.of(message.text()) : List.of()));

      page.navigate("/#/collections");
      page.getByLabel("Title").fill("Coast papers");
      page.getByText("Make it").click();
      assertThat(page.locator("h1")).hasText("Coast papers");
      page.locator("#files").setInputFiles(SampleFiles.all().entrySet().stream()
          .map(file -> new FilePayload(file.getKey(), "", file.getValue())).toArray(FilePayload[]::new));
      assertThat(page.locator(".is-indexed")).hasCount(3,
          new LocatorAssertions.HasCountOptions().setTimeout(SLOW));
      assertThat(page.locator(".is-empty")).containsText("The file is empty.");
      assertThat(page.locator("progress").first())
          .isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(SLOW));
      picture(page, "collection");

      page.getByText("Ask it").click();
      assertThat(page.locator("#collection select")).hasValue(library.holdings().getFirst().id());
      page.locator("#question").fill("How many keepers kept the lighthouse at Cape Hollow?");
      page.keyboard().press("Enter");
      assertThat(page.locator(".fresh")).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(SLOW));
      page.locator(".marker").first().click();
      assertThat(page.locator(".box").first())
          .isInViewport(new LocatorAssertions.IsInViewportOptions().setTimeout(SLOW));
      page.locator(".sheet[data-page='2'] .box").first().scrollIntoViewIfNeeded();
      assertThat(page.locator(".sheet[data-page='2'].drawn"))
          .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(SLOW));
      picture(page, "printed");

      page.getByText("As text").click();
      assertThat(page.locator("mark.quoted").first()).isInViewport();
      page.navigate("/#/documents");
      assertThat(page.locator("ol.documents > li")).hasCount(3);
      assertThat(page.locator(".timeline-frame")).isHidden();
      assertThat(page.locator("#filter-language")).isHidden(); // all are English
      page.locator("#filter-author").fill("writer");
      page.keyboard().press("Enter");
      assertThat(page.locator("ol.documents > li")).hasCount(1);
      page.getByText("Clear").click();
      assertThat(page.locator("ol.documents > li")).hasCount(3);
      page.setViewportSize(390, 780);
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
      picture(page, "collection-documents-phone");
      page.navigate("/#/collections");
      assertThat(page.locator("ul.collections > li")).hasCount(2);
      picture(page, "collections-phone");
      asksAll(page);

      assertThat(asked).isNotEmpty().allMatch(url -> url.startsWith(home + "/") || url.startsWith("data:"));
      assertThat(errors).isEmpty();
    }
  }

  private static void asksAll(Page page) {
    page.setViewportSize(1200, 760);
    page.locator("#collection select").selectOption("all");
    page.navigate("/#/new");
    assertThat(page.locator(".lead")).containsText("All collections: 129 documents.");
    page.locator("#question").fill("How many keepers kept the lighthouse at Cape Hollow?");
    page.keyboard().press("Enter");
    assertThat(page.locator(".fresh")).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(SLOW));
    page.locator(".marker").first().click();
    assertThat(page.locator("#document h2")).containsText("Lighthouses");
    assertThat(page.locator("#collection select")).hasValue("all");
    picture(page, "collections-together");
    page.navigate("/#/documents?q=lighthouse&collection=all");
    assertThat(page.locator("ol.documents > li").first()).containsText("Coast papers");
    assertThat(page.locator("ol.documents > li.is-cited")).hasCount(1);
    assertThat(page.locator("#collection select")).hasValue("all");
    page.navigate("/#/documents");
    assertThat(page.locator(".count")).hasText("All 129 documents");
  }

  private static void picture(Page page, String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve(name + ".png"))
        .setAnimations(ScreenshotAnimations.DISABLED));
    assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth")).as(name)
        .isTrue();
    assertThat(Chromium.violations(page)).as(name).isEmpty();
  }
}
