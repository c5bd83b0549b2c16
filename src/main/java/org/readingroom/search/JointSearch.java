package org.readingroom.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
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
import org.readingroom.search.HybridRetriever.Hits;
import org.readingroom.search.PassageSearch.Sought;
import org.readingroom.text.TextAnalyzer;
import org.readingroom.timing.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds evidence in several collections that are asked together: each is searched, the lists of all are merged and
 * brought to one scale, and the best passages of all are read at once, as many as in one collection.
 *
 * <p>
 * A collection that cannot be searched does not stop the others.
 */
public final class JointSearch implements EvidenceSearch {

  private static final Logger LOG = LoggerFactory.getLogger(JointSearch.class);

  private final List<Part> parts;

  /**
   * One of the collections.
   *
   * @param title what it is called, for saying that it is left out
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
    Failures failures = new Failures();
    List<Opened> opened = failures.without(parts, part -> part, part -> {
      PassageSearch search = part.search().get();
      return new Opened(part, search, search.acquire());
    });
    return new Session(opened, failures);
  }

  /** What could not be searched, and why. */
  private static final class Failures {

    private final Map<String, String> sentences = new ConcurrentSkipListMap<>();

    /**
     * Does something with each collection that has not failed; those that fail at it are left out from then on.
     *
     * @throws RuntimeException the first failure, where all fail
     */
    <T, R> List<R> without(List<T> each, Function<T, Part> part, Function<T, R> work) {
      List<R> done = new ArrayList<>();
      RuntimeException first = null;
      for (T one : each) {
        try {
          if (!sentences.containsKey(part.apply(one).id())) {
            done.add(work.apply(one));
          }
        } catch (RuntimeException e) {
          first = first == null ? e : first;
          failed(part.apply(one), e);
        }
      }
      if (done.isEmpty() && first != null) {
        throw first;
      }
      return done;
    }

    private void failed(Part part, RuntimeException e) {
      if (!(e instanceof IndexNotReadyException)) {
        LOG.warn("The collection {} is left out", part.id(), e);
      }
      sentences.put(part.id(), "The collection “" + part.title().get() + "” is left out. "
          + (e instanceof IndexNotReadyException notReady && !(notReady.state() instanceof IndexState.Failed)
              ? notReady.getMessage()
              : "It cannot be searched at present."));
    }

    List<String> sentences() {
      return List.copyOf(sentences.values());
    }
  }

  /** A collection that is searched. */
  private record Opened(Part part, PassageSearch search, IndexLease lease) {

    Looking seek(Inquiry inquiry, UnaryOperator<String> mend) {
      return new Looking(this, search.seek(inquiry, lease, mend));
    }
  }

  /** A question as it is searched in one of the collections. */
  private record Looking(Opened opened, Sought sought) {

    Part part() {
      return opened.part();
    }
  }

  /** What one of the collections has for a question. */
  private record Had(Looking looking, Hits hits) {}

  /** What was found in one of the collections, made comparable with the others. */
  private record Found(Looking looking, List<Fused> passages) {}

  /** The collections as they were when this was opened. */
  private record Session(List<Opened> opened, Failures failures) implements SearchSession {

    Session {
      opened = List.copyOf(opened);
    }

    private PassageSearch any() {
      return opened.getFirst().search();
    }

    @Override
    public Retrieval retrieve(Inquiry inquiry) {
      List<Found> found = find(inquiry);
      List<ReadPassages> read = Stage.READ.time(() -> any().reader()
          .weighing(rarity(found.stream().map(one -> one.looking().opened()).toList())).readAll(
              found.getFirst().looking().sought().query().text(),
              found.stream().map(Found::passages).toList()));
      List<List<Fused>> looked = best(found.stream().map(Found::passages).toList(), any().ranking().looked());
      return together(failures.without(IntStream.range(0, found.size()).boxed().toList(),
          i -> found.get(i).looking().part(), i -> found.get(i).looking().opened().search()
              .answers(found.get(i).looking().sought(), looked.get(i), read.get(i))));
    }

    @Override
    public List<RetrievedPassage> search(String text, Filters filters, int k) {
      return find(Inquiry.of(text, filters)).stream().flatMap(found -> found.passages().stream())
          .map(hit -> new RetrievedPassage(hit.passage(), hit.score()))
          .sorted(Comparator.comparingDouble(RetrievedPassage::score).reversed()).limit(k).toList();
    }

    private List<Found> find(Inquiry inquiry) {
      Spelling spelling = any().spelling(opened.stream().map(each -> each.lease().index()).toList());
      Map<String, String> mended = new HashMap<>();
      List<Looking> looking = failures.without(opened, Opened::part,
          each -> each.seek(inquiry, text -> mended.computeIfAbsent(text, asked -> mended(asked, spelling))));
      float[] vector = any().vector(looking.getFirst().sought().query());
      return Stage.SEARCH.time(() -> {
        List<Had> had = failures.without(looking, Looking::part, each -> new Had(each,
            new HybridRetriever(each.sought().index(), any().ranking()).hits(each.sought().query(), vector)));
        List<List<Fused>> fused = HybridRetriever.fuse(had.stream().map(Had::hits).toList(), any().ranking());
        return IntStream.range(0, had.size()).mapToObj(i -> new Found(had.get(i).looking(), fused.get(i)))
            .toList();
      });
    }

    /** Returns a text with its words mended; as it is where a collection cannot tell which it knows. */
    private static String mended(String text, Spelling spelling) {
      try {
        return spelling.mend(text);
      } catch (IndexException e) {
        LOG.debug("Nothing is mended", e);
        return text;
      }
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
      Authority names = new Authority(
          opened.stream().flatMap(each -> each.search().authority().entries().stream()).toList());
      return any().support(new TextAnalyzer(names), rarity(opened));
    }

    /** Returns what tells how rare a term is in some together. */
    private static ToDoubleFunction<String> rarity(List<Opened> some) {
      List<ToDoubleFunction<String>> rarities = some.stream()
          .map(each -> each.search().rarity(each.lease())).toList();
      return term -> rarities.stream().mapToDouble(rarity -> rarity.applyAsDouble(term)).average().orElse(0);
    }

    private Optional<Opened> of(Document document) {
      return opened.stream().filter(each -> each.part().id().equals(document.collection())).findFirst();
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
    public List<String> limits(Retrieval retrieval) {
      return any().limits(retrieval);
    }

    @Override
    public List<String> leftOut() {
      return failures.sentences();
    }

    @Override
    public void close() {
      opened.forEach(each -> each.lease().close());
    }
  }
}
