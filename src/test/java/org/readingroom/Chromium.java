package org.readingroom;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Is the Chromium of this machine; where there is none, the tests that start it are skipped. */
public final class Chromium implements AutoCloseable {

  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  public static Chromium start() {
    Optional<Path> chromium = Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome").map(Path::of).filter(Files::isExecutable).findFirst();
    assumeTrue(chromium.isPresent(),
        "The page is not tested: there is no Chromium; apt-get install chromium.");
    Playwright playwright = Playwright.create(
        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    return new Chromium(playwright, playwright.chromium().launch(new BrowserType.LaunchOptions()
        .setExecutablePath(chromium.orElseThrow()).setArgs(List.of("--no-sandbox"))));
  }

  public Page open(Browser.NewPageOptions options) {
    return browser.newPage(options);
  }

  /** Returns the rules of WCAG 2.2, levels A and AA, that what a page shows breaks. */
  public static List<Rule> violations(Page page) {
    return new AxeBuilder(page).withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
        .analyze().getViolations();
  }

  @Override
  public void close() {
    playwright.close();
  }
}
