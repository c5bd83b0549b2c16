package org.readingroom.evaluation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.readingroom.collection.Collection;
import org.readingroom.collection.Document;
import org.readingroom.index.PassageEmbedder;
import org.readingroom.passage.Chunker;
import org.readingroom.passage.Chunking;
import org.readingroom.search.Filters;
import org.readingroom.search.IndexState;
import org.readingroom.search.LiveIndex;
import org.springframework.util.FileSystemUtils;

/** Measures the program over collections of many sizes, made of the built-in one as {@link GrownCollection} says. */
public final class Growth {

  /** How many passages a search is asked for. */
  private static final int FOUND = 20;
  private static final int WARM_UP = 10;

  private final Programs programs;
  private final List<String> questions;

  /**
   * Makes a measurement.
   *
   * @param questions what is asked of each collection
   */
  public Growth(Programs programs, List<String> questions) {
    this.programs = programs;
    this.questions = List.copyOf(questions);
  }

  /** Makes a measurement that asks the questions of a set, each as if it stood alone. */
  public static Growth asking(Path set, Programs programs) {
    return new Growth(programs,
        QuestionSet.read(set).questions().stream().map(question -> question.turns().getLast()).toList());
  }

  /**
   * Holds what was measured of one collection.
   *
   * @param passages how many passages it has
   * @param textBytes the length of its texts in characters, nearly all of which are a byte
   * @param buildS the seconds that its index took to build, without embedding
   * @param indexBytes the bytes of its index
   * @param heapBytes the bytes of the heap that are used after the questions, with the built-in collection open, too
   * @param openS the seconds that opening the index took once it was there
   * @param retrievalMs the milliseconds of a search, its question embedded
   * @param answerMs the milliseconds of a whole answer
   */
  public record Measured(int passages, long textBytes, double buildS, long indexBytes, long heapBytes,
      double openS, Percentiles retrievalMs, Percentiles answerMs) {}

  /** Holds percentiles of times. */
  public record Percentiles(double p50, double p95, double p99) {

    static Percentiles of(double[] values) {
      return new Percentiles(Bootstrap.percentile(values, 0.5), Bootstrap.percentile(values, 0.95),
          Bootstrap.percentile(values, 0.99));
    }
  }

  /** Returns the measurements as JSON. */
  public static String json(List<Measured> measured) {
    return Json.MAPPER.writeValueAsString(measured);
  }

  /**
   * Makes a collection of at least so many passages and measures it; nothing of it stays.
   *
   * @throws UncheckedIOException if its index cannot be removed
   */
  public Measured measure(int passages) {
    String name = "grown-" + passages;
    remove(programs.folder(name));
    try (Program small = programs.open()) {
      Chunker chunker = new Chunker(small.bean(Chunking.class));
      int ownPassages = small.collection().documents().stream().mapToInt(each -> chunker.chunk(each).size())
          .sum();
      Collection grown = new GrownCollection(small.collection()).of(-Math.floorDiv(-passages, ownPassages));
      AtomicLong embedding = new AtomicLong();
      LiveIndex own = small.bean(LiveIndex.class);
      PassageEmbedder vectors = GrownCollection.vectors(ownPassages, texts -> {
        long start = System.nanoTime();
        List<float[]> embedded = own.embedder().embed(texts);
        embedding.addAndGet(System.nanoTime() - start);
        return embedded;
      });
      Path folder = programs.folder(name);
      double built;
      try (Program building = programs.over(grown, own.over(folder, grown, vectors))) {
        built = building.openSeconds() - embedding.get() / 1e9;
      }
      try (Program program = programs.over(grown, own.over(folder, grown, vectors))) {
        return measured(program, folder, built);
      }
    } finally {
      remove(programs.folder(name));
    }
  }

  private Measured measured(Program program, Path folder, double built) {
    double[] retrieval = times(question -> program.search().search(question, Filters.NONE, FOUND));
    double[] answers = times(question -> program.ask(question, null));
    int size = ((IndexState.Ready) program.bean(LiveIndex.class).state()).passages();
    return new Measured(size, bytes(program.collection()), built, bytes(folder), heap(),
        program.openSeconds(), Percentiles.of(retrieval), Percentiles.of(answers));
  }

  private double[] times(Consumer<String> work) {
    questions.stream().limit(WARM_UP).forEach(work);
    return questions.stream().mapToDouble(question -> {
      long start = System.nanoTime();
      work.accept(question);
      return (System.nanoTime() - start) / 1e6;
    }).toArray();
  }

  private static long bytes(Collection collection) {
    return collection.documents().stream().mapToLong(Document::length).sum();
  }

  private static long heap() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private static long bytes(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.mapToLong(file -> file.toFile().length()).sum();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void remove(Path folder) {
    try {
      FileSystemUtils.deleteRecursively(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
