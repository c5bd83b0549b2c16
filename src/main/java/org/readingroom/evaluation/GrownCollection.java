package org.readingroom.evaluation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.readingroom.collection.Collection;
import org.readingroom.collection.Document;
import org.readingroom.collection.DocumentBody;
import org.readingroom.collection.DocumentCard;
import org.readingroom.collection.Sha256;
import org.readingroom.index.PassageEmbedder;

/**
 * Makes a collection of any size out of a small one: its documents again and again, each time with other words in the
 * place of some.
 *
 * <p>
 * A word is replaced by one of the same length, so that paragraphs and passages of all copies are cut alike. Texts
 * are made when they are asked for. The vectors of copies are the first ones' with noise, so that nothing need be
 * embedded.
 */
final class GrownCollection {

  private static final Pattern WORD = Pattern.compile("\\p{L}{5,}");
  /** The share of the longer words that are replaced. */
  private static final double CHANGED = 0.15;
  /** The length of the noise that is added to a vector of length one. */
  private static final double NOISE = 0.3;
  /** The characters of text that are kept in memory, as a library keeps them. */
  private static final long MAX_CACHED = 16_000_000;

  private final Collection small;
  private final Map<Integer, List<String>> words;
  private final Cache<Integer, DocumentBody> bodies = Caffeine.newBuilder().maximumWeight(MAX_CACHED)
      .weigher((Integer number, DocumentBody body) -> body.text().length()).build();

  GrownCollection(Collection small) {
    this.small = small;
    this.words = small.documents().stream().flatMap(document -> WORD.matcher(document.text()).results())
        .map(word -> word.group().toLowerCase(Locale.ROOT)).distinct().sorted()
        .collect(Collectors.groupingBy(String::length));
  }

  /** Returns the collection with each of its documents so many times. */
  Collection of(int copies) {
    List<Document> documents = new ArrayList<>();
    int last = small.documents().stream().mapToInt(Document::number).max().orElse(0);
    for (int copy = 0; copy < copies; copy++) {
      for (Document document : small.documents()) {
        documents.add(copy == 0 ? document : copy(document, copy, copy * last + document.number()));
      }
    }
    return new Collection(small.id(), small.title(), small.publisher(), small.citation(), small.sha256(),
        documents, small.authority(), small.warnings());
  }

  private Document copy(Document document, int copy, int number) {
    DocumentCard card = document.card();
    return new Document(
        new DocumentCard(card.collection(), number, changed(card.title(), number), card.classification(),
            card.date(), card.kind(), card.from(), card.to(), card.source(), card.translator(),
            Sha256.of(card.sha256() + copy), card.length(), card.state(), card.origin()),
        () -> bodies.get(number, unknown -> new DocumentBody(changed(document.text(), number),
            document.paragraphs(), document.lines())));
  }

  private String changed(String text, int seed) {
    Random luck = new Random(seed);
    return WORD.matcher(text).replaceAll(word -> Matcher.quoteReplacement(
        luck.nextDouble() < CHANGED ? another(word.group(), luck) : word.group()));
  }

  private String another(String word, Random luck) {
    List<String> alike = words.getOrDefault(word.length(), List.of(word));
    String other = alike.get(luck.nextInt(alike.size()));
    return Character.isUpperCase(word.charAt(0))
        ? Character.toUpperCase(other.charAt(0)) + other.substring(1)
        : other;
  }

  /**
   * Returns what makes the vectors of the passages in the order of the collection, once.
   *
   * @param passages how many passages the small collection has
   * @param first embeds those
   */
  static PassageEmbedder vectors(int passages, Function<List<String>, List<float[]>> first) {
    List<float[]> known = new ArrayList<>();
    Random luck = new Random(1950);
    int[] next = {0};
    return texts -> {
      int left = Math.min(texts.size(), passages - known.size());
      known.addAll(first.apply(texts.subList(0, left)));
      List<float[]> made = new ArrayList<>();
      for (int i = 0; i < texts.size(); i++) {
        float[] vector = known.get(next[0] % passages);
        made.add(next[0]++ < passages ? vector : near(vector, luck));
      }
      return made;
    };
  }

  private static float[] near(float[] vector, Random luck) {
    float[] near = new float[vector.length];
    double sum = 0;
    for (int i = 0; i < near.length; i++) {
      near[i] = (float) (vector[i] + NOISE / Math.sqrt(near.length) * luck.nextGaussian());
      sum += near[i] * near[i];
    }
    for (int i = 0; i < near.length; i++) {
      near[i] /= (float) Math.sqrt(sum);
    }
    return near;
  }
}
