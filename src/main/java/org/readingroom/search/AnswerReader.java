package org.readingroom.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.readingroom.collection.Document;
import org.readingroom.passage.Passage;
import org.readingroom.passage.WholeWords;
import org.readingroom.reading.PassageReader;
import org.readingroom.reading.ReadablePassage;
import org.readingroom.reading.Reading;
import org.readingroom.search.HybridRetriever.Fused;

/** Has the best of the passages that were found read for a question. */
final class AnswerReader {

  private final PassageReader reader;
  private final Ranking ranking;

  AnswerReader(PassageReader reader, Ranking ranking) {
    this.reader = reader;
    this.ranking = ranking;
  }

  /**
   * Reads.
   *
   * @param text the question, references to earlier turns resolved
   * @param asked the question as it was asked
   * @param found the passages found, the best first
   */
  ReadPassages read(String text, String asked, List<Fused> found) {
    List<Fused> hits = toRead(found, ranking.read());
    List<Reading> readings = readings(text, asked,
        hits.stream().map(hit -> readable(hit.passage())).toList());
    Map<String, ReadPassages.Read> read = new LinkedHashMap<>();
    for (int i = 0; i < hits.size(); i++) {
      read.put(hits.get(i).passage().id(), new ReadPassages.Read(hits.get(i).score(), readings.get(i)));
    }
    return new ReadPassages(read, ranking.passage());
  }

  /** Returns the best fused and the nearest by meaning in turn, since fusion buries what only meaning finds. */
  static List<Fused> toRead(List<Fused> found, int most) {
    List<Fused> near = new ArrayList<>(found);
    near.sort(Comparator.comparingDouble(Fused::cosine).reversed());
    Set<Fused> read = new LinkedHashSet<>();
    for (int i = 0; i < found.size() && read.size() < most; i++) {
      read.add(found.get(i));
      if (read.size() < most) {
        read.add(near.get(i));
      }
    }
    return List.copyOf(read);
  }

  /** Reads a question that leans on earlier ones with them and without: with them, theirs are answered as well. */
  private List<Reading> readings(String text, String asked, List<ReadablePassage> passages) {
    List<Reading> together = reader.read(text, passages);
    if (!text.endsWith(asked) || text.equals(asked)) {
      return together;
    }
    List<Reading> alone = reader.read(asked, passages);
    return IntStream.range(0, passages.size()).mapToObj(i -> together.get(i).mean(alone.get(i))).toList();
  }

  /** Returns a passage as the reader was trained to see it. */
  static ReadablePassage readable(Passage passage) {
    return new ReadablePassage(header(passage.document()), passage.sentences().stream()
        .map(sentence -> WholeWords.of(passage.document(), sentence.span()).text()).toList());
  }

  /** Returns a document's number, title, date, sender and addressee as the reader was trained to see them. */
  private static String header(Document document) {
    StringBuilder header = new StringBuilder("no. ").append(document.number()).append(", ")
        .append(document.title());
    if (document.date().isKnown()) {
      header.append(", ").append(document.date().iso());
    }
    if (document.from() != null || document.to() != null) {
      String from = document.from() == null ? "" : document.from();
      String to = document.to() == null ? "" : " to " + document.to();
      header.append(" (").append((from + to).strip()).append(')');
    }
    return header.toString();
  }
}
