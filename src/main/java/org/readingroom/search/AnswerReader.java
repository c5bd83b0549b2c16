package org.readingroom.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
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
   * Returns a reader that goes by what it is told of how rare words are, where it goes by that.
   *
   * @param rarity tells how rare a term is
   */
  AnswerReader weighing(ToDoubleFunction<String> rarity) {
    return new AnswerReader(reader.weighing(rarity), ranking);
  }

  /** Does {@link #readAll} for what was found in one index. */
  ReadPassages read(String text, List<Fused> found) {
    return readAll(text, List.of(found)).getFirst();
  }

  /**
   * Reads the best of all, whichever index they are from.
   *
   * @param text the question, references to earlier turns resolved
   * @param found the passages found in each index
   * @return what was read of each
   */
  List<ReadPassages> readAll(String text, List<List<Fused>> found) {
    List<Fused> all = found.size() == 1
        ? found.getFirst()
        : found.stream().flatMap(List::stream).sorted(Comparator.comparingDouble(Fused::score).reversed())
            .toList();
    List<Fused> hits = toRead(all, ranking.read());
    List<Reading> readings = reader.read(text, hits.stream().map(hit -> readable(hit.passage())).toList());
    Map<Fused, ReadPassages.Read> read = new IdentityHashMap<>();
    for (int i = 0; i < hits.size(); i++) {
      read.put(hits.get(i), new ReadPassages.Read(hits.get(i).score(), readings.get(i)));
    }
    List<Map<String, ReadPassages.Read>> each = new ArrayList<>();
    for (List<Fused> own : found) {
      Map<String, ReadPassages.Read> ids = new LinkedHashMap<>();
      own.forEach(hit -> Optional.ofNullable(read.get(hit)).ifPresent(of -> ids.put(hit.passage().id(), of)));
      each.add(ids);
    }
    double best = each.stream().mapToDouble(own -> ReadPassages.best(own, ranking.passage())).max()
        .orElse(Double.NEGATIVE_INFINITY);
    return each.stream().map(own -> new ReadPassages(own, ranking.passage(), best)).toList();
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
