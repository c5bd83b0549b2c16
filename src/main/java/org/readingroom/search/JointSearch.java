package org.readingroom.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.readingroom.collection.Authority;
import org.readingroom.collection.Document;
import org.readingroom.index.IndexException;
import org.readingroom.passage.Passage;
import org.readingroom.passage.Span;
import org.readingroom.search.HybridRetriever.Fused;
import org.readingroom.search.PassageSearch.Sought;
import org.readingroom.text.TextAnalyzer;
import org.readingroom.timing.Stage;

/**
 * Finds evidence in several collections that are asked together: each is searched, the scores are made comparable as
 * if all were one index, and the best passages of all are read at once, as many as in one collection.
 *
 * <p>
 * A collection that cannot be searched does not stop the others.
 */
public final class JointSearch implements EvidenceSearch {

  private final List<Part> parts;

  /**
   * One of the collections.
   *
   * @param title what it is called, to say that it is left out
   * @param search its search as the collection is when it is asked for
   */
  public record Part(String id, Supplier<String> title, Supplier<PassageSearch> search) {}

  public JointSearch(List<Part> parts) {
    this.parts = List.copyOf(parts);
  }

  @Override
  public boolean has(Document document) {
    return parts.stream().anyMatch(part -> part.id().equals(document.collection()));
  }

  @Override
  public SearchSession open() {
    List<Opened> opened = new ArrayList<>();
    List<String> leftOut = new ArrayList<>();
    RuntimeException first = null;
    for (Part part : parts) {
      try {
        PassageSearch search = part.search().get();
        opened.add(new Opened(part.id(), search, search.acquire()));
      } catch (RuntimeException e) {
        first = first == null ? e : first;
        leftOut.add("The collection “" + part.title().get() + "” is left out. " + sentence(e));
      }
    }
    if (opened.isEmpty() && first != null) {
      throw first;
    }
    return new Session(opened, leftOut);
  }

  private static String sentence(RuntimeException e) {
    return e instanceof IndexException ? String.valueOf(e.getMessage()) : "It could not be opened.";
  }

  /** A collection that is searched. */
  private record Opened(String id, PassageSearch search, IndexLease lease) {

    Sought seek(Inquiry inquiry, UnaryOperator<String> mend) {
      return search.seek(inquiry, lease, mend);
    }
  }

  /** The collections as they were when this was opened. */
  private record Session(List<Opened> opened, List<String> leftOut) implements SearchSession {

    Session {
      opened = List.copyOf(opened);
      leftOut = List.copyOf(leftOut);
    }

    @Override
    public Retrieval retrieve(Inquiry inquiry) {
      List<Sought> sought = seek(inquiry);
      List<List<Fused>> found = find(sought);
      AnswerReader reader = opened.getFirst().search().reader();
      List<ReadPassages> read = Stage.READ
          .time(() -> reader.readAll(sought.getFirst().query().text(), inquiry.asked(), found));
      List<List<Fused>> looked = best(found, opened.getFirst().search().ranking().looked());
      return together(IntStream.range(0, opened.size()).mapToObj(
          i -> opened.get(i).search().answers(sought.get(i), looked.get(i), read.get(i))).toList());
    }

    @Override
    public List<RetrievedPassage> search(String text, Filters filters, int k) {
      return find(seek(Inquiry.of(text, filters))).stream().flatMap(List::stream)
          .map(hit -> new RetrievedPassage(hit.passage(), hit.score()))
          .sorted(Comparator.comparingDouble(RetrievedPassage::score).reversed()).limit(k).toList();
    }

    private List<Sought> seek(Inquiry inquiry) {
      return opened.stream().map(each -> each.seek(inquiry, this::mended)).toList();
    }

    /** Returns a text with those words mended that no collection knows. */
    private String mended(String text) {
      List<String> mended = opened.stream().map(each -> each.search().mended(text, each.lease())).toList();
      return mended.contains(text) ? text : mended.getFirst();
    }

    private List<List<Fused>> find(List<Sought> sought) {
      PassageSearch any = opened.getFirst().search();
      float[] vector = any.vector(sought.getFirst().query());
      return Stage.SEARCH.time(() -> HybridRetriever.fuse(
          sought.stream()
              .map(each -> new HybridRetriever(each.index(), any.ranking()).hits(each.query(), vector))
              .toList(),
          any.ranking()));
    }

    /** Returns of the passages found in each collection those that are among the best of all. */
    private static List<List<Fused>> best(List<List<Fused>> found, int most) {
      double least = found.stream().flatMap(List::stream).map(Fused::score)
          .sorted(Comparator.reverseOrder()).limit(most).reduce((earlier, later) -> later).orElse(0.0);
      return found.stream().map(own -> own.stream().filter(hit -> hit.score() >= least).toList()).toList();
    }

    private static Retrieval together(List<Retrieval> each) {
      Retrieval nearest = each.stream().filter(retrieval -> !retrieval.candidates().isEmpty())
          .max(Comparator.comparingDouble(retrieval -> retrieval.candidates().getFirst().score()))
          .orElse(each.getFirst());
      List<List<Candidate>> parts = IntStream.range(0, nearest.parts().size())
          .mapToObj(i -> merged(each.stream().filter(one -> one.parts().size() == nearest.parts().size()),
              one -> one.parts().get(i)))
          .toList();
      Map<Ground, Double> grounds = each.stream().map(Retrieval::grounds).filter(known -> !known.isEmpty())
          .findFirst().orElse(Map.of());
      return new Retrieval(nearest.query(),
          each.stream().flatMap(one -> one.passages().stream())
              .sorted(Comparator.comparingDouble(RetrievedPassage::score).reversed()).toList(),
          merged(each.stream(), Retrieval::candidates), parts, grounds);
    }

    private static List<Candidate> merged(Stream<Retrieval> each,
        Function<Retrieval, List<Candidate>> candidates) {
      return each.flatMap(one -> candidates.apply(one).stream())
          .sorted(Comparator.comparingDouble(Candidate::score).reversed()).toList();
    }

    @Override
    public SupportScorer support() {
      List<ToDoubleFunction<String>> rarities = opened.stream()
          .map(each -> each.search().rarity(each.lease())).toList();
      Authority names = new Authority(
          opened.stream().flatMap(each -> each.search().authority().entries().stream()).toList());
      return opened.getFirst().search().support(new TextAnalyzer(names),
          term -> rarities.stream().mapToDouble(rarity -> rarity.applyAsDouble(term)).average().orElse(0));
    }

    private Optional<Opened> of(Document document) {
      return opened.stream().filter(each -> each.id().equals(document.collection())).findFirst();
    }

    @Override
    public List<Span> wanted(Query query, Document document, Span span) {
      return of(document).map(each -> each.search().wanted(query, document, span)).orElse(List.of());
    }

    @Override
    public List<Span> matches(String query, Passage passage) {
      return of(passage.document()).map(each -> each.search().matches(query, passage, each.lease()))
          .orElse(List.of());
    }

    @Override
    public void close() {
      opened.forEach(each -> each.lease().close());
    }
  }
}
