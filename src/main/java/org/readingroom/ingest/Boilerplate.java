package org.readingroom.ingest;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Takes from a web page what is no part of its text: menus, lists of links, banners and footers.
 *
 * <p>
 * They are known by their elements and roles, by the names that sites give them, and by holding little but links; an
 * id that a heading gave is no such name. A page of which less than a tenth would be left is left as it is.
 */
final class Boilerplate {

  private static final String FURNITURE = "nav, footer, aside:not([role^=doc-]):not(:has([role=doc-footnote])),"
      + " [role=navigation], [role=banner], [role=contentinfo],"
      + " [role=search], [role=complementary], [role=menu], [role=menubar], [aria-hidden=true]";
  private static final String HEADINGS = "h1, h2, h3, h4, h5, h6";
  private static final Pattern NAMES = Pattern.compile(
      "(?i)(?:^|[\\s_-])(nav|navbar|navbox|navigation|menu|sidebar|breadcrumbs?|footer|site-?header|masthead|cookies?|advert(isement)?s?|ads|social|share|skip-?link|pagination|related-?posts|newsletter|subscribe|toolbar|banner|popup|copyright)(?:$|[\\s_-])");
  private static final double MOSTLY_LINKS = 0.8;

  private Boilerplate() {}

  static void remove(Document page) {
    Element body = page.body();
    body.select("script, style, noscript, template, iframe").remove();
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
      boolean named = NAMES.matcher(element.className()).find()
          || NAMES.matcher(element.id()).find() && !isNamedByHeading(element);
      if (named && !element.normalName().equals("body") && 3 * letters(element) < all) {
        element.remove();
      }
    }
    Set<Element> data = data(body);
    body.select("table, ul, ol, div, p, center, header, h1 + p").stream()
        .filter(element -> !data.contains(element) && isLinks(element)).toList().forEach(Element::remove);
  }

  /** Tells whether an element has its id from the words of the heading that it is, stands in or opens with. */
  private static boolean isNamedByHeading(Element element) {
    Element heading = element.is("section, div.section") ? element.selectFirst(HEADINGS) : element;
    return heading != null && heading.closest(HEADINGS) != null
        && words(heading.text()).equals(words(element.id()));
  }

  private static String words(String text) {
    return text.replaceAll("\\P{L}+", "").toLowerCase(Locale.ROOT);
  }

  /** Returns the tables and lists that are part of the text, with what is in them and what they are in. */
  private static Set<Element> data(Element body) {
    Set<Element> data = new HashSet<>();
    for (Element element : body.select("table, ul, ol")) {
      if (isData(element)) {
        data.addAll(element.parents());
        data.addAll(element.getAllElements());
      }
    }
    return data;
  }

  /** Tells tables that name their columns or themselves, and what a paragraph of the text leads to. */
  private static boolean isData(Element element) {
    Element before = element.previousElementSibling();
    return element.selectFirst("> caption, > * > tr > th") != null
        || before != null && before.normalName().equals("p") && before.hasText() && !isLinks(before)
            && element.closest("article, main, [role=main], #mw-content-text") != null;
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
