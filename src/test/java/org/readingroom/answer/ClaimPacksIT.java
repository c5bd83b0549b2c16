package org.readingroom.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.readingroom.collection.Document;
import org.readingroom.collection.DocumentDate;
import org.readingroom.collection.Kind;
import org.readingroom.collection.Paragraph;
import org.readingroom.collection.Reader;
import org.readingroom.passage.Passage;
import org.readingroom.passage.Sentence;
import org.readingroom.passage.Span;
import org.readingroom.reading.TrainedReader;
import org.readingroom.search.CountedWords;
import org.readingroom.search.RetrievedPassage;
import org.readingroom.search.SupportScorer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Judges the claims on packs that were held back from training, through all of the check. {@code evaluation/claims.md}
 * reports the table that is written, {@code evaluation/reader} says what packs are; they are not in the repository.
 */
class ClaimPacksIT {

  private static final Path FOLDER = Path
      .of(System.getProperty("reading-room.packs", "../shared/training/reading")).toAbsolutePath();
  private static final double LEAST = Double.parseDouble(System.getProperty("least", "0.45"));

  /** A claim with the passages that support it or come nearest. */
  private record Labelled(String kind, boolean isTrue, String text, List<Passage> evidence,
      boolean builtIn) {}

  /** What became of a claim: whether it is shown, and the estimate that some evidence supports it. */
  private record Judged(Labelled claim, boolean shown, String fault, double estimate, double millis) {}

  private static List<JsonNode> lines(String file) throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    try (BufferedReader reader = new BufferedReader(new InputStreamReader(
        new GZIPInputStream(Files.newInputStream(FOLDER.resolve(file))), StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines.add(JsonMapper.shared().readTree(line));
      }
    }
    return lines;
  }

  /** Tells whether a pack is held back from training: one in twelve, by its name. */
  private static boolean isHeld(String pack) {
    CRC32 crc = new CRC32();
    crc.update(pack.getBytes(StandardCharsets.UTF_8));
    return crc.getValue() % 12 == 0;
  }

  private static List<Labelled> claims() throws IOException {
    Map<String, JsonNode> packs = new HashMap<>();
    lines("packs.jsonl.gz").forEach(pack -> packs.put(pack.path("pack").asString(), pack));
    List<Labelled> claims = new ArrayList<>();
    for (JsonNode claim : lines("claims.jsonl.gz")) {
      String pack = claim.path("pack").asString();
      if (!isHeld(pack)) {
        continue;
      }
      boolean isTrue = !claim.path("s").isEmpty();
      Set<String> homes = new LinkedHashSet<>();
      (isTrue ? claim.path("s").get(0) : claim.path("n"))
          .forEach(sentence -> homes.add(sentence.asString().split("\\.")[0]));
      List<Passage> evidence = new ArrayList<>();
      for (JsonNode passage : packs.get(pack).path("passages")) {
        if (homes.contains(passage.path("id").asString())) {
          evidence.add(passage(passage));
        }
      }
      if (!evidence.isEmpty()) {
        claims.add(new Labelled(claim.path("kind").asString(), isTrue, claim.path("c").asString(), evidence,
            pack.contains(":reader-")));
      }
    }
    return claims;
  }

  private static Passage passage(JsonNode pack) {
    StringBuilder text = new StringBuilder();
    List<Sentence> sentences = new ArrayList<>();
    for (JsonNode sentence : pack.path("sents")) {
      text.append(text.isEmpty() ? "" : " ");
      Span span = new Span(text.length(), text.length() + sentence.asString().length());
      sentences.add(new Sentence(span, Paragraph.Role.BODY, 0));
      text.append(sentence.asString());
    }
    Document document = document(pack, text.toString());
    return new Passage(document, 0, new Span(0, text.length()), sentences);
  }

  private static Document document(JsonNode pack, String text) {
    List<Paragraph> paragraphs = List.of(new Paragraph(0, text.length(), Paragraph.Role.BODY, 1, 1));
    if (pack.path("corpus").asString().equals("reader")) {
      Document whole = Reader.COLLECTION.document(Integer.parseInt(pack.path("doc").asString()))
          .orElseThrow();
      return new Document(whole.collection(), whole.number(), whole.title(), whole.classification(),
          whole.date(),
          whole.kind(), whole.from(), whole.to(), whole.source(), whole.translator(), text, "00", paragraphs,
          List.of());
    }
    String head = pack.path("head").asString();
    return new Document(pack.path("corpus").asString(), 1,
        pack.path("title").asString() + (head.isEmpty() ? "" : " / " + head), null, DocumentDate.UNKNOWN,
        Kind.OTHER,
        null, null, null, null, text, "00", paragraphs, List.of());
  }

  @Test
  void aClaimIsShownWhereTheEvidenceSaysSo() throws IOException {
    assumeThat(FOLDER).isDirectory();
    List<Labelled> claims = claims();
    List<Judged> judged = new ArrayList<>();
    try (TrainedReader reader = new TrainedReader(null, Path.of("target", "test-models").toAbsolutePath(),
        2)) {
      SupportScorer scorer = CountedWords.scorer(Reader.COLLECTION.authority(),
          claims.stream().flatMap(claim -> claim.evidence().stream()).toList(), reader);
      for (Labelled claim : claims) {
        List<RetrievedPassage> evidence = claim.evidence().stream()
            .map(passage -> new RetrievedPassage(passage, 1)).toList();
        long start = System.nanoTime();
        ClaimChecker.Checked checked = new ClaimChecker("What?", evidence, scorer, LEAST)
            .check(new Claim(claim.text(), List.of()));
        double millis = (System.nanoTime() - start) / 1e6;
        judged.add(new Judged(claim, checked.supported(),
            checked.left() == null ? "" : checked.left().reason().replaceAll("\\d.*|:.*", ""),
            scorer.read(claim.text(), claim.evidence()).stream()
                .mapToDouble(support -> support.score()).max().orElse(0),
            millis));
      }
    }
    Files.createDirectories(Path.of("target"));
    Files.writeString(Path.of("target/claim-packs.md"), report(judged));
    assertThat(share(judged, true)).isGreaterThan(0.5);
    assertThat(share(judged, false)).isLessThan(0.15);
  }

  private static double share(List<Judged> judged, boolean isTrue) {
    return judged.stream().filter(each -> each.claim().isTrue() == isTrue)
        .mapToInt(each -> each.shown() ? 1 : 0)
        .average().orElse(0);
  }

  private static String report(List<Judged> judged) {
    List<Judged> right = judged.stream().filter(each -> each.claim().isTrue()).toList();
    List<Judged> wrong = judged.stream().filter(each -> !each.claim().isTrue()).toList();
    StringBuilder report = new StringBuilder();
    report.append(String.format(Locale.ROOT,
        "%d claims, %d of them true. The reader alone: area under the ROC curve %.3f. The whole check at %.2f: "
            + "true shown %.3f, false shown %.3f; of the built-in collection %.3f, %.3f. Median %.0f ms a claim.%n%n",
        judged.size(), right.size(), area(right, wrong), LEAST, share(judged, true), share(judged, false),
        share(builtIn(judged), true), share(builtIn(judged), false),
        judged.stream().mapToDouble(Judged::millis).sorted().skip(judged.size() / 2).findFirst().orElse(0)));
    report.append("| least estimate | true, by the reader alone | false |\n|---|---|---|\n");
    for (int percent = 10; percent < 100; percent += 10) {
      double least = percent / 100.0;
      report.append(String.format(Locale.ROOT, "| %.1f | %.3f | %.3f |%n", least, above(right, least),
          above(wrong, least)));
    }
    report.append("\n| turned away because | true | false |\n|---|---|---|\n");
    judged.stream().filter(each -> !each.shown()).collect(Collectors.groupingBy(Judged::fault)).forEach(
        (fault, all) -> report.append(String.format(Locale.ROOT, "| %s | %d | %d |%n", fault,
            all.stream().filter(each -> each.claim().isTrue()).count(),
            all.stream().filter(each -> !each.claim().isTrue()).count())));
    report.append("\n| kind | claims | shown |\n|---|---|---|\n");
    Map<String, List<Judged>> kinds = new TreeMap<>();
    judged.forEach(each -> kinds
        .computeIfAbsent((each.claim().isTrue() ? "true: " : "false: ") + each.claim().kind(),
            kind -> new ArrayList<>())
        .add(each));
    kinds.forEach(
        (kind, all) -> report.append(String.format(Locale.ROOT, "| %s | %d | %.2f |%n", kind, all.size(),
            all.stream().filter(Judged::shown).count() / (double) all.size())));
    report.append("\n");
    wrong.stream().filter(Judged::shown).limit(60)
        .forEach(each -> report.append("shown, ").append(each.claim().kind()).append(": ")
            .append(each.claim().text())
            .append('\n'));
    right.stream().filter(each -> !each.shown()).limit(400)
        .forEach(
            each -> report.append("dropped, ").append(each.claim().kind()).append(", ").append(each.fault())
                .append(", ")
                .append(String.format(Locale.ROOT, "%.2f", each.estimate())).append(": ")
                .append(each.claim().text())
                .append('\n'));
    return report.toString();
  }

  private static List<Judged> builtIn(List<Judged> judged) {
    return judged.stream().filter(each -> each.claim().builtIn()).toList();
  }

  private static double above(List<Judged> judged, double least) {
    return judged.stream().filter(each -> each.estimate() >= least).count() / (double) judged.size();
  }

  /** Returns how often a true claim is estimated higher than a false one. */
  private static double area(List<Judged> right, List<Judged> wrong) {
    double sum = 0;
    for (Judged one : right) {
      for (Judged other : wrong) {
        sum += one.estimate() > other.estimate() ? 1 : one.estimate() == other.estimate() ? 0.5 : 0;
      }
    }
    return sum / right.size() / wrong.size();
  }
}
