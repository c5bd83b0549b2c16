package org.readingroom.collection;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.readingroom.collection.Paragraph.Role;
import org.readingroom.collection.Typesetter.Setting;

/**
 * Finds sender and addressee in a document's own words where its title does not name them.
 *
 * <p>
 * Who signs last is the sender, or whose journal it is. The addressee is whoever an ambassador is told to pass the message
 * to, or whoever is addressed at the top; those on a list of copies are neither.
 */
final class PartiesInText {

  private static final Pattern PASS_ON = Pattern.compile(
      "(?i)\\b(pass|inform|read|(immediately )?sent to|transmi\\w+)\\b.{0,60}|to cde\\. .* or .*",
      Pattern.DOTALL);
  private static final Pattern ADDRESS = Pattern.compile(
      "(?i)(.*, )?(\\[?\\p{L}+( \\p{L}+)?\\]?,? )?((for|to) (the |transmission to )?|USSR MFA, )(cde|comrade)?.*");
  private static final Pattern COPY = Pattern.compile("(?i)(cop(y|ies)|n ?\\d|nº|\\d).*");
  private static final int TOP = 14;

  private final Correspondents correspondents;
  private final Listing listing;
  private final Setting setting;

  PartiesInText(Correspondents correspondents, Listing listing, Setting setting) {
    this.correspondents = correspondents;
    this.listing = listing;
    this.setting = setting;
  }

  /** Adds to what the title says of the parties what only the text does. */
  Parties complete(Parties title) {
    return new Parties(title.from() == null ? sender() : title.from(),
        title.to() == null ? addressee() : title.to());
  }

  private @Nullable String sender() {
    for (Paragraph paragraph : top()) {
      if (text(paragraph).toLowerCase(Locale.ROOT).contains("from the journal")) {
        return names(text(paragraph));
      }
    }
    int start = setting.paragraphs().size();
    while (start > 0 && !isRunning(setting.paragraphs().get(start - 1))) {
      start--;
    }
    List<String> signed = new ArrayList<>();
    for (Paragraph paragraph : setting.paragraphs().subList(start, setting.paragraphs().size())) {
      for (String line : text(paragraph).split("\n", -1)) {
        if (COPY.matcher(line).matches() || ADDRESS.matcher(line).matches() || line.startsWith("[")) {
          return names(String.join(" ", signed));
        }
        if (line.length() < 60) {
          signed.add(line);
        }
      }
    }
    return names(String.join(" ", signed));
  }

  private @Nullable String addressee() {
    for (Paragraph paragraph : top()) {
      for (String line : text(paragraph).split("\n", -1)) {
        var passed = PASS_ON.matcher(line);
        String name = passed.find() && !COPY.matcher(line).matches() ? names(passed.group()) : null;
        if (name != null) {
          return name;
        }
      }
    }
    for (Paragraph paragraph : top()) {
      for (String line : paragraph.role() == Role.HEADING ? text(paragraph).split("\n", -1) : new String[0]) {
        String name = line.length() < 70 && ADDRESS.matcher(line).matches() && !COPY.matcher(line).matches()
            ? names(line.substring(Math.max(0, line.toLowerCase(Locale.ROOT).lastIndexOf("to "))))
            : null;
        if (name != null) {
          return name;
        }
      }
    }
    return null;
  }

  /** Returns the paragraphs up to the first of running text, that one included. */
  private List<Paragraph> top() {
    int end = 0;
    while (end < Math.min(TOP, setting.paragraphs().size()) && !isRunning(setting.paragraphs().get(end))) {
      end++;
    }
    return setting.paragraphs().subList(0, Math.min(end + 1, setting.paragraphs().size()));
  }

  private @Nullable String names(String phrase) {
    return correspondents.names(phrase, listing.day());
  }

  private String text(Paragraph paragraph) {
    return setting.text().substring(paragraph.start(), paragraph.end());
  }

  private static boolean isRunning(Paragraph paragraph) {
    return paragraph.role() == Role.BODY || paragraph.role() == Role.LIST || paragraph.role() == Role.TABLE;
  }
}
