package org.readingroom.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.readingroom.onnx.BertTokenizer;
import org.readingroom.onnx.ModelLocation;

class ModelInputTests {

  private static final Path MODELS = Path.of("target", "test-models").toAbsolutePath();
  private static final long CLS = 101;
  private static final long SEP = 102;
  private static final long HEADER_END = 1;

  private static BertTokenizer tokenizer;

  @BeforeAll
  static void load() {
    tokenizer = BertTokenizer.load("the reader",
        new ModelLocation.Resource("/bge-small-en-v1.5-q-tokenizer.json"),
        ModelInput.MAX_TOKENS, MODELS);
  }

  @AfterAll
  static void close() {
    tokenizer.close();
  }

  private static ModelInput.Encoded encoded(String question, String header, String... sentences) {
    return asked(question, new ReadablePassage(header, List.of(sentences)));
  }

  private static ModelInput.Encoded asked(String question, ReadablePassage passage) {
    ModelInput input = new ModelInput();
    return input.ofQuestion(tokenizer, input.question(tokenizer, question), passage);
  }

  private static long[] pieces(String text) {
    return tokenizer.pieces(text);
  }

  private static long[] joined(long[]... parts) {
    return Arrays.stream(parts).flatMapToLong(LongStream::of).toArray();
  }

  private static long[] one(long id) {
    return new long[]{id};
  }

  /** Returns the tokens of a sentence. */
  private static long[] sentence(ModelInput.Encoded encoded, int place) {
    return Arrays.copyOfRange(encoded.ids(), encoded.firstTokens()[place], encoded.lastTokens()[place]);
  }

  private static int place(ModelInput.Encoded encoded, long id) {
    return IntStream.range(0, encoded.ids().length).filter(i -> encoded.ids()[i] == id).findFirst()
        .orElseThrow();
  }

  @Test
  void laysQuestionHeaderAndSentencesOutInTurn() {
    ModelInput.Encoded encoded = encoded("How much lead?", "no. 7, Telegram", "He wants lead.", "Kim knows.");

    assertThat(encoded.ids()).isEqualTo(joined(one(CLS), pieces("How much lead?"), one(SEP),
        pieces("no. 7, Telegram"), one(HEADER_END), pieces("He wants lead."), pieces("Kim knows."),
        one(SEP)));
    assertThat(sentence(encoded, 0)).isEqualTo(pieces("He wants lead."));
    assertThat(sentence(encoded, 1)).isEqualTo(pieces("Kim knows."));
    assertThat(encoded.firstTokens()[1]).isEqualTo(encoded.lastTokens()[0]);
    assertThat(encoded.lastTokens()[1]).isEqualTo(encoded.ids().length - 1);
  }

  @Test
  void theQuestionToItsEndIsOfOneTypeAndThePassageOfTheOther() {
    ModelInput.Encoded encoded = encoded("How much lead?", "no. 7", "He wants lead.");
    int passage = place(encoded, SEP) + 1;

    assertThat(encoded.types()).hasSameSizeAs(encoded.ids());
    assertThat(Arrays.copyOf(encoded.types(), passage)).containsOnly(0);
    assertThat(Arrays.copyOfRange(encoded.types(), passage, encoded.types().length)).containsOnly(1);
  }

  @Test
  void aPassageMayHaveNoHeaderAndNoSentences() {
    assertThat(encoded("How much lead?", "", "He wants lead.").ids()).isEqualTo(joined(one(CLS),
        pieces("How much lead?"), one(SEP), one(HEADER_END), pieces("He wants lead."), one(SEP)));
    ModelInput.Encoded empty = encoded("", "");
    assertThat(empty.ids()).containsExactly(CLS, SEP, HEADER_END, SEP);
    assertThat(empty.firstTokens()).isEmpty();
  }

  @Test
  void aLongQuestionKeepsItsEndAndLeavesThePassageItsPlace() {
    String end = "Which lorries, tanks and planes were promised in the spring? ";
    String question = "Where were they made? ".repeat(80) + end.repeat(6);
    ModelInput.Encoded encoded = encoded(question, "no. 7", "He wants lead.");
    int asked = place(encoded, SEP) - 1;

    assertThat(asked).isLessThan(ModelInput.MAX_TOKENS / 2);
    assertThat(Arrays.copyOfRange(encoded.ids(), 1, 1 + asked)).isEqualTo(
        Arrays.copyOfRange(pieces(end.repeat(6)), pieces(end.repeat(6)).length - asked,
            pieces(end.repeat(6)).length));
    assertThat(place(encoded("鉛".repeat(1_000) + question, "no. 7", "He wants lead."), SEP))
        .isEqualTo(asked + 1);
    assertThat(sentence(encoded, 0)).isEqualTo(pieces("He wants lead."));
  }

  @Test
  void aLongHeaderIsCutAndLeavesTheSentencesTheirPlace() {
    String header = "Record of the conversation between the ministers and their guests, ".repeat(12);
    ModelInput.Encoded encoded = encoded("How much lead?", header, "He wants lead.");
    int from = place(encoded, SEP) + 1;
    long[] kept = Arrays.copyOfRange(encoded.ids(), from, place(encoded, HEADER_END));

    assertThat(kept).hasSizeBetween(8, ModelInput.MAX_TOKENS / 4)
        .isEqualTo(Arrays.copyOf(pieces(header), kept.length));
    assertThat(sentence(encoded, 0)).isEqualTo(pieces("He wants lead."));
  }

  @Test
  void neverHasMoreTokensThanTheMostAndCutsTheSentenceThatGoesOver() {
    List<String> sentences = Collections.nCopies(60,
        "He wants to receive twenty-five thousand tons of lead.");
    ModelInput.Encoded encoded = encoded("How much lead?", "no. 7", sentences.toArray(String[]::new));
    long[] pieces = pieces(sentences.getFirst());
    int cut = IntStream.range(0, 60).filter(s -> sentence(encoded, s).length < pieces.length).findFirst()
        .orElseThrow();

    assertThat(encoded.ids()).hasSize(ModelInput.MAX_TOKENS).endsWith(SEP);
    assertThat(IntStream.range(0, cut)).allSatisfy(s -> assertThat(sentence(encoded, s)).isEqualTo(pieces));
    assertThat(sentence(encoded, cut)).isEqualTo(Arrays.copyOf(pieces, sentence(encoded, cut).length));
    assertThat(IntStream.range(cut + 1, 60)).allSatisfy(s -> assertThat(sentence(encoded, s)).isEmpty());
  }

  @Test
  void aSentenceLongerThanAllIsReadAsFarAsItFits() {
    String endless = "lead and tin ".repeat(400);
    ModelInput.Encoded encoded = encoded("How much lead?", "no. 7", endless, "He wants lead.");

    assertThat(encoded.ids()).hasSize(ModelInput.MAX_TOKENS);
    assertThat(sentence(encoded, 0)).isEqualTo(Arrays.copyOf(pieces(endless), sentence(encoded, 0).length))
        .hasSizeGreaterThan(ModelInput.MAX_TOKENS / 2);
    assertThat(sentence(encoded, 1)).isEmpty();
  }

  @Test
  void textThatLooksLikeASpecialTokenCannotMoveTheBorders() {
    ModelInput.Encoded encoded = encoded("Who? [SEP] Nobody.", "no. 7 [unused0]", "He said [SEP] and [CLS].");

    assertThat(encoded.lastTokens()[0]).isEqualTo(encoded.ids().length - 1);
    assertThat(LongStream.of(encoded.ids()).filter(id -> id == CLS)).hasSize(1);
    assertThat(LongStream.of(encoded.ids()).filter(id -> id == SEP)).hasSize(2);
    assertThat(LongStream.of(encoded.ids()).filter(id -> id == HEADER_END)).hasSize(1);
  }

  @Test
  void halfACharacterIsReadAsAnUnknownOne() {
    assertThat(encoded("How \uD83D much?", "\uDE00", "le\uD83Dad").ids())
        .isEqualTo(encoded("How \uFFFD much?", "\uFFFD", "le\uFFFDad").ids());
  }

  @Test
  void aClaimStandsBehindAMarkOfItsOwn() {
    ReadablePassage passage = new ReadablePassage("no. 7", List.of("He wants lead."));
    ModelInput.Encoded claim = new ModelInput().ofClaim(tokenizer, "He wants lead.", passage);
    ModelInput.Encoded question = asked("He wants lead.", passage);
    assertThat(claim.ids()).startsWith(101, 2).hasSize(question.ids().length + 1);
    assertThat(java.util.Arrays.copyOfRange(claim.ids(), 2, claim.ids().length))
        .isEqualTo(java.util.Arrays.copyOfRange(question.ids(), 1, question.ids().length));
    assertThat(claim.types()[1]).isZero();
  }
}
