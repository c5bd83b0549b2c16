package org.readingroom.ingest;

import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/** Writes what a mail says, and apart from it what it quotes. */
final class MailText {

  private static final Pattern ATTRIBUTION = Pattern.compile(
      "(?i)(on\\b.{4,200}\\bwrote|am\\b.{4,200}\\bschrieb.{0,80}|le\\b.{4,200}\\ba écrit|.{2,120}\\b(wrote|writes|schrieb|escribió|ha scritto)) ?:",
      Pattern.DOTALL);
  private static final Pattern FORWARDED = Pattern.compile(
      "(?i)[-_ ]*(original message|ursprüngliche nachricht|forwarded message|message d'origine|weitergeleitete nachricht|begin forwarded message)[-_: ]*");
  private static final Pattern PGP_MESSAGE = Pattern.compile(
      "^[> ]*-----BEGIN PGP MESSAGE-----.*?(?:-----END PGP MESSAGE-----|\\z)",
      Pattern.DOTALL | Pattern.MULTILINE);
  private static final double NEXT_TO_NOTHING = 0.1;

  private final DocumentWriter writer;
  private boolean encrypted;
  private boolean twoForms;

  MailText(DocumentWriter writer) {
    this.writer = writer;
  }

  void encrypted() {
    encrypted = true;
  }

  boolean isEncrypted() {
    return encrypted && writer.isEmpty();
  }

  /** Tells whether the form that was not read has other words. */
  boolean hasTwoForms() {
    return twoForms;
  }

  void alternatives(@Nullable String plain, @Nullable String html) {
    String page = html == null ? "" : words(Jsoup.parse(html).text());
    if (plain != null && !plain.isBlank() && words(plain).length() >= NEXT_TO_NOTHING * page.length()) {
      twoForms = html != null && !page.equals(words(plain));
      add(plain, false);
    } else if (html != null) {
      add(html, true);
    }
  }

  private static String words(String text) {
    return text.replaceAll("[^\\p{L}\\p{N}]+", "");
  }

  void add(String text, boolean html) {
    if (html) {
      Document page = Jsoup.parse(text);
      for (org.jsoup.nodes.Element quote : page.select(
          "div.gmail_quote, div.yahoo_quoted, div.moz-cite-prefix, #appendonsend ~ *, #divRplyFwdMsg, #divRplyFwdMsg ~ *")) {
        quote.tagName("blockquote");
      }
      HtmlBlocks.write(page.body(), writer, true);
    } else {
      String readable = PGP_MESSAGE.matcher(text).replaceAll("");
      encrypted |= readable.length() < text.length();
      plain(readable.replace("\r\n", "\n").replace('\r', '\n').split("\n", -1));
    }
  }

  /** Writes the lines of plain text, those of other mails as quotations. */
  private void plain(String[] lines) {
    StringBuilder own = new StringBuilder();
    StringBuilder quoted = new StringBuilder();
    for (int i = 0; i < lines.length; i++) {
      if (FORWARDED.matcher(lines[i]).matches() && lines[i].contains("-")) {
        flush(own, quoted);
        for (; i < lines.length; i++) {
          quoted.append(lines[i].replaceFirst("^(> ?)+", "")).append('\n');
        }
      } else if (lines[i].startsWith(">") && !lines[i].startsWith(">From ")) {
        TextParser.write(own.toString(), writer);
        own.setLength(0);
        quoted.append(lines[i].replaceFirst("^(> ?)+", "")).append('\n');
      } else {
        quotation(quoted);
        if (opensQuotation(lines, i)) {
          TextParser.write(own.toString(), writer);
          own.setLength(0);
          writer.block(Role.QUOTED, lines[i]);
        } else {
          own.append(lines[i]).append('\n');
        }
      }
    }
    flush(own, quoted);
  }

  private static boolean opensQuotation(String[] lines, int at) {
    int next = at + 1;
    while (next < lines.length && lines[next].isBlank()) {
      next++;
    }
    return next < lines.length && lines[next].startsWith(">")
        && ATTRIBUTION.matcher(lines[at].strip()).matches();
  }

  private void flush(StringBuilder own, StringBuilder quoted) {
    TextParser.write(own.toString(), writer);
    own.setLength(0);
    quotation(quoted);
  }

  private void quotation(StringBuilder quoted) {
    for (String paragraph : quoted.toString().split("\n\\s*\n", -1)) {
      writer.verse(Role.QUOTED, paragraph);
    }
    quoted.setLength(0);
  }

  ParsedDocument document(String part, Metadata metadata) {
    return writer.document(part, metadata);
  }
}
