package org.readingroom.evaluation;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.readingroom.reading.ReadablePassage;

/** Holds questions about packs of passages that look alike, with the sentences that answer them. */
public record PackSet(String name, List<PackQuestion> questions) {

  static final String PACKS = "packs.jsonl.gz";
  static final String QUESTIONS = "questions.jsonl.gz";

  /** One pack in so many is held back from training, by the checksum of its name. */
  private static final int FOLDS = 12;

  public PackSet {
    questions = List.copyOf(questions);
  }

  /**
   * Reads {@value #PACKS} and {@value #QUESTIONS}.
   *
   * @param every whether to take every pack and not only those held back from training
   * @throws MalformedSetException naming the line, if one cannot be understood, or if no question is left
   */
  public static PackSet read(Path folder, boolean every) {
    Map<String, Pack> packs = new LinkedHashMap<>();
    JsonLine.read(folder.resolve(PACKS), line -> {
      Pack pack = pack(line);
      if (packs.putIfAbsent(pack.name(), pack) != null) {
        throw line.wrong("the pack \"" + pack.name() + "\" is there twice.");
      }
      return pack;
    });
    List<PackQuestion> questions = JsonLine.read(folder.resolve(QUESTIONS), line -> question(line, packs)).stream()
        .filter(question -> every || isHeld(question.pack().name())).toList();
    if (questions.isEmpty()) {
      throw new MalformedSetException("The set " + folder + " has no question about a pack that is held back.");
    }
    return new PackSet(String.valueOf(folder.getFileName()), questions);
  }

  /** Tells whether a pack is held back from training. */
  static boolean isHeld(String pack) {
    CRC32 checksum = new CRC32();
    checksum.update(pack.getBytes(StandardCharsets.UTF_8));
    return checksum.getValue() % FOLDS == 0;
  }

  /** Returns the set with only so many of its questions, drawn by a seed. */
  public PackSet sample(int most, long seed) {
    if (questions.size() <= most) {
      return this;
    }
    List<PackQuestion> drawn = new ArrayList<>(questions);
    Collections.shuffle(drawn, new Random(seed));
    return new PackSet(name, drawn.subList(0, most));
  }

  private static Pack pack(JsonLine line) {
    List<String> corpora = line.objects("passages", passage -> passage.text("corpus")).stream().distinct().toList();
    if (corpora.size() != 1) {
      throw line.wrong("the passages of a pack are of one corpus, not of " + corpora + ".");
    }
    return new Pack(line.text("pack"), corpora.getFirst(), line.objects("passages", PackSet::part));
  }

  /** Reads a passage with the header that the reader was trained to see. */
  private static Pack.Part part(JsonLine line) {
    String header = Stream.of(line.text("title"), line.textOr("head", "")).filter(words -> !words.isEmpty())
        .collect(Collectors.joining(" / "));
    return new Pack.Part(line.text("id"), line.text("doc"), new ReadablePassage(header, line.texts("sents")));
  }

  private static PackQuestion question(JsonLine line, Map<String, Pack> packs) {
    Pack pack = packs.get(line.text("pack"));
    if (pack == null) {
      throw line.wrong("there is no pack \"" + line.text("pack") + "\".");
    }
    List<String> known = pack.sentences();
    List<Set<String>> answers = line.lists("a").stream().map(Set::copyOf).toList();
    answers.stream().flatMap(Set::stream).filter(sentence -> !known.contains(sentence)).findFirst()
        .ifPresent(sentence -> {
          throw line.wrong("the pack has no sentence \"" + sentence + "\".");
        });
    return new PackQuestion(pack, line.text("style"), line.text("q"), answers);
  }
}
