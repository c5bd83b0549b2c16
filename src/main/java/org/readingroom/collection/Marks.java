package org.readingroom.collection;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognises the marks by which a line shows its part: items, footnotes, notes, addresses, sign-offs. */
final class Marks {

  /** A line that the margin broke is longer than those that stand after a text. */
  private static final int LONG_LINE = 76;

  private static final Pattern ITEM = Pattern.compile(
      "(?:\\(?\\d{1,3}[.)/]\\)?|\\([a-z]\\)|[a-zа-я][.)/]|[a-z]-|[A-Z]\\)|[-–—•]|\\d{1,2}\\.?\\s?[-–])\\s*[^\\s\\d.,-].*"
          + "|\\d{1,3}[.)] \\d.*|[-–] \\d.*");
  private static final Pattern ROMAN = Pattern.compile("[IVX]{1,5}[.)] (?!\\p{Lu}\\. ).*");
  private static final Pattern STAR_NOTE = Pattern.compile("\\*{1,3} ?[^*\\s].*");
  private static final Pattern NUMBER_NOTE = Pattern.compile("(\\d{1,3}) [\"“\\p{Lu}].*");
  private static final Pattern NOTE = Pattern.compile(
      "(?i)\\[+(the )?(stamp|hand-?written|scrawled|letterhead|archival|illegible|seal|signature|korean-language|translator|trans"
          + "|transl|an illegible|a stamp|round|in the (lower|upper|left|right)|note|across|bottom|top|margin|distribution|source)\\b.*",
      Pattern.DOTALL);
  private static final Pattern ADDRESS = Pattern.compile(
      "(?i)((to|for|from) (?-i:the |Cde|\\p{Lu}|\\[|\").*|(copy|copies|cc)[ :].*|\\[\\p{L}+\\],? .*(to|for) .*|(dear |esteemed )?(cde|comrade)s?\\.? [^.]{3,40}[!,:]"
          + "|.*letterhead.*)");
  private static final String MONTHS = "(?:January|February|March|April|May|June|July|August|September|October|November|December)";
  private static final Pattern DATE = Pattern
      .compile("[\\[(]?(\\d{1,2}[- ])?(\\p{Lu}\\p{L}+, )?\\d{1,2}[. -]?(" + MONTHS
          + "|[IVX]+|\\d{1,2})[., -]*(19)?\\d{0,2}\\.?( \\d{4})?[\\])\"”.]*|" + MONTHS + " \\d{1,2}, \\d{4}");
  private static final Pattern NUMBER = Pattern.compile("\\[?(NºNº|Nº|N/R|No\\.?|N) ?[\\d?][^ ]*( .{0,30})?");
  private static final Pattern REGISTRY = Pattern.compile(
      "(?i)(incoming|outgoing|received|dispatched|special|cable|spets|ref|series|sent|(de|en)?ciphered telegram)\\b.*");
  private static final Pattern RULE = Pattern.compile("[-_=]{4,}.*");
  private static final Pattern TAIL = Pattern.compile(
      "(Printed|Deciphered|Verified|VERIFIED|Authenticated|Distributed|Distribution|Copies|Copy N|Drafted|Typed|Done by|Received by"
          + "|Sent by|Issued by|Recorded by)\\b.{0,90}|Cde .{0,40} recorded .*"
          + "|(?i:\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) cop(y|ies)\\b.{0,70}"
          + "|\\d(st|nd|rd|th) (to|copy) .{0,60}|\\d{1,2}[.-]? ?[-–]? *(to )?Cdes?\\. .{0,40}|Translated by .{0,40}"
          + "|Encl(osure|osed)?s?[.:].{0,40}|\\d{1,2}-?(li|ll|en|ab|mp|gb)\\b.{0,10}|[“\"]? *[“\"]? *\\d-Comrade .*"
          + "|\\d{1,2} " + MONTHS + "( \\d{4})? \\p{Lu}[\\p{L}'’]+( \\[.*\\])?");
  private static final Pattern SIGNATURE = Pattern
      .compile(".{0,60}(\\[.{0,12}signature.{0,12}\\]|/signature/|\\(illegible signature\\)).{0,60}");
  private static final Pattern OFFICE = Pattern.compile(
      "(?i)(.*\\b(ambassador|counsell?or|secretary|chairman|commander|commanding general|charg[eé] d.affaires|chief|advis[eo]r|minister|assistant"
          + "|administrator|colonel|major|marshal|general-\\p{L}+|deputy|leader)\\b.*|of the (embassy|PRL|polish).*|embassy .*)");
  private static final Pattern INITIALS = Pattern.compile(
      "\\(?/?(\\p{Lu}\\p{L}{0,2}\\. ?){1,2}\\p{Lu}[\\p{L}'’-]+/?\\)?[,.]?( \\[.*\\])?|\\(?\\p{Lu}[\\p{L}'’-]+( \\p{Lu}[\\p{L}.'’-]+){0,2}\\)?[\"”.]*");
  private static final Pattern KIND = Pattern.compile(
      "(?i)(the text of|excerpt|record|report|telegram|memorandum|statement|cable|letter|note|decree|directive|draft)\\b.*",
      Pattern.DOTALL);
  private static final Pattern GREETING = Pattern.compile(
      "(?i)((most )?respectfully.*|greetings.*|with .*greetings?.*|signed.*|i wish you good health.*)");
  private static final Pattern CITATION = Pattern.compile(
      "\\[?(AP ?RF|AVP ?RF|RGASPI|Ts?AMO|RF Foreign Policy Archive)\\b.*|(F|Op|D|Por|Pap|P)\\. \\d+|F\\. ?\\d{2,4}\\b.* op\\. .*");

  private Marks() {}

  static boolean isItem(String text) {
    return opensItem(text) && ITEM.matcher(text).matches() || isRoman(text);
  }

  /** Rules out nearly every line before the pattern is tried. */
  private static boolean opensItem(String text) {
    char first = text.charAt(0);
    return Character.isDigit(first) || "(-–—•".indexOf(first) >= 0
        || text.length() > 2 && ".)/-".indexOf(text.charAt(1)) >= 0;
  }

  static boolean isRoman(String text) {
    return "IVX".indexOf(text.charAt(0)) >= 0 && ROMAN.matcher(text).matches()
        && !INITIALS.matcher(text).matches();
  }

  static boolean isFootnote(String text) {
    return text.charAt(0) == '*' && STAR_NOTE.matcher(text).matches() && !Headings.isSeparator(text);
  }

  /** Returns the number a footnote opens with, or -1. */
  static int noteNumber(String text) {
    if (!Character.isDigit(text.charAt(0))) {
      return -1;
    }
    Matcher note = NUMBER_NOTE.matcher(text);
    return note.matches() ? Integer.parseInt(note.group(1)) : -1;
  }

  /** Tells whether a bracket opens a note on stamps, handwriting, seals or the source. */
  static boolean isNote(String text) {
    return text.charAt(0) == '[' && NOTE.matcher(text).matches();
  }

  /** Tells whether every bracket in a text that opens is closed. */
  static boolean isClosed(String text) {
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      depth += text.charAt(i) == '[' ? 1 : text.charAt(i) == ']' ? -1 : 0;
    }
    return depth <= 0;
  }

  static boolean isAddress(String text) {
    return ("tTfFcCdDeE[".indexOf(text.charAt(0)) >= 0 || text.contains("etterhead"))
        && ADDRESS.matcher(text).matches();
  }

  private static boolean hasDigit(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isDigit(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  static boolean isDate(String text) {
    return text.length() < 45 && hasDigit(text) && DATE.matcher(text).matches();
  }

  static boolean isCitation(String text) {
    return text.length() < 120 && "[ARTFODP".indexOf(text.charAt(0)) >= 0 && CITATION.matcher(text).matches();
  }

  static boolean isOffice(String text) {
    return text.length() < 100 && OFFICE.matcher(text).matches();
  }

  static boolean isName(String text) {
    return text.length() < 40 && INITIALS.matcher(text).matches();
  }

  static boolean isGreeting(String text) {
    return text.length() < 60 && "mrgwsiMRGWSI".indexOf(text.charAt(0)) >= 0
        && GREETING.matcher(text).matches();
  }

  /** Tells whether a line is of those that stand after a text: clerks, copies, numbers, rules, signatures. */
  static boolean isTail(String text) {
    return isRule(text) || text.length() < LONG_LINE
        && (text.contains("ignature") && SIGNATURE.matcher(text).matches()
            || opensTail(text) && TAIL.matcher(text).matches());
  }

  private static boolean opensTail(String text) {
    char first = text.charAt(0);
    return Character.isDigit(first) || "PDVACTRSIE“\"".indexOf(first) >= 0 || text.contains("cop");
  }

  static boolean isRule(String text) {
    return (text.startsWith("----") || text.startsWith("____")) && RULE.matcher(text).matches();
  }

  /** Tells whether a line names the kind of record that it opens. */
  static boolean isKind(String text) {
    return KIND.matcher(text).matches();
  }

  /** Tells whether a line is one of a registry's or a cipher clerk's at the head of a paper. */
  static boolean isRegistry(String text) {
    return text.length() < LONG_LINE && REGISTRY.matcher(text).matches();
  }

  static boolean isNumber(String text) {
    return "[N".indexOf(text.charAt(0)) >= 0 && NUMBER.matcher(text).matches();
  }
}
