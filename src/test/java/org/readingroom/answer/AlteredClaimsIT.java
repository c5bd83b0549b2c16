package org.readingroom.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.readingroom.answer.Alterations.Kind;
import org.readingroom.answer.ClaimSettings.Unsupported;
import org.readingroom.collection.Reader;
import org.readingroom.passage.Chunker;
import org.readingroom.passage.Chunking;
import org.readingroom.passage.Passage;
import org.readingroom.reading.TrainedReader;
import org.readingroom.search.CountedWords;
import org.readingroom.search.SupportScorer;

/**
 * Puts sentences of the real documents as a model's claims and quotations, as they are and with one thing changed,
 * and counts what is shown. {@code evaluation/claims.md} reports the table that is written.
 */
class AlteredClaimsIT {

  private static final int CLAIMS = Integer.getInteger("claims", 300);
  private static final long SEED = Long.getLong("seed", 1953);
  private static final int QUOTATIONS = Integer.getInteger("quotations", 10_000);
  private static final double LEAST = 0.45;
  private static final double MOST_FALSE = 0.005;
  private static final double LEAST_TRUE = 0.99;
  private static final List<Passage> PASSAGES = Reader.COLLECTION.documents().stream()
      .flatMap(document -> new Chunker(new Chunking(120, 0)).chunk(document).stream()).toList();
  private static final SupportScorer SCORER = CountedWords.scorer(Reader.COLLECTION.authority(), PASSAGES,
      new TrainedReader(null, Path.of("target", "test-models").toAbsolutePath(), 2));
  private static final Pattern QUOTED = Pattern.compile("“([^”]*)”");
  private static final List<String> FRAMES = List.of("%s", "%s.", "It says: %s.", "He wrote %s to them.",
      "According to the document, %s.", "The words are %s, as it says.");

  /** Is some evidence and what a model says of it. */
  private record Said(List<Passage> evidence, String output, String sentence) {

    /** Returns what the program makes of it. */
    String shown() {
      AnswerWriter writer = new AnswerWriter(AnswerListener.NONE, 5, quote -> List.of());
      ClaimChecker checker = new ClaimChecker("What?", Samples.retrieval("What?", evidence).passages(),
          SCORER, LEAST);
      new Drafting(checker, writer, Unsupported.DROP, new Echo("")).ended(output);
      return writer.finish(List.of(), List.of()) instanceof Answer.Answered answered ? answered.text() : "";
    }

    /** Tells whether the words are shown, in marks or not, or anything in marks that the evidence does not have. */
    boolean isSaidOrMisquoted() {
      String shown = shown();
      return plain(shown).contains(plain(sentence)) || QUOTED.matcher(shown).results()
          .anyMatch(quoted -> evidence.stream()
              .noneMatch(found -> found.document().text().contains(quoted.group(1))));
    }
  }

  /** Gives evidence among which a passage is, and lets a model point at it. */
  private static Said said(String sentence, String words, Passage passage, Random luck) {
    List<Passage> evidence = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      evidence.add(PASSAGES.get(luck.nextInt(PASSAGES.size())));
    }
    evidence.remove(passage);
    int at = luck.nextInt(evidence.size() + 1);
    evidence.add(at, passage);
    return new Said(evidence, words + " [" + (at + 1) + "]", sentence);
  }

  @Test
  void whatDiffersFromTheEvidenceIsNotShownAsSupported() throws IOException {
    Map<Kind, List<Said>> said = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      Alterations alterations = new Alterations(Reader.COLLECTION.authority(), PASSAGES,
          SEED + kind.ordinal());
      List<Said> claims = new ArrayList<>();
      for (int tries = 0; claims.size() < CLAIMS && tries < 60 * CLAIMS; tries++) {
        Passage passage = alterations.passage();
        Alterations.Altered claim = alterations.claim(kind, passage);
        if (claim != null) {
          claims.add(said(claim.sentence(), claim.claim(), passage, alterations.luck()));
        }
      }
      said.put(kind, claims);
    }
    StringBuilder table = new StringBuilder("| claims | made | shown | share |\n|---|---|---|---|\n");
    StringBuilder list = new StringBuilder();
    Map<Kind, Double> shares = new EnumMap<>(Kind.class);
    said.forEach((kind, claims) -> {
      List<Said> shown = claims.parallelStream().filter(claim -> !claim.shown().isEmpty()).toList();
      double share = (double) shown.size() / claims.size();
      shares.put(kind, share);
      table.append(String.format(Locale.ROOT, "| %s | %d | %d | %.4f |%n", kind.words, claims.size(),
          shown.size(), share));
      list.append("\n# ").append(kind).append(kind.isTrue ? ", not shown" : ", shown").append('\n');
      claims.stream().filter(claim -> kind.isTrue != shown.contains(claim)).limit(100)
          .forEach(
              claim -> list.append(claim.output()).append("\n    ").append(claim.sentence()).append('\n'));
    });
    Files.createDirectories(Path.of("target"));
    Files.writeString(Path.of("target/claims.md"), table);
    Files.writeString(Path.of("target/claims.txt"), list);
    shares.forEach((kind, share) -> {
      if (kind.isTrue) {
        assertThat(share).as(kind.words).isGreaterThanOrEqualTo(LEAST_TRUE);
      } else {
        assertThat(share).as(kind.words).isLessThanOrEqualTo(MOST_FALSE);
      }
    });
  }

  /** A name that the evidence has, beside words that it does not say of it. */
  @ParameterizedTest
  @ValueSource(strings = {"Truman signed it.",
      "The American Union is experiencing a great insufficiency in lead."})
  void whatIsNotSaidOfANameIsNotShown(String claim) {
    List<Passage> near = PASSAGES.stream()
        .filter(passage -> passage.text().contains("Truman")
            || passage.text().replaceAll("\\s+", " ").contains("insufficiency in lead"))
        .toList();
    assertThat(near).hasSizeGreaterThan(1)
        .allSatisfy(passage -> assertThat(said("", claim, passage, new Random(1950)).shown()).isEmpty());
  }

  /** Returns every character that Unicode names like a mark of quotation, and what imitates one. */
  private static List<String> marks() {
    List<String> marks = new ArrayList<>(IntStream.range(0, 0x1F700).filter(Alterations::isMark)
        .mapToObj(Character::toString).toList());
    marks.addAll(
        List.of("''", "``", "´´", ",,", "‘‘", "’’", "‚‚", "<<", ">>", "‹‹", "››", "′′", "&quot;", "&#34;",
            "&#x201c;", "&ldquo;", "&rdquo;", "&laquo;", "&raquo;", "&lsquo;", "&rsquo;", "&Prime;", "&apos;",
            "\\\"",
            "<q>", "<blockquote>", "\\u201c"));
    return marks;
  }

  @Test
  void noAlteredQuotationIsShownInWhateverMarks() throws IOException {
    Alterations alterations = new Alterations(Reader.COLLECTION.authority(), PASSAGES, 1950);
    Random luck = alterations.luck();
    List<String> marks = marks();
    List<Said> altered = new ArrayList<>();
    while (altered.size() < QUOTATIONS) {
      Passage passage = alterations.passage();
      String words = alterations.misquotation(passage);
      String open = marks.get(luck.nextInt(marks.size()));
      String close = luck.nextInt(4) == 0 ? marks.get(luck.nextInt(marks.size())) : closing(open);
      String frame = FRAMES.get(luck.nextInt(FRAMES.size()));
      Said said = said(words, frame.formatted(open + words + close), passage, luck);
      if (said.evidence().stream().noneMatch(found -> plain(found.text()).contains(plain(words)))) {
        altered.add(said);
      }
    }
    // A sentence of it that is the document's may be quoted; the altered words may not be there.
    List<String> shown = altered.parallelStream().filter(Said::isSaidOrMisquoted)
        .map(said -> said.output() + " → " + said.shown()).toList();
    Files.createDirectories(Path.of("target"));
    Files.writeString(Path.of("target/quotations.md"),
        altered.size() + " altered quotations in " + marks.size() + " marks, " + shown.size() + " shown\n");
    Files.write(Path.of("target/quotations.txt"), shown);
    assertThat(shown).isEmpty();
  }

  @Test
  void aTrueQuotationIsShownInThem() {
    Alterations alterations = new Alterations(Reader.COLLECTION.authority(), PASSAGES, 1951);
    List<String> lost = new ArrayList<>();
    for (String open : marks()) {
      Passage passage = alterations.passage();
      String words = Alterations.sentences(passage).getFirst();
      Said said = said(words, "It says: " + open + words + closing(open), passage, alterations.luck());
      if (!said.shown().contains("“")) {
        lost.add(said.output());
      }
    }
    assertThat(lost).isEmpty();
  }

  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\d]+", "");
  }

  /** Returns what closes a quotation: the other of a pair, or the same again. */
  private static String closing(String open) {
    if (open.startsWith("<") && open.endsWith(">")) {
      return "</" + open.substring(1);
    }
    return switch (open) {
      case "<<" -> ">>";
      case ">>" -> "<<";
      case "``" -> "''";
      case "‹‹" -> "››";
      case ",,", "‚‚" -> "’’";
      case "&ldquo;" -> "&rdquo;";
      case "&laquo;" -> "&raquo;";
      case "&lsquo;" -> "&rsquo;";
      case "\\u201c" -> "\\u201d";
      default -> {
        String mirrored = Stream.of(open.codePointAt(0) + 1, open.codePointAt(0)).map(Character::toString)
            .filter(next -> Character.getType(open.codePointAt(0)) == Character.START_PUNCTUATION
                && Character.getType(next.codePointAt(0)) == Character.END_PUNCTUATION)
            .findFirst().orElse(open);
        yield open.length() == 1 ? mirrored : open;
      }
    };
  }
}
