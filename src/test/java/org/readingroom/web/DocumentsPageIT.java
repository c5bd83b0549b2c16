package org.readingroom.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Browses the documents on the page. */
class DocumentsPageIT extends InBrowser {

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
  void saysWhatIsKnownOfADate() {
    go("#/documents");
    assertThat(page.locator("ol.documents .eyebrow").nth(2)).hasText("From 15 September 1951 · Report");
    assertThat(page.evaluate("import('/modules/words.js').then(({ day }) => ['1950-01-30', '1950-01',"
        + " '1951-09-15/..', '../1951-09', '../..', '1950-06-01/1950-06-03', null].map(day))")).isEqualTo(
            List.of("30 January 1950", "January 1950", "from 15 September 1951", "until September 1951",
                "undated", "1 June 1950 to 3 June 1950", ""));
  }

  @Test
  void filtersByPersonKindAndDate() {
    go("#/documents");
    assertThat(page.locator("ol.documents > li")).hasCount(3);
    // The telegram is Stalin's, and the letter names him by another of his names.
    page.locator("#filter-person").fill("Filippov");
    page.keyboard().press("Enter");
    assertThat(page.locator("ol.documents > li")).hasCount(2);
    assertThat(page).hasURL(Pattern.compile("#/documents\\?person=Filippov$"));
    page.reload();
    assertThat(page.locator("ol.documents > li")).hasCount(2);
    page.getByText("Clear").click();
    assertThat(page.locator("ol.documents > li")).hasCount(3);

    page.locator("#filter-kind").selectOption("letter");
    onlyDocumentIs(Samples.LETTER.title());
    page.getByText("Clear").click();
    page.locator("#filter-date_from").fill("1950-02-01");
    page.locator("#filter-date_to").fill("1950-12-31");
    onlyDocumentIs(Samples.LETTER.title());

    page.locator("#filter-q").fill("zeppelin");
    assertThat(page.locator(".count")).containsText("No document passes these filters.");
  }

  @Test
  void theTimelineShowsWhenTheDocumentsCitedAreFrom() {
    ask("How much lead?");
    page.locator("[data-room=documents]").click();
    assertThat(page.locator(".legend")).containsText("1 document cited in the current answer");
    assertThat(page.locator("g:has(.cited)")).hasCount(1);
    assertThat(page.locator("g:has(.cited)")).hasAttribute("aria-label", "January 1950: 1 document, 1 cited");
    assertThat(page.locator(".is-cited h2")).hasText("7. " + Samples.TELEGRAM.title());
  }

  @Test
  void onAPhoneAFingerFindsTheNearestMonth() {
    page.setViewportSize(390, 800);
    go("#/documents");
    Locator timeline = page.locator(".timeline");
    double width = timeline.boundingBox().width;
    timeline.click(new Locator.ClickOptions().setPosition(width * 0.4, 30));
    onlyDocumentIs(Samples.LETTER.title());
    assertThat(page.locator(".legend")).containsText("Documents of June 1950.");
    timeline.click(new Locator.ClickOptions().setPosition(width * 0.4, 30));
    assertThat(page.locator("ol.documents > li")).hasCount(3);
  }

  @Test
  void aHitOpensTheDocumentThere() {
    go("#/documents?q=lead");
    // Hits of other documents may come before these or after them.
    Locator hit = page.locator(".hits a[href*='/7?']").first();
    hit.click();
    assertThat(page.locator("mark.quoted")).hasText("lead");
    assertThat(page.locator("mark.quoted")).isInViewport();
    page.keyboard().press("Escape");
    assertThat(hit).isFocused();
    assertThat(page.locator("#filter-q")).hasValue("lead");
  }

  @Test
  void aListThatCannotBeShownIsAskedForAgain() {
    Pattern list = Pattern.compile("/api/v1/documents(\\?|$)");
    page.route(list, Route::abort);
    go("#/documents");
    assertThat(page.locator(".fault")).containsText("The reading room cannot be reached.");
    page.unroute(list);
    page.locator(".fault button").click();
    assertThat(page.locator("ol.documents > li")).hasCount(3);
    assertThat(page.locator(".fault")).hasCount(0);
  }

  private void onlyDocumentIs(String title) {
    assertThat(page.locator("ol.documents > li")).hasCount(1);
    assertThat(page.locator("ol.documents h2")).containsText(title);
  }
}
