package org.readingroom.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.readingroom.onnx.ModelException;

/** Reads with the model that comes inside the program. */
class TrainedReaderTests {

  private static final Path MODELS = Path.of("target", "test-models").toAbsolutePath();
  private static final TrainedReader READER = new TrainedReader(null, MODELS, 2);

  private static final ReadablePassage LEAD = new ReadablePassage(
      "no. 7, Telegram, 1950-01-30 (Joseph Stalin to Terentii Shtykov)",
      List.of("I received your report.",
          "We would like to receive from Korea a yearly minimum of 25,000 tons of lead.",
          "Comrade Kim Il Sung can come to Moscow at any time in the spring.", "The weather was cold."));
  private static final ReadablePassage TALKS = new ReadablePassage(
      "no. 36, Report on the talks, 1951-06-03 (Zhou Enlai)",
      List.of("The Korean comrades came to Beijing and spoke about an armistice at the front.",
          "The negotiations at Kaesong will be led by Nam Il and Deng Hua.",
          "They need thirty-five divisions, trucks, shells and winter coats."));
  private static final ReadablePassage RICE = new ReadablePassage("no. 50, Note on food",
      List.of("The harvest was poor, and the villages ask for rice, salt and cloth before the winter."));

  @AfterAll
  static void close() {
    READER.close();
  }

  private static Reading read(String question, ReadablePassage passage) {
    return READER.read(question, List.of(passage)).getFirst();
  }

  private static String best(String question, ReadablePassage passage) {
    List<Double> scores = read(question, passage).sentences();
    return IntStream.range(0, scores.size()).boxed().max(Comparator.comparingDouble(scores::get))
        .map(passage.sentences()::get).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "How much lead did Stalin want from Korea? | a yearly minimum of 25,000",
      "Who may travel to the Soviet capital? | can come to Moscow", "Was it freezing? | weather was cold"})
  void theSentenceThatAnswersScoresHighest(String question, String words) {
    assertThat(best(question, LEAD)).contains(words);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"Who will lead the negotiations at Kaesong? | Nam Il",
      "What does the army need? | thirty-five divisions", "Where did the Koreans go? | came to Beijing"})
  void soItDoesInAnotherPassage(String question, String words) {
    assertThat(best(question, TALKS)).contains(words);
  }

  private static double support(String claim, ReadablePassage passage) {
    Reading reading = READER.support(claim, List.of(passage)).getFirst();
    return Collections.max(reading.sentences()) + reading.answers() / 2;
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "Stalin asked Korea for at least 25,000 tons of lead a year. | Stalin refused at least 25,000 tons of lead a year from Korea.",
      "Kim may travel to Moscow whenever he likes in spring. | Kim may not travel to Moscow in spring.",
      "Stalin had got a report. | Stalin had sent an army."})
  void whatThePassageSaysIsSupportedMoreThanWhatItDoesNot(String says, String doesNot) {
    assertThat(support(says, LEAD)).isGreaterThan(support(doesNot, LEAD));
  }

  @Test
  void aClaimIsSupportedMoreByThePassageThatSaysIt() {
    String claim = "Nam Il and Deng Hua will conduct the talks at Kaesong.";
    assertThat(support(claim, TALKS)).isGreaterThan(support(claim, LEAD)).isGreaterThan(support(claim, RICE));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"How much lead did Stalin want from Korea? | 0",
      "Who will lead the negotiations at Kaesong? | 1", "What do the hungry people ask for? | 2"})
  void aPassageAboutSomethingElseScoresLowerThanTheOneThatAnswers(String question, int answering) {
    List<Reading> readings = READER.read(question, List.of(LEAD, TALKS, RICE));

    assertThat(readings).filteredOn(reading -> reading != readings.get(answering))
        .allMatch(other -> other.answers() < readings.get(answering).answers());
  }

  @Test
  void aQuestionThatNoPassageAnswersScoresLowerThanOneThatOneDoes() {
    double answered = read("How much lead did Stalin want from Korea?", LEAD).answers();

    assertThat(READER.read("How many Oscars did the film Titanic win?", List.of(LEAD, TALKS, RICE)))
        .allMatch(reading -> reading.answers() < answered);
  }

  private static final String ENCODER = "bge-small-en-v1.5-q";

  private static double cosine(String one, String other) {
    float[] first = READER.vector(one, ENCODER).orElseThrow();
    float[] second = READER.vector(other, ENCODER).orElseThrow();
    return IntStream.range(0, first.length).mapToDouble(i -> first[i] * second[i]).sum();
  }

  @Test
  void questionsThatAskTheSameHaveVectorsNearEachOther() {
    String lead = "How much lead did Stalin want from Korea?";

    assertThat(cosine(lead, lead)).isCloseTo(1, within(1e-4));
    assertThat(cosine(lead, "What amount of the metal was Moscow to get every year?"))
        .isGreaterThan(cosine(lead, "Who will lead the negotiations at Kaesong?"));
  }

  @Test
  void aVectorIsForTheEncoderThatItWasTrainedFor() {
    assertThat(READER.vector("How much lead?", "all-minilm-l6-v2-q")).isEmpty();
    assertThat(READER.vector("How much lead?", ENCODER).orElseThrow()).hasSize(384);
    assertThat(READER.vector("", ENCODER)).isPresent();
    assertThat(READER.vector("lead ".repeat(64), ENCODER)).isPresent();
    assertThat(READER.vector("lead ".repeat(65), ENCODER)).as("as long as a quotation").isEmpty();
  }

  @Test
  void readsTheHeaderWithThePassage() {
    ReadablePassage other = new ReadablePassage("no. 9, Diary, 1812-06-24 (Napoleon)", LEAD.sentences());

    assertThat(read("What did Joseph Stalin write to Shtykov?", LEAD))
        .isNotEqualTo(read("What did Joseph Stalin write to Shtykov?", other));
  }

  @Test
  void scoresAreTheSameWhateverIsReadBesideIt() {
    String question = "Who will lead the negotiations at Kaesong?";
    List<Reading> alone = List.of(read(question, LEAD), read(question, TALKS), read(question, RICE));

    assertThat(READER.read(question, List.of(LEAD, TALKS, RICE))).isEqualTo(alone);
    assertThat(READER.read(question, List.of(RICE, TALKS, LEAD)).reversed()).isEqualTo(alone);
    assertThat(READER.read(question, Collections.nCopies(9, TALKS))).containsOnly(alone.get(1));
  }

  @Test
  void scoresAreTheSameHoweverManyAskAtOnce() {
    List<String> questions = List.of("How much lead?", "Who leads the negotiations?",
        "What do the villages want?");
    List<List<Reading>> expected = questions.stream().map(q -> READER.read(q, List.of(LEAD, TALKS, RICE)))
        .toList();
    List<CompletableFuture<List<Reading>>> asked = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      String question = questions.get(i % 3);
      asked.add(CompletableFuture.supplyAsync(() -> READER.read(question, List.of(LEAD, TALKS, RICE)),
          task -> Thread.ofPlatform().start(task)));
    }

    for (int i = 0; i < asked.size(); i++) {
      assertThat(asked.get(i).join()).isEqualTo(expected.get(i % 3));
    }
  }

  @Test
  void whatLiesBeyondTheLimitIsNotScoredAndChangesNothing() {
    List<String> many = new ArrayList<>(LEAD.sentences());
    many.addAll(
        Collections.nCopies(60, "The division marched to the north and waited there for shells and bread."));
    List<String> more = new ArrayList<>(many);
    more.add("Stalin wanted 25,000 tons of lead.");
    Reading reading = read("How much lead did Stalin want?", new ReadablePassage(LEAD.header(), more));
    int read = (int) reading.sentences().stream().takeWhile(Double::isFinite).count();

    assertThat(reading.sentences()).hasSize(65);
    assertThat(read).isBetween(5, 40);
    assertThat(reading.sentences().subList(read, 65)).containsOnly(Double.NEGATIVE_INFINITY);
    assertThat(reading.answers()).isFinite();
    assertThat(read("How much lead did Stalin want?", new ReadablePassage(LEAD.header(), many)).answers())
        .isEqualTo(reading.answers());
  }

  @Test
  void readsWhateverItIsGiven() {
    String odd = "\0 😀 \uD83D 김일성 \u202E" + "x".repeat(3_000);
    List<Reading> readings = READER.read(odd, List.of(new ReadablePassage(odd, List.of(odd, "", "?"))));

    assertThat(readings).singleElement().satisfies(reading -> {
      assertThat(reading.answers()).isFinite();
      assertThat(reading.sentences()).hasSize(3).doesNotContain(Double.NaN);
    });
    assertThat(READER.read("How much lead?", List.of())).isEmpty();
  }

  @Test
  void aPassageWithoutSentencesIsReadToo() {
    assertThat(read("How much lead?", new ReadablePassage("no. 7, Telegram", List.of())).sentences())
        .isEmpty();
  }

  @Test
  void readsWithAFileOfTheUsersOwnAsWithTheBundledOne(@TempDir Path folder) throws IOException {
    Path own = folder.resolve("own.onnx");
    try (var bundled = TrainedReader.class.getResourceAsStream("/reader.onnx")) {
      Files.copy(bundled, own);
    }
    try (TrainedReader reader = new TrainedReader(own, MODELS, 1)) {
      reader.preload();
      assertThat(reader.name()).isEqualTo("own.onnx");
      assertThat(reader.read("How much lead?", List.of(LEAD)))
          .isEqualTo(READER.read("How much lead?", List.of(LEAD)));
    }
    assertThat(READER.name()).isEqualTo("bundled");
  }

  @Test
  void aFileThatIsNoModelOrNotThereIsSaidToBe(@TempDir Path folder) throws IOException {
    for (Path file : List.of(Files.writeString(folder.resolve("notes.onnx"), "no model"),
        folder.resolve("none.onnx"))) {
      try (TrainedReader reader = new TrainedReader(file, MODELS, 1)) {
        reader.preload();
        assertThatThrownBy(() -> reader.read("How much lead?", List.of(LEAD)))
            .isInstanceOf(ModelException.class)
            .hasMessage("the model reader " + file.getFileName() + " cannot be loaded");
      }
    }
  }

  @Test
  void aModelForSomethingElseIsSaidToBe(@TempDir Path folder) throws IOException {
    Path embedding = folder.resolve("embedding.onnx");
    try (var model = TrainedReader.class.getResourceAsStream("/all-minilm-l6-v2-q.onnx")) {
      Files.copy(model, embedding);
    }
    try (TrainedReader reader = new TrainedReader(embedding, MODELS, 1)) {
      assertThatThrownBy(() -> reader.read("How much lead?", List.of(LEAD)))
          .isInstanceOf(ModelException.class)
          .hasRootCauseMessage(
              "the reader embedding.onnx gave 0 numbers as sentences and not 4; is it a model"
                  + " for this program?");
    }
  }

  @Test
  void refusesToReadWhenClosed() {
    TrainedReader reader = new TrainedReader(null, MODELS, 1);
    reader.close();

    assertThatThrownBy(() -> reader.read("How much lead?", List.of(LEAD))).isInstanceOf(ModelException.class)
        .hasMessage("the reader bundled is closed");
  }
}
