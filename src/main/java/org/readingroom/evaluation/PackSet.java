package org.readingroom.evaluation;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import org.readingroom.reading.ReadablePassage;

/**
 * Holds questions on packs of look-alike passages, every sentence of which is labelled. Only the packs that the reader's
 * training holds back are kept: one in twelve, by the CRC-32 of its name.
 */
record PackSet(String name, List<Question> questions) {

  private static final int HELD = 12;

  /**
   * A question on a pack.
   *
   * @param style how it is asked, such as {@code paraphrase}
   * @param corpus what the passages are from
   * @param right the sentences that answer, alone or with others; none where the pack does not answer
   */
  record Question(String style, String corpus, String text, List<ReadablePassage> passages,
      Set<Place> right) {

    Question {
      passages = List.copyOf(passages);
      right = Set.copyOf(right);
    }
  }

  /** A sentence of a pack, by the places of its passage and of itself, both from 0. */
  record Place(int passage, int sentence) {}

  private record Pack(List<String> ids, List<ReadablePassage> passages) {

    Place place(JsonLine line, String name) {
      int dot = name.lastIndexOf('.');
      int passage = dot < 0 ? -1 : ids.indexOf(name.substring(0, dot));
      String number = name.substring(dot + 1);
      if (passage < 0 || !number.matches("[1-9]\\d{0,4}")
          || Integer.parseInt(number) > passages.get(passage).sentences().size()) {
        throw line.wrong("the pack has no sentence \"" + name + "\".");
      }
      return new Place(passage, Integer.parseInt(number) - 1);
    }
  }

  /**
   * Reads {@code packs.jsonl.gz} and {@code questions.jsonl.gz}.
   *
   * @throws MalformedSetException naming the line, if one cannot be understood
   */
  static PackSet read(Path folder) {
    Map<String, Pack> packs = new HashMap<>();
    JsonLine.read(folder.resolve("packs.jsonl.gz"), line -> packs.put(line.text("pack"), pack(line)));
    List<Question> questions = new ArrayList<>();
    JsonLine.read(folder.resolve("questions.jsonl.gz"), line -> {
      Pack pack = packs.get(line.text("pack"));
      if (pack == null) {
        throw line.wrong("there is no pack \"" + line.text("pack") + "\".");
      }
      return isHeld(line.text("pack")) && questions.add(question(line, pack));
    });
    return new PackSet(String.valueOf(folder.getFileName()), List.copyOf(questions));
  }

  private static Pack pack(JsonLine line) {
    List<String> ids = new ArrayList<>();
    List<ReadablePassage> passages = line.objects("passages", passage -> {
      ids.add(passage.text("id"));
      String head = passage.textOr("head", "");
      return new ReadablePassage(passage.text("title") + (head.isEmpty() ? "" : " / " + head),
          passage.texts("sents"));
    });
    return new Pack(ids, passages);
  }

  private static Question question(JsonLine line, Pack pack) {
    Set<Place> right = new HashSet<>();
    line.lists("a").forEach(way -> way.forEach(name -> right.add(pack.place(line, name))));
    String name = line.text("pack");
    String corpus = name.substring(name.indexOf(':') + 1).replaceFirst("-[^-]*$", "");
    return new Question(line.text("style"), corpus, line.text("q"), pack.passages(), right);
  }

  /** Tells whether training holds a pack back. */
  static boolean isHeld(String pack) {
    CRC32 crc = new CRC32();
    crc.update(pack.getBytes(StandardCharsets.UTF_8));
    return crc.getValue() % HELD == 0;
  }
}
