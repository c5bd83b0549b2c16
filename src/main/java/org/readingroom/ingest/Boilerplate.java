package org.readingroom.ingest;

import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Takes from a web page what is no part of its text: menus, lists of links, banners and footers.
 *
 * <p>
 * They are known by their elements and roles, by the names that sites give them, and by holding little but links. A
 * page of which less than a tenth would be left is left as it is.
 */
final class Boilerplate {

  private static final String FURNITURE = "nav, footer, aside, [role=navigation], [role=banner], [role=contentinfo],"
      + " [role=search], [role=complementary], [role=menu], [role=menubar], [aria-hidden=true]";
  private static final Pattern NAMES = Pattern.compile(
      "(?i)(?:^|[\\s_-])(nav|navbar|navigation|menu|sidebar|breadcrumbs?|footer|site-?header|masthead|cookies?|advert(isement)?s?|ads|social|share|skip-?link|pagination|related-?posts|newsletter|subscribe|toolbar|banner|popup|copyright)(?:$|[\\s_-])");
  private static final double MOSTLY_LINKS = 0.8;

  private Boilerplate() {}

  static void remove(Document page) {
    Element body = page.body();
    body.select("script, style, noscript, template, iframe, form button").remove();
    int before = letters(body);
    Element copy = body.clone();
    strip(copy);
    if (10 * letters(copy) >= before) {
      body.empty();
      body.insertChildren(0, List.copyOf(copy.childNodes()));
    }
  }

  private static void strip(Element body) {
    for (Element element : body.select(FURNITURE)) {
      if (element.closest("article footer, blockquote footer") == null
          || element.normalName().equals("nav")) {
        element.remove();
      }
    }
    int all = Math.max(1, letters(body));
    for (Element element : body.select("[class], [id]")) {
      boolean named = NAMES.matcher(element.className()).find() || NAMES.matcher(element.id()).find();
      if (named && !element.normalName().equals("body") && 3 * letters(element) < all) {
        element.remove();
      }
    }
    for (Element element : body.select("table, ul, ol, div, p, tr, center, header, h1 + p")) {
      if (element.parent() != null && isLinks(element)) {
        element.remove();
      }
    }
  }

  /** Tells whether nearly all words are links, and none makes a sentence. */
  private static boolean isLinks(Element element) {
    int letters = letters(element);
    if (letters == 0 || element.selectFirst("h1") != null) {
      return false;
    }
    int linked = 0;
    int links = 0;
    for (Element link : element.select("a[href]")) {
      linked += letters(link);
      links++;
    }
    return links > 0 && linked >= MOSTLY_LINKS * letters && letters / links < 80;
  }

  private static int letters(Element element) {
    return (int) element.text().chars().filter(Character::isLetterOrDigit).count();
  }
}
