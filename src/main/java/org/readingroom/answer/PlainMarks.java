package org.readingroom.answer;

import java.util.Locale;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.readingroom.quotation.QuotationMarks;

/** Makes marks of quotation of what stands for them in web pages, in code and on typewriters. */
final class PlainMarks {

  private static final Pattern TAG = Pattern.compile("</?(?:q|blockquote|cite)\\b[^<>]{0,200}>",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern NUMBERED = Pattern
      .compile(
          "&#(?:(?<decimal>\\d{1,7})|[xX](?<hex>\\p{XDigit}{1,6}));?"
              + "|\\\\(?:u\\{(?<braced>\\p{XDigit}{1,6})\\}|u(?<code>\\p{XDigit}{4})|x(?<byte>\\p{XDigit}{2}))");
  private static final Pattern NAMED = Pattern.compile(
      "&(?<double>quot|[lrb]dquor?|[lr]aquo|[lr]saquo|Prime|bprime|[tq]prime|dblac|[lr]ang"
          + "|(?:open|close)curlydoublequote|diacriticaldoubleacute)\\b;?"
          + "|&(?:apos|[lrs][sb]quor?|prime|grave|acute|(?:open|close)curlyquote|diacritical(?:grave|acute))\\b;?",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern ENQUOTED = Pattern.compile("\\\\(?:en|text|block)?quote\\*?\\{([^{}]*)\\}");
  /** What has no width; among marks it would hide what they are. */
  private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\x{FE00}-\\x{FE0F}\\x{034F}]");
  private static final Pattern GUILLEMETS = Pattern.compile("<<|>>|≪|≫");
  private static final Pattern LOW = Pattern.compile("[,‚]{2}(?=\\S)|⹁⹁|⸲⸲");

  private PlainMarks() {}

  /** Returns a text in which every quotation mark is one character. */
  static String of(String text) {
    String plain = INVISIBLE.matcher(text).replaceAll("");
    if (plain.indexOf('\\') >= 0) {
      plain = ENQUOTED.matcher(plain).replaceAll("\"$1\"");
    }
    if (plain.indexOf('&') >= 0 || plain.indexOf('\\') >= 0) {
      plain = NUMBERED.matcher(plain).replaceAll(PlainMarks::character);
      plain = NAMED.matcher(plain).replaceAll(name -> name.group("double") == null ? "'" : "\"");
    }
    plain = LOW.matcher(TAG.matcher(plain).replaceAll("\"")).replaceAll("„");
    plain = GUILLEMETS.matcher(plain)
        .replaceAll(mark -> mark.group().startsWith("<") || mark.group().equals("≪") ? "«" : "»");
    return joined(plain);
  }

  /** Returns a mark for its number, and anything else as it was. */
  private static String character(MatchResult number) {
    String hex = Stream.of("hex", "braced", "code", "byte").map(number::group).filter(Objects::nonNull)
        .findFirst().orElse(null);
    int character = hex == null
        ? Integer.parseInt(number.group("decimal"))
        : Integer.parseInt(hex.toLowerCase(Locale.ROOT), 16);
    return Matcher.quoteReplacement(Character.isValidCodePoint(character) && QuotationMarks.isMark(character)
        ? Character.toString(character)
        : number.group());
  }

  /** Makes one mark of several in a row, a double one of single ones, and drops the backslash before a mark. */
  private static String joined(String text) {
    StringBuilder joined = new StringBuilder();
    for (int at = 0; at < text.length();) {
      int character = text.codePointAt(at);
      int end = at + Character.charCount(character);
      boolean single = QuotationMarks.isSingle(character);
      while (end < text.length() && (single
          ? QuotationMarks.isSingle(text.codePointAt(end))
          : QuotationMarks.isDouble(character) && text.codePointAt(end) == character)) {
        end += Character.charCount(text.codePointAt(end));
      }
      boolean escapes = character == '\\' && end < text.length()
          && QuotationMarks.isMark(text.codePointAt(end));
      if (!escapes) {
        joined.appendCodePoint(single && text.codePointCount(at, end) > 1 ? '"' : character);
      }
      at = end;
    }
    return joined.toString();
  }
}
