package org.readingroom.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.readingroom.search.NameWords.Place;
import org.readingroom.search.NameWords.Word;

/** Shortens titles as people do who name a text, and tells whether words of a question are such a title. */
final class TitleForms {

  private static final Pattern SUBTITLE = Pattern.compile("\\s*[:;|(\\[]\\s*|\\s+[-–—]+\\s+|—");
  /** What a mail's subject begins with that answers another or hands it on. */
  private static final Pattern REPLY = Pattern.compile("^(?:\\s*(?:re|fwd?|aw|wg)\\s*:)+",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern NUMBER = Pattern.compile("\\p{N}+");
  private static final Pattern LETTERS_AND_DIGITS = Pattern.compile("(?=.*\\p{L})(?=.*\\p{N}).{4,}");
  private static final int LEAST_LENGTH = 3;

  private static final Pattern QUOTED = Pattern.compile("[\"“”‘'«*_]$");
  private static final Pattern CALLED = Pattern.compile(
      "\\b(?:according to|(?:document|file|book|paper|article|report|text|note)s?(?: called| titled| named)?)\\s+(?:the\\s+)?$",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern IN = Pattern.compile("\\b(?:in|from|of|see|do|does|did)\\s+(?:the\\s+)?$",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern SAYS = Pattern.compile("\\s*(?:" + AuthorForms.SAYS + ")\\b");

  private TitleForms() {}

  /**
   * Returns the forms of a title, as words that compare: the whole, without its subtitle, its beginning up to a little
   * word ("Beginner's Guide" of "A Beginner's Guide to Python"), and these without numbers at the ends.
   */
  static Set<List<String>> of(String written) {
    String title = REPLY.matcher(written).replaceFirst("");
    Set<List<String>> forms = new LinkedHashSet<>();
    add(forms, NameWords.of(title));
    String[] parts = SUBTITLE.split(title, 2);
    List<Word> main = NameWords.of(parts[0]);
    add(forms, main);
    List<Word> beginning = new ArrayList<>();
    for (Word word : trimmed(main)) {
      if (word.isLittle() && NameWords.telling(folded(beginning)) > 1) {
        break;
      }
      beginning.add(word);
    }
    if (NameWords.telling(folded(beginning)) > 1) {
      add(forms, beginning);
    }
    return forms;
  }

  private static void add(Set<List<String>> forms, List<Word> title) {
    List<Word> words = trimmed(title);
    if (NameWords.telling(folded(words)) > 0) {
      forms.add(folded(words));
      List<Word> unnumbered = new ArrayList<>(words);
      while (NUMBER.matcher(unnumbered.getFirst().folded()).matches()) {
        unnumbered.removeFirst();
      }
      while (NUMBER.matcher(unnumbered.getLast().folded()).matches()) {
        unnumbered.removeLast();
      }
      // "Report 7" is not every report.
      if (NameWords.telling(folded(unnumbered)) > 1) {
        forms.add(folded(trimmed(unnumbered)));
      }
    }
  }

  /** Leaves out the little words at both ends. */
  private static List<Word> trimmed(List<Word> words) {
    int from = 0;
    int to = words.size();
    while (from < to && words.get(from).isLittle()) {
      from++;
    }
    while (to > from && words.get(to - 1).isLittle()) {
      to--;
    }
    return words.subList(from, to);
  }

  private static List<String> folded(List<Word> words) {
    return words.stream().map(Word::folded).toList();
  }

  /** Tells whether a place in a question that has the words of a title means the text of that title. */
  static boolean isMeant(Place place, List<Word> words, String text) {
    List<Word> name = words.subList(place.first(), place.last() + 1);
    if (NameWords.telling(folded(name)) > 1
        || LETTERS_AND_DIGITS.matcher(name.getFirst().folded()).matches()) {
      return true;
    }
    Word only = name.getFirst();
    String before = text.substring(0, only.start());
    if (only.folded().length() < LEAST_LENGTH) {
      return false;
    }
    return QUOTED.matcher(before).find() || CALLED.matcher(before).find()
        || only.isCapital(text) && place.first() > 0 && (IN.matcher(before).find()
            || SAYS.matcher(text).region(only.end(), text.length()).lookingAt());
  }
}
