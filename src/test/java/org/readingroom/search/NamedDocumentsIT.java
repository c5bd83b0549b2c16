package org.readingroom.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.collection.Authority;
import org.readingroom.collection.Collection;
import org.readingroom.collection.Document;
import org.readingroom.embedding.BundledModel;
import org.readingroom.embedding.OnnxEmbeddingModel;
import org.readingroom.index.BuildProgress;
import org.readingroom.index.SmallCollection;
import org.readingroom.passage.Passage;

/** Searches documents that a question names, with the real encoder. */
class NamedDocumentsIT {

  private static final String BATTERIES = "The robots of the swarm ran for three hours on their batteries before they had"
      + " to return to the station, which charged four of them at a time without any help from the operator.";

  private static final Document ANN = FileDocuments.of(1, "swarms.pdf", "Swarms in the Field", 2019,
      List.of("Ann Roe"),
      BATTERIES,
      "How long the batteries of a robot last depends on the load, the wind and the age of the cells, and"
          + " no two of the robots that were tried ran for the same time.");
  private static final Document SMITH = FileDocuments.labelled(2, "papers/survey.pdf",
      "Humans and Machines: A Survey",
      2017, List.of("Jane Smith"), List.of("11", "12"),
      "People trusted the machines more the longer they had worked with them, although nobody had told them how the"
          + " machines came to their decisions or how often these had been wrong.",
      "Power was a limit in most of the trials: few machines worked longer than forty minutes, and those who ran the"
          + " trials planned their days around the sockets in the wall.");
  private static final Document RIVERS = FileDocuments.of(3, "rivers.txt", "Rivers", 2001, List.of("Tom Poe"),
      "The river is frozen from December to March, and the ferry does not run in these months.");

  private static final Document HARBOUR = FileDocuments.of(4, "harbour.pdf", "Harbours", 1998,
      List.of("Kim Moe"),
      "The pier was built of oak.", "It is ninety metres long.", "Nobody is allowed on it at night.");

  @TempDir
  static Path folder;

  private static OnnxEmbeddingModel model;
  private static LiveIndex index;
  private static PassageSearch search;

  @BeforeAll
  static void open() {
    model = new OnnxEmbeddingModel(BundledModel.BGE_SMALL_EN_V15_Q, SmallCollection.MODELS, 2);
    Collection collection = new Collection("files", "Files", "Nobody", "Files", "00".repeat(32),
        List.of(ANN, SMITH, RIVERS, HARBOUR), new Authority(List.of()), List.of());
    index = new LiveIndex(folder, collection, SmallCollection.CHUNKING, model);
    index.open(BuildProgress.SILENT);
    search = new PassageSearch(index, Rankings.configured(), FakeReader.findingNothing());
  }

  @AfterAll
  static void close() throws Exception {
    index.close();
    model.close();
  }

  private static List<Document> documents(String question) {
    return search.search(question, Filters.NONE, 10).stream().map(RetrievedPassage::passage)
        .map(Passage::document)
        .toList();
  }

  @Test
  void prefersTheDocumentNamedByItsAuthorAndKeepsTheOthers() {
    String question = "How long did the batteries of the robots last?";
    assertThat(documents(question).getFirst()).isEqualTo(ANN);

    assertThat(documents("In the 2017 survey by Smith, how long did the batteries of the robots last?"))
        .contains(ANN).first().isEqualTo(SMITH);
    assertThat(documents("According to Humans and Machines, how long did the batteries of the robots last?"))
        .contains(ANN).first().isEqualTo(SMITH);
  }

  @Test
  void countsWhatIsNamedForTheSpansInIt() {
    List<Candidate> candidates = search
        .retrieve("How long did the robots last in Smith's survey?", Filters.NONE)
        .candidates();

    assertThat(candidates).allMatch(candidate -> candidate.signals()
        .get(Signal.NAMED) == (candidate.document().equals(SMITH) ? 1 : 0));
    assertThat(candidates.getFirst().document()).isEqualTo(SMITH);
  }

  @Test
  void keepsToTheFileNamed() {
    assertThat(documents("How long did the batteries of the robots last in rivers.txt?"))
        .containsOnly(RIVERS);
    assertThat(documents("How long did the batteries last in rivers.doc?")).contains(ANN);
  }

  @Test
  void prefersThePagesNamedAndKeepsToThemWhereTheirDocumentIsNamed() {
    assertThat(search.search("What is on page 12?", Filters.NONE, 10).getFirst().passage().text())
        .contains("forty minutes");

    Retrieval inOne = search.retrieve("What did people trust on page 12 of survey.pdf?", Filters.NONE);
    assertThat(inOne.passages()).extracting(found -> found.passage().text()).isNotEmpty()
        .allMatch(text -> text.contains("forty minutes"));
    assertThat(
        search.retrieve("What did people trust on page 11 of Smith's survey?", Filters.NONE).passages())
        .extracting(found -> found.passage().text()).allMatch(text -> text.contains("trusted"));
    Filters second = new Filters(Set.of(1), null, null, Set.of(), null);
    assertThat(search.search("Whose batteries are on page 2?", second, 10))
        .extracting(found -> found.passage().text()).isNotEmpty().allMatch(text -> text.contains("depends"));
  }

  @Test
  void quotesNothingOfAnotherPageWhereAPassageGoesOnOverItsEnd() {
    assertThat(search.retrieve("How long is the pier on page 2 of harbour.pdf?", Filters.NONE).candidates())
        .extracting(Candidate::text).isNotEmpty().allMatch(text -> text.equals("It is ninety metres long."));
  }

  @Test
  void looksInTheWholeDocumentWhereItHasNoSuchPage() {
    assertThat(documents("What did people trust on page 99 of survey.pdf?")).isNotEmpty().containsOnly(SMITH);
    assertThat(documents("When is the river frozen on page 99?").getFirst()).isEqualTo(RIVERS);
  }

  @Test
  void keepsToTheAuthorsAndTheLanguageWanted() {
    assertThat(found(Set.of("smith"), null)).containsOnly(SMITH);
    assertThat(found(Set.of("J. Smith", "Tom Poe"), "en")).containsOnly(SMITH, RIVERS);
    assertThat(found(Set.of(), "en")).contains(ANN, SMITH, RIVERS, HARBOUR);
    assertThat(found(Set.of(), "de")).isEmpty();
    assertThat(found(Set.of("Smi"), null)).isEmpty();
    assertThat(found(Set.of("J."), null)).isEmpty();
    assertThat(found(Set.of("Jane Poe"), null)).isEmpty();
  }

  private static List<Document> found(Set<String> authors, @Nullable String language) {
    return search
        .search("batteries and rivers", new Filters(Set.of(), null, null, Set.of(), null, authors, language),
            10)
        .stream().map(RetrievedPassage::passage).map(Passage::document).toList();
  }

  @Test
  void anAuthorOfAPrintedCollectionIsTheSender() {
    assertThat(
        new Filters(Set.of(), null, null, Set.of(), null, Set.of("stalin"), null).wants(SmallCollection.LEAD))
        .isTrue();
    assertThat(new Filters(Set.of(), null, null, Set.of(), null, Set.of("Shtykov"), null)
        .wants(SmallCollection.LEAD))
        .isFalse();
    assertThat(new Filters(Set.of(), null, null, Set.of(), null, Set.of(), "en").wants(SmallCollection.LEAD))
        .isFalse();
  }
}
