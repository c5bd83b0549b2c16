package org.readingroom.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reads a document on the page and takes from it what a reader needs. */
class DocumentPageIT extends InBrowser {

  @Test
  void saysWhatTheDocumentIs() {
    go("#/documents/7");
    assertThat(page.locator("#document-title")).hasText(Samples.TELEGRAM.title());
    assertThat(page.locator(".document dl")).containsText("30 January 1950");
    assertThat(page.locator(".document dl")).containsText("Joseph Stalin");
    assertThat(page.locator(".document dl")).containsText("Shtykov");
    assertThat(page.locator(".document dl")).containsText("AVPRF, F. 059a, p. 92");
    assertThat(page.locator(".document dl")).containsText("A Translator");
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
  void theAnswerStaysWhereItIsWhenADocumentIsOpenedBesideIt() {
    page.setViewportSize(1280, 500);
    ask("How much lead?");
    page.locator("#question").fill("And why?");
    page.keyboard().press("Enter");
    assertThat(page.locator(".turn .marker")).hasCount(2);
    page.evaluate("scrollTo(0, 0)");
    page.locator(".marker").first().click();
    assertThat(page.locator("mark.quoted")).isInViewport();
    assertThat(page.evaluate("scrollY")).isEqualTo(0);
  }

  @Test
  void theTitleStaysInSight() {
    page.setViewportSize(1280, 400);
    ask("How much lead?");
    page.locator(".marker").click();
    assertThat(page.locator("mark.quoted")).isInViewport();
    assertThat(page.locator("#document-title")).not().isInViewport();
    assertThat(page.locator(".running")).isInViewport();
    assertThat(page.locator(".running")).hasText(Samples.TELEGRAM.title());
    page.locator("#document").evaluate("pane => pane.scrollTo(0, 0)");
    assertThat(page.locator("#document-title")).isInViewport();
    assertThat(page.locator(".running")).isHidden();
  }

  @Test
  void aLinkThatPointsOutsideTheTextOpensTheDocumentAllTheSame() {
    go("#/documents/7?start=5&end=99999");
    assertThat(page.locator(".about-span")).containsText("points outside this document's text");
    assertThat(page.locator(".document-text")).containsText(Samples.LEAD);
    assertThat(page.locator("mark")).hasCount(0);
  }

  @Test
  void aDocumentThatCannotBeShownIsAskedForAgain() {
    page.route("**/api/v1/documents/7", Route::abort);
    go("#/documents/7");
    assertThat(page.locator("#document-title")).isFocused();
    assertThat(page.locator("#document .fault")).containsText("The reading room cannot be reached.");
    violatesNothing();

    page.unroute("**/api/v1/documents/7");
    page.locator("#document .fault button").click();
    assertThat(page.locator("#document-title")).hasText(Samples.TELEGRAM.title());
  }

  private String copied(String button) {
    page.evaluate("navigator.clipboard.writeText('nothing')");
    page.getByText(button, new Page.GetByTextOptions().setExact(true)).click();
    page.waitForCondition(() -> !"nothing".equals(page.evaluate("navigator.clipboard.readText()")));
    return (String) page.evaluate("navigator.clipboard.readText()");
  }
}
