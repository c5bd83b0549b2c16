package org.readingroom.collection;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Scores lines as the start of a document whose heading is lost.
 *
 * <p>
 * Where a heading was lost the next document's first line is glued, with a space before it, to the last line of the
 * document before. Tables and letterheads are glued in the same way, so each such seam is judged by what ends
 * before it, by how it opens, and by what the list says of the document: date, title, sender and addressee.
 */
final class LostHeadings {

  /** Less than this have the rows of tables and the lines of letterheads. */
  private static final double LEAST_PLAUSIBILITY = 2;

  private static final Pattern RULE = Pattern.compile("[-_=]{5,}");
  private static final Pattern DATE_LINE = Pattern.compile(
      "[\\d ]{1,3}(January|February|March|April|May|June|July|August|September|October|November|December)[ \\d]*[\"”]?");
  private static final List<String> END_MATTER = List.of("translated by", "verified", "printed", "copies",
      "distribut",
      "authenticated", "deciphered", "recorded", "signature", "time of receipt", "omitted",
      "list of enclosures", "[…]");
  private static final Pattern COPY_LINE = Pattern
      .compile("(?i)(cop(y|ies) )?(to|nº ?\\d+ ?)? ?(to)? ?cde\\. .*");
  private static final Pattern OFFICE = Pattern.compile(
      "(?i).{0,30}\\b(ambassador|counsell?or|secretary|commander|charg[eé] d’affaires|chief|advis[eo]r|embassy)\\b.{0,60}");
  private static final Pattern SIGN_OFF = Pattern.compile(
      "(?i).*(charg[eé] d’affaires|ambassador of|secretary of|of the PRL\\b|republic of poland\\]).*");
  private static final Pattern PERSON = Pattern.compile("\\p{Lu}[\\p{L}.]* \\p{Lu}\\p{L}+");
  private static final Pattern CAPITALS_NAME = Pattern
      .compile("[\\[(\"]*\\p{Lu}[\\p{Lu}'.]+( [\\p{Lu}'.]+){0,3}[\\])\".]*");
  private static final Pattern ENDED_NAME = Pattern.compile(".*(\\([A-Z][\\p{L}']+\\)|\\]|[\"”])");
  private static final Pattern ARCHIVE = Pattern.compile("(AP ?RF|AVP ?RF|RGASPI|TsAMO)\\b.*");
  private static final Pattern SENTENCE_END = Pattern.compile(".*[.!?][\"”’)\\]]*");
  private static final Pattern KIND = Pattern.compile(
      "(?i)(record|report|telegram|memorandum|statement|cable|letter|note|decree|directive|excerpt|draft)s?\\b.*");
  private static final Pattern LETTERHEAD = Pattern.compile(
      "(CABLE|COPY OF|Copy Nº|SERIES|VERY URGENT|SECOND MAIN|\\[Source|\\[Handwritten|from the journal|Embassy|EMBASSY"
          + "|Ministry|MINISTRY|Nº \\d|Polish Embassy).*");
  private static final Pattern ADDRESS = Pattern.compile("(?i)(\\[\\p{L}+\\],? )?to (the |Cde|\\p{Lu}).*");
  private static final Pattern FIRST_SECTION = Pattern.compile("I\\.( .*)?");
  private static final Pattern NUMBERS = Pattern.compile("[\\d\\s.,%–-]+");
  private static final Pattern WORD_BREAK = Pattern.compile("[^\\p{L}]+");
  private static final Set<String> COMMON = Set.of("with", "from", "about", "the", "and", "that", "this",
      "cable",
      "telegram", "report", "soviet", "union", "stalin", "joseph", "zedong", "ussr");

  private final SourceText source;
  private final Correspondents correspondents;

  LostHeadings(SourceText source, Correspondents correspondents) {
    this.source = source;
    this.correspondents = correspondents;
  }

  /** Returns the lines between two bounds at which a document may start: seams, and lines after a separator. */
  List<Integer> candidates(int from, int to) {
    List<Integer> candidates = new ArrayList<>();
    int lastText = 0;
    for (int line = from; line < to; line++) {
      String text = source.line(line);
      if (text.isBlank()) {
        continue;
      }
      boolean seam = Character.isWhitespace(text.charAt(0)) && lastText == line - 1;
      boolean opens = seam || text.startsWith("[Source")
          || lastText > 0 && Headings.isSeparator(source.line(lastText));
      if (lastText > 0 && opens && !RULE.matcher(text.strip()).matches() && !Headings.isSeparator(text)
          && plausibility(line) >= LEAST_PLAUSIBILITY) {
        candidates.add(line);
      }
      lastText = line;
    }
    return candidates;
  }

  /** Scores what speaks for a start at a line whatever the document. */
  private double plausibility(int line) {
    String first = source.line(line).strip();
    return ended(before(line)) + opens(first) + (source.line(line).indexOf(first) == 1 ? 1 : 0);
  }

  /** Reads once what stands around a line, for all the listings that it will be scored against. */
  Seam seam(int line, int from, int to) {
    String first = source.line(line).strip();
    List<String> head = texts(line, to, 25, 1);
    List<String> tail = texts(line - 1, from - 1, 12, -1);
    Matcher kind = KIND.matcher(first);
    return new Seam(line, plausibility(line), kind.matches() ? kind.group(1) : "",
        contentWords(String.join(" ", head.subList(0, Math.min(5, head.size())))),
        " " + String.join(" ", head),
        String.join("\n", head.stream().filter(text -> ADDRESS.matcher(text).matches()).toList()),
        " " + String.join(" ", tail),
        String.join("\n", tail.stream().filter(text -> text.length() < 40).toList()));
  }

  /** Scores a line as the first of a listed document: what ended before it, and how it opens. */
  double opening(Clues clues, Seam seam) {
    double score = seam.score() + 4 * clues.titleOverlap(seam.words());
    if (!seam.kind().isEmpty()) {
      score += seam.kind().equalsIgnoreCase(clues.kind()) ? 4 : -1;
    }
    if (clues.dates().stream().anyMatch(seam.head()::contains)) {
      score += 3;
    }
    if (clues.to() != null && correspondents.mentions(seam.addresses(), clues.to())) {
      score += 2;
    }
    return score;
  }

  /** Scores the last lines before a line as the end of a listed document: its date and signature. */
  double closing(Clues clues, Seam seam) {
    double score = clues.dates().stream().anyMatch(seam.tail()::contains) ? 1.5 : 0;
    if (clues.from() != null && correspondents.mentions(seam.signatures(), clues.from())) {
      score += 2;
    }
    return score;
  }

  /** Gathers what the list says of a document. */
  Clues clues(Listing listing) {
    Parties parties = correspondents.inTitle(listing);
    Matcher kind = KIND.matcher(listing.title());
    return new Clues(kind.matches() ? kind.group(1) : "", contentWords(listing.title()),
        Stream.of(listing.date().from(), listing.date().to()).filter(Objects::nonNull).distinct()
            .map(day -> " " + day.getDayOfMonth() + " "
                + day.getMonth().name().charAt(0)
                + day.getMonth().name().substring(1).toLowerCase(Locale.ROOT))
            .toList(),
        parties.from(), parties.to());
  }

  /**
   * Holds what the list says of a document.
   *
   * @param dates its first and last day as the texts write them, a space before
   */
  record Clues(String kind, Set<String> titleWords, List<String> dates, @Nullable String from,
      @Nullable String to) {

    double titleOverlap(Set<String> head) {
      long found = titleWords.stream().filter(head::contains).count();
      return (double) found / Math.max(4, titleWords.size());
    }
  }

  /**
   * Holds what stands around a line that may open a document.
   *
   * @param score what speaks for a start there whatever the document
   * @param kind the kind of record that the line names, or nothing
   * @param words the words of the first lines
   * @param head the first lines
   * @param addresses those of them that address someone
   * @param tail the lines before
   * @param signatures the short ones of them
   */
  record Seam(int line, double score, String kind, Set<String> words, String head, String addresses,
      String tail,
      String signatures) {}

  private String before(int line) {
    int previous = line - 1;
    while (previous > 1 && source.line(previous).isBlank()) {
      previous--;
    }
    return source.line(previous).strip();
  }

  private static double ended(String last) {
    if (COPY_LINE.matcher(last).matches()) {
      return -4;
    }
    if (Headings.isSeparator(last) || last.length() < 90 && isEndMatter(last)) {
      return 4;
    }
    if (RULE.matcher(last).matches() || CAPITALS_NAME.matcher(last).matches()) {
      return 3;
    }
    if (ARCHIVE.matcher(last).matches() || DATE_LINE.matcher(last).matches()
        || ENDED_NAME.matcher(last).matches()) {
      return 2.5;
    }
    if (SENTENCE_END.matcher(last).matches()) {
      return 1;
    }
    if (OFFICE.matcher(last).matches()) {
      return 2.5;
    }
    return last.endsWith(",") || last.endsWith(":") || last.endsWith(";") ? -2 : 0;
  }

  private static boolean isEndMatter(String line) {
    String folded = line.toLowerCase(Locale.ROOT);
    return END_MATTER.stream().anyMatch(folded::contains);
  }

  private static double opens(String first) {
    if (DATE_LINE.matcher(first).matches() || NUMBERS.matcher(first).matches()) {
      return -4;
    }
    if (SIGN_OFF.matcher(first).matches() || PERSON.matcher(first).matches()
        || isEndMatter(first) && !LETTERHEAD.matcher(first).matches()) {
      return -3;
    }
    if (LETTERHEAD.matcher(first).matches() || ADDRESS.matcher(first).matches()
        || FIRST_SECTION.matcher(first).matches()) {
      return 2;
    }
    if (first.equals(first.toUpperCase(Locale.ROOT)) && first.indexOf(' ') > 0) {
      return 2;
    }
    return Character.isLowerCase(first.charAt(0)) ? -1 : 0;
  }

  private static Set<String> contentWords(String text) {
    Set<String> words = new HashSet<>();
    for (String word : WORD_BREAK.split(text.toLowerCase(Locale.ROOT), -1)) {
      if (word.length() > 3 && !COMMON.contains(word)) {
        words.add(word);
      }
    }
    return words;
  }

  /** Returns up to {@code count} non-blank lines from one line towards another, that one left out. */
  private List<String> texts(int from, int to, int count, int step) {
    List<String> texts = new ArrayList<>();
    for (int line = from; line != to && texts.size() < count; line += step) {
      if (!source.line(line).isBlank()) {
        texts.add(source.line(line).strip());
      }
    }
    return texts;
  }
}
