package org.readingroom.answer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.readingroom.collection.Authority;
import org.readingroom.passage.Passage;

/** Makes claims of the sentences of a collection: true ones, and ones that differ from their sentence in one thing. */
final class Alterations {

  /** Says what is done to a sentence. */
  enum Kind {
    VERBATIM("word for word", true), CASING("in lower case", true), CONJUNCTION_DROPPED(
        "leading conjunction dropped", true), CLAUSE_CUT("cut at a comma or semicolon",
            true), ARTICLE("an article dropped", true), REPORTED("“the sender wrote that” put before",
                true), NEGATION_ADDED("negation added", false), NEGATION_DROPPED("negation dropped",
                    false), NAME("another name", false), NUMBER("another number", false), DATE("another date",
                        false), ENDING("invented ending", false), INSERTED("word inserted",
                            false), DROPPED("word dropped", false), SWAPPED("two words swapped",
                                false), ATTRIBUTED("“another wrote that” put before", false), ROLES(
                                    "two names or their phrases swapped",
                                    false), INVENTED("a name of the passage with another verb", false);

    final String words;
    final boolean isTrue;

    Kind(String words, boolean isTrue) {
      this.words = words;
      this.isTrue = isTrue;
    }
  }

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\d][\\p{L}\\d'’-]*");
  private static final Pattern AUXILIARY = Pattern
      .compile("\\b(?:is|are|was|were|will|would|has|have|had|can|could|should|must|may|did)\\b");
  private static final Pattern NEGATION = Pattern.compile(" (?:not|never)\\b|(?<=can)not\\b");
  private static final Pattern NUMBER = Pattern
      .compile("(?<![\\p{L}\\d.,/:-])\\d{1,3}(?:,\\d{3})*(?![\\p{L}\\d/:-]|[.,]\\d)"
          + "|\\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|forty|fifty)\\b");
  private static final Pattern MONTH = Pattern.compile("\\b(?:January|February|March|April|June|July|August"
      + "|September|October|November|December)\\b");
  private static final Pattern DATE = Pattern.compile("\\b([12]?\\d|3[01]) (" + MONTH + ")(?: (19[45]\\d))?"
      + "|\\b(19[45]\\d)\\b");
  /** A stop that may end a sentence for whoever reads a model's words. */
  private static final Pattern INNER_STOP = Pattern.compile("[.!?](?=\\P{Nd}*\\s)|[.!?][^\\d\\s]+$|\\n");
  private static final Pattern CONJUNCTION = Pattern
      .compile("^(?:And|But|However|Therefore|Moreover|Furthermore|Thus|Besides|Then|Also|So),? (?=\\p{L})");
  private static final Pattern ARTICLE = Pattern.compile("(?<=\\p{L} )(?:the|a|an) (?=\\p{Ll})");
  private static final Pattern CONDITION = Pattern.compile(
      "\\b(?:if|unless|whether|except|not|no|never|nor|neither|without|until|although|though|or|only|but)\\b",
      Pattern.CASE_INSENSITIVE);
  /** Words that say so little that leaving one out or putting one in changes nothing. */
  private static final Set<String> EMPTY = Set.of("a", "an", "the", "that", "is", "are", "was", "were", "be",
      "been", "being", "has", "have", "had", "also", "which", "and", "then", "there");
  private static final Pattern MARK = Pattern.compile("\\b(?:QUOTATION MARK|PRIME|APOSTROPHE|GRAVE ACCENT"
      + "|(?:DOUBLE )?ACUTE ACCENT|MODIFIER LETTER (?:TURNED|REVERSED) COMMA|(?:TURNED|REVERSED|DOUBLE) COMMA"
      + "|GERSHAYIM|GERESH|DITTO MARK|(?<!DIALYTIKA )TONOS|CORNER BRACKET|(?<!LESS-THAN )DOUBLE ANGLE BRACKET"
      + "|LEFT ANGLE BRACKET|RIGHT ANGLE BRACKET|HALF RING|MIDDLE DOUBLE (?:ACUTE|GRAVE) ACCENT)\\b");
  private static final List<String> VERBS = List.of("signed", "rejected", "attacked", "visited", "financed",
      "betrayed", "proposed", "received", "destroyed", "occupied", "invited", "supported");

  private final Random luck;
  private final List<Passage> passages;
  private final List<String> sentences = new ArrayList<>();
  private final List<String> words;
  private final List<String> names;
  /** For each entry of the authority file, what it may be called. */
  private final List<List<String>> forms;

  Alterations(Authority authority, List<Passage> passages, long seed) {
    this.luck = new Random(seed);
    this.passages = passages;
    passages.forEach(passage -> sentences.addAll(sentences(passage)));
    this.words = sentences.stream().flatMap(Alterations::words).filter(word -> word.length() > 3)
        .filter(word -> word.equals(word.toLowerCase(Locale.ROOT)) && !EMPTY.contains(word)).toList();
    this.names = authority.entries().stream().filter(entry -> entry.type() != Authority.Type.BODY)
        .map(Authority.Entry::name).toList();
    this.forms = authority.entries().stream()
        .map(entry -> Stream.concat(Stream.of(entry.name()), entry.variants().stream()).toList()).toList();
  }

  /** Returns the sentences of a passage that are whole and plain enough to be put as claims. */
  static List<String> sentences(Passage passage) {
    return passage.sentences().stream()
        .map(sentence -> sentence.span().of(passage.document().text()).replaceAll("\\s+", " ").strip())
        .filter(text -> text.length() >= 50 && text.length() <= 350 && text.endsWith(".")
            && words(text).count() >= 8 && Character.isUpperCase(text.codePointAt(0))
            && text.chars().noneMatch(c -> "[]{}<>|*_^“”„«»\"‘`".indexOf(c) >= 0)
            && !INNER_STOP.matcher(text).find() && !text.contains("- "))
        .toList();
  }

  /** Returns a passage at random that has such sentences. */
  Passage passage() {
    while (true) {
      Passage passage = passages.get(luck.nextInt(passages.size()));
      if (!sentences(passage).isEmpty()) {
        return passage;
      }
    }
  }

  /** Is a claim with the sentence that it was made of. */
  record Altered(String sentence, String claim) {}

  /** Returns a claim made of a sentence of a passage; null where the sentence has nothing that could be changed so. */
  @Nullable
  Altered claim(Kind kind, Passage passage) {
    String text = one(sentences(passage));
    String claim = switch (kind) {
      case VERBATIM -> text;
      case CASING -> text.toLowerCase(Locale.ROOT);
      case CONJUNCTION_DROPPED -> conjunctionDropped(text);
      case CLAUSE_CUT -> cut(text);
      case ARTICLE -> replaced(ARTICLE, text, found -> "");
      case REPORTED -> reported(text, passage);
      case NEGATION_ADDED -> CONDITION.matcher(text).find()
          ? null
          : replaced(AUXILIARY, text, auxiliary -> auxiliary + " not");
      case NEGATION_DROPPED -> replaced(NEGATION, text, negation -> "");
      case NAME -> name(text, passage);
      case NUMBER -> replaced(NUMBER, text, number -> number(number, passage));
      case DATE -> replaced(DATE, text, this::date);
      case ENDING -> ending(text);
      case INSERTED -> inserted(text, passage);
      case DROPPED -> dropped(text);
      case SWAPPED -> swapped(text);
      case ATTRIBUTED -> attributed(text, passage);
      case ROLES -> roles(text);
      case INVENTED -> invented(passage);
    };
    return claim == null || !kind.isTrue && letters(passage.text()).contains(letters(claim))
        ? null
        : new Altered(text, claim);
  }

  private static String letters(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\d]+", " ").strip();
  }

  static Stream<String> words(String text) {
    return WORD.matcher(text).results().map(found -> found.group());
  }

  private <T> T one(List<T> list) {
    return list.get(luck.nextInt(list.size()));
  }

  private @Nullable String replaced(Pattern pattern, String text,
      java.util.function.UnaryOperator<@Nullable String> change) {
    List<java.util.regex.MatchResult> found = pattern.matcher(text).results().toList();
    if (found.isEmpty()) {
      return null;
    }
    java.util.regex.MatchResult place = one(found);
    String changed = change.apply(place.group());
    return changed == null
        ? null
        : (text.substring(0, place.start()) + changed + text.substring(place.end())).replace("  ", " ");
  }

  private static @Nullable String conjunctionDropped(String text) {
    Matcher conjunction = CONJUNCTION.matcher(text);
    return conjunction.find() ? capitalised(text.substring(conjunction.end())) : null;
  }

  private static String capitalised(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  private @Nullable String cut(String text) {
    List<Integer> places = Pattern.compile("[,;] ").matcher(text).results().map(found -> found.start())
        .toList();
    if (places.isEmpty() || CONDITION.matcher(text).find()) {
      return null;
    }
    String claim = text.substring(0, one(places));
    return words(claim).count() < 7 ? null : claim + ".";
  }

  private static @Nullable String reported(String text, Passage passage) {
    String from = passage.document().from();
    return from == null || from.contains("[") ? null : from + " wrote that " + text;
  }

  private @Nullable String attributed(String text, Passage passage) {
    List<String> near = named(passage.text() + " " + passage.header());
    String other = luck.nextBoolean() && !near.isEmpty() ? one(near) : one(names);
    String from = passage.document().from();
    return from == null || from.contains(other) || other.contains(from) || passage.text().contains("I ")
        && passage.text().contains(other) ? null : other + " wrote that " + text;
  }

  private @Nullable String name(String text, Passage passage) {
    List<String> named = named(text);
    if (named.isEmpty()) {
      return null;
    }
    String out = one(named);
    Set<String> near = new LinkedHashSet<>(named(passage.text() + " " + passage.header()));
    near.remove(out);
    String in = luck.nextBoolean() && !near.isEmpty() ? one(List.copyOf(near)) : one(names);
    return in.contains(out) || out.contains(in)
        ? null
        : text.replaceAll("\\b" + Pattern.quote(out) + "\\b", Matcher.quoteReplacement(in));
  }

  /** Returns the people and places of the authority file that a text names by their preferred form. */
  private List<String> named(String text) {
    return names.stream().filter(text::contains)
        .filter(name -> Pattern.compile("\\b" + Pattern.quote(name) + "\\b").matcher(text).find())
        .collect(Collectors.toList());
  }

  private @Nullable String number(String number, Passage passage) {
    List<String> near = NUMBER.matcher(passage.text()).results().map(found -> found.group())
        .filter(other -> !other.equalsIgnoreCase(number) && Character.isDigit(other.charAt(0)) == Character
            .isDigit(number.charAt(0)))
        .toList();
    return luck.nextBoolean() && !near.isEmpty() ? one(near) : String.valueOf(13 + luck.nextInt(900));
  }

  private String date(String date) {
    Matcher year = Pattern.compile("19[45]\\d").matcher(date);
    if (year.find() && luck.nextBoolean() || !MONTH.matcher(date).find()) {
      return year.replaceFirst(
          String.valueOf(Integer.parseInt(Pattern.compile("19[45]\\d").matcher(date).results().findFirst()
              .orElseThrow().group()) + 1 + luck.nextInt(3)));
    }
    int day = Integer.parseInt(date.replaceFirst(" .*", ""));
    return (day == 28 ? 1 : Math.min(28, day) % 28 + 1) + date.replaceFirst("\\d+", "");
  }

  private @Nullable String ending(String text) {
    String[] own = text.split(" ");
    String[] other = one(sentences).split(" ");
    int from = 4 + luck.nextInt(own.length - 6);
    int to = luck.nextInt(other.length - 5) + 1;
    String end = String.join(" ", List.of(other).subList(to, other.length));
    return text.contains(end) || words(end).allMatch(EMPTY::contains)
        ? null
        : String.join(" ", List.of(own).subList(0, from)) + " " + end;
  }

  private @Nullable String inserted(String text, Passage passage) {
    List<String> near = words(passage.text()).filter(word -> word.length() > 3)
        .filter(word -> word.equals(word.toLowerCase(Locale.ROOT)) && !EMPTY.contains(word)).toList();
    String word = luck.nextInt(3) == 0 && !near.isEmpty() ? one(near) : one(words);
    String[] own = text.split(" ");
    List<String> changed = new ArrayList<>(List.of(own));
    changed.add(1 + luck.nextInt(own.length - 1), word);
    return String.join(" ", changed);
  }

  private @Nullable String dropped(String text) {
    List<String> changed = new ArrayList<>(List.of(text.split(" ")));
    int at = 1 + luck.nextInt(changed.size() - 2);
    String word = changed.remove(at).replaceAll("[^\\p{L}\\d'’-]", "").toLowerCase(Locale.ROOT);
    String claim = String.join(" ", changed);
    return word.isEmpty() || EMPTY.contains(word) || isNamedAlike(text, claim) ? null : claim;
  }

  /** Tells whether a text calls something by a shorter form of its name than another does. */
  private boolean isNamedAlike(String text, String shorter) {
    String whole = letters(text);
    String rest = letters(shorter);
    return forms.stream().anyMatch(entry -> entry.stream().map(Alterations::letters)
        .anyMatch(form -> whole.contains(form) && !rest.contains(form)
            && entry.stream().map(Alterations::letters).anyMatch(rest::contains)));
  }

  private @Nullable String swapped(String text) {
    List<java.util.regex.MatchResult> found = WORD.matcher(text).results()
        .filter(word -> !EMPTY.contains(word.group().toLowerCase(Locale.ROOT))
            && !MONTH.matcher(word.group()).find())
        .toList();
    if (found.size() < 3) {
      return null;
    }
    int one = luck.nextInt(found.size() - 1);
    int two = luck.nextBoolean() ? one + 1 : one + 1 + luck.nextInt(found.size() - one - 1);
    return exchanged(text, found.get(one), found.get(two));
  }

  private static @Nullable String exchanged(String text, java.util.regex.MatchResult one,
      java.util.regex.MatchResult two) {
    // The Korean and Korea are one name.
    return one.group().equalsIgnoreCase(two.group()) || root(one.group()).equals(root(two.group()))
        ? null
        : text.substring(0, one.start()) + two.group() + text.substring(one.end(), two.start()) + one.group()
            + text.substring(two.end());
  }

  private static String root(String name) {
    String bare = name.replaceFirst("^the ", "");
    return bare.length() > 4 ? bare.substring(0, 4) : bare;
  }

  private @Nullable String roles(String text) {
    List<java.util.regex.MatchResult> found = Pattern
        .compile(
            "(?:(?:the|Comrade|Comrades|Generals?|General|Mr\\.|Chairman) )?\\p{Lu}[\\p{Ll}-]+(?: \\p{Lu}[\\p{Ll}-]+)*")
        .matcher(text).results()
        .filter(name -> name.start() > 0 || names.stream().anyMatch(name.group()::contains))
        .filter(name -> !MONTH.matcher(name.group()).find()).toList();
    Set<String> different = new HashSet<>();
    found.forEach(name -> different.add(name.group()));
    if (different.size() < 2) {
      return null;
    }
    int one = luck.nextInt(found.size() - 1);
    int two = one + 1 + luck.nextInt(found.size() - one - 1);
    String between = text.substring(found.get(one).end(), found.get(two).start());
    // A list of names says the same in any order.
    return between.matches("(?:,| and| or|,? \\p{Lu}\\S*| the)*\\s?")
        ? null
        : exchanged(text, found.get(one), found.get(two));
  }

  private @Nullable String invented(Passage passage) {
    List<String> named = named(passage.text());
    if (named.isEmpty()) {
      return null;
    }
    String name = one(named);
    String verb = one(VERBS);
    return passage.text().toLowerCase(Locale.ROOT).contains(verb.substring(0, verb.length() - 2))
        ? null
        : name + " " + verb + " it.";
  }

  /** Returns a stretch of a sentence with one thing changed, so that no text of the evidence holds it. */
  @Nullable
  String misquotation(Passage passage) {
    String text = one(sentences(passage));
    String[] own = text.split(" ");
    int from = luck.nextInt(Math.max(1, own.length - 6));
    int to = Math.min(own.length, from + 4 + luck.nextInt(20));
    List<String> stretch = new ArrayList<>(List.of(own).subList(from, to));
    int at = luck.nextInt(stretch.size());
    switch (luck.nextInt(4)) {
      case 0 -> stretch.add(at, one(words));
      case 1 -> stretch.set(at, one(words));
      case 2 -> stretch.remove(Math.clamp(at, 1, stretch.size() - 2));
      default -> stretch.addAll(List.of(one(sentences).split(" ")).subList(1, 6));
    }
    return String.join(" ", stretch).replaceAll("[.,;:]+$", "");
  }

  /** Tells by its name whether Unicode has a character for quotation, or one that is drawn alike. */
  static boolean isMark(int character) {
    int type = Character.getType(character);
    boolean letter = type == Character.UPPERCASE_LETTER || type == Character.LOWERCASE_LETTER
        || type == Character.OTHER_LETTER || type == Character.NON_SPACING_MARK;
    return type != Character.UNASSIGNED && !letter && MARK.matcher(Character.getName(character)).find();
  }

  Random luck() {
    return luck;
  }
}
