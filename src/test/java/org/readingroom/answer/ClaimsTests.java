package org.readingroom.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimsTests {

  private static final List<Claim> TWO = List.of(new Claim("Stalin wanted lead.", List.of(1)),
      new Claim("Kim Il Sung agreed.", List.of(2, 3)));

  private static List<Claim> read(String output) {
    return Claims.read(output, true).claims();
  }

  @Test
  void areReadAsTheyAreWritten() {
    List<Claim> claims = List.of(new Claim("“Quoted,” he said\\ {{x}} 😀", List.of(2)),
        Claim.quoting(1, "x. Y z"));
    assertThat(read(StructuredClaims.write(claims))).isEqualTo(claims);
  }

  @Test
  void anInitialEndsNoClaimInWhateverLetters() {
    for (String claim : List.of("Книгу написал И. В. Сталин.", "The book was written by É. Zola.")) {
      assertThat(read(claim + " [1]")).isEqualTo(List.of(new Claim(claim, List.of(1))));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "{\"claims\":[{\"text\":\"Stalin wanted lead.\",\"evidence\":[1]},{\"text\":\"Kim Il Sung agreed.\",\"evidence\":[2,3]}]}",
      "```json\n{\"claims\": [ {\"evidence\": 1, \"text\": \"Stalin wanted lead.\"},\n {\"text\":\"Kim Il Sung agreed. [3]\",\"evidence\":[2]} ] }\n```\nI hope this helps.",
      "[\n  {\"claim\":\"Stalin wanted lead.\",\"sources\":[\"[1]\"]},{\"statement\":\"Kim Il Sung agreed.\",\"citations\":\"2, 3\"}]",
      "{\"answer\":\"Stalin wanted lead. [1] Kim Il Sung agreed [2][3].\"}",
      "Stalin wanted lead. [1] Kim Il Sung agreed [2, 3].",
      "Stalin wanted lead [1]. Kim Il Sung agreed. [2-3]",
      "- **Stalin wanted lead.** [1]\n- Kim Il Sung agreed. [2] [3]",
      "1. Stalin wanted lead.【1】\n2. Kim Il Sung agreed [evidence 2; 3].\n",
      "<think>Hm. Lead? [9] {\"claims\":[]}</think>\nStalin wanted lead. [1]\n\nKim Il Sung agreed. [2][3]",
      "{\"claims\":[{\"text\":\"Stalin wanted lead.\",\"evidence\":[1]},{\"text\":\"Kim Il Sung agreed.\",\"evidence\":[2,3]},{\"text\":\"And th"})
  void areReadFromWhateverFormAModelChooses(String output) {
    assertThat(read(output)).isEqualTo(TWO);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Stalin wanted lead [1]. Kim Il Sung agreed [2], [3].",
      "Stalin wanted lead [1]. Kim Il Sung agreed [2] and [3].",
      "Stalin wanted lead [[1]]. Kim Il Sung agreed [2 and 3].",
      "Stalin wanted lead ([1]). Kim Il Sung agreed ([2; 3]).",
      "Stalin wanted lead [^1]. Kim Il Sung agreed [^2][^3].",
      "Stalin wanted lead.¹ Kim Il Sung agreed.²³", "Stalin wanted lead ^1. Kim Il Sung agreed ^2 ^3.",
      "Stalin wanted lead (1). Kim Il Sung agreed (2) (3).",
      "Stalin wanted lead. (1) Kim Il Sung agreed. (2) (3)",
      "Stalin wanted lead (Evidence 1). Kim Il Sung agreed (sources: 2, 3).",
      "According to evidence [1], Stalin wanted lead. Evidence 2 and 3 state that Kim Il Sung agreed.",
      "As [1] says, Stalin wanted lead. Kim Il Sung agreed. [2][3]",
      "[1] Stalin wanted lead. [2][3] Kim Il Sung agreed.",
      "[1]: Stalin wanted lead.\n[2, 3]: Kim Il Sung agreed.",
      "Stalin wanted lead.\n[1]\nKim Il Sung agreed.\n[2] [3]",
      "Stalin wanted lead【1†source】. Kim Il Sung agreed ［2］［3］.",
      "Stalin wanted lead [١]. Kim Il Sung agreed [２－３][2][3].",
      "Stalin wanted lead (Evidence [1]). Kim Il Sung agreed (see [2], [3]).",
      "Stalin wanted lead (see evidence 1). Kim Il Sung agreed [2]-[3].",
      "Stalin wanted lead. (see [1]) Kim Il Sung agreed. [2]-[3]",
      "Stalin wanted lead [1](https://x.example/1). Kim Il Sung agreed [#2/#3].",
      "Stalin wanted lead [1]. [0][-1][1.5][99999999999] Kim Il Sung agreed {2}<3>.",
      "**Answer:** Stalin wanted lead. [1]. *Kim Il Sung agreed.* [2][3].",
      "Stalin wanted lead. [1] Kim Il Sung agreed. [2][3]\n\nSources:\n",
      "<think>Lead? [9]</think>Stalin wanted lead. [1] <think>And?</think> Kim Il Sung agreed. [2][3]</s>",
      "<|channel|>analysis<|message|>Lead. [9]<|end|><|channel|>final<|message|>Stalin wanted lead. [1] Kim Il Sung agreed. [2][3]",
      "\ufeffHere it is:\n~~~\nStalin wanted lead. [1]\nKim Il Sung agreed. [2][3]\n~~~"})
  void pointAtEvidenceInWhateverWayAModelDoes(String output) {
    assertThat(read(output)).isEqualTo(TWO);
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "\ufeff{\"claims\":[{\"text\":\"Stalin wanted lead.\",\"evidence\":[1],},{\"text\":\"Kim Il Sung agreed.\",\"evidence\":[2,3,]},]}",
      "{'claims':[{'text':'Stalin wanted lead.','evidence':['1']},{'text':'Kim Il Sung agreed.','evidence':['2','3']}]}",
      "{claims:[{text:\"Stalin wanted lead.\",evidence:[1.0]},{text:\"Kim Il Sung agreed.\",evidence:[2,3,-4]}]}",
      "{\"Claims\":[{\"Text\":\"Stalin wanted lead.\",\"Evidence_IDs\":[1]},{\"Text\":\"Kim Il Sung agreed.\",\"Sources\":[2,3]}]}",
      "{\"claims\":[{\"text\":\"Stalin wanted lead.\",\"evidence\":[{\"id\":1,\"text\":\"lead\"}],\"confidence\":0.9},{\"claim\":{\"text\":\"Kim Il Sung agreed.\",\"evidence\":[2,3]}}]}",
      "{\"text\":\"Stalin wanted lead.\",\"evidence\":[1]}\n{\"text\":\"Kim Il Sung agreed.\",\"evidence\":[2,3]}",
      "[\"Stalin wanted lead. [1]\",\"Kim Il Sung agreed. [2][3]\"]",
      "{\"response\":\"Stalin wanted lead. [1]\nKim Il Sung agreed. [2][3]\"}",
      "{\"answer\":\"Stalin wanted lead. [1] Kim Il Sung agreed. [2][3] And th",
      "{\"answer\":\"Stalin wanted lead. [1] Kim Il Sung agreed. [2][3] And th\\u00",
      "{\"answer\":\"Stalin wanted lead. [1] Kim Il Sung agreed. [2][3] And th\\"})
  void areReadFromWhatModelsTakeForJson(String output) {
    assertThat(read(output)).isEqualTo(TWO);
  }

  @Test
  void keepTheBracketsThatAreNotAMarkers() {
    assertThat(read("Stalin wanted lead (25,000 tons [1])."))
        .containsExactly(new Claim("Stalin wanted lead (25,000 tons).", List.of(1)));
    assertThat(read("Stalin wanted lead (from 1950). [1]"))
        .containsExactly(new Claim("Stalin wanted lead (from 1950).", List.of(1)));
  }

  @Test
  void pointAtAllOfARangeOfMarkers() {
    assertThat(read("Stalin wanted lead. [1]-[3] Kim Il Sung agreed. [2][3]"))
        .containsExactly(new Claim("Stalin wanted lead.", List.of(1, 2, 3)), TWO.getLast());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Based on the provided evidence, stalin wanted lead. [1]",
      "According to the documents, Stalin wanted lead. [1]",
      "From the passages above, Stalin wanted lead. [1]",
      "{\"claims\":[{\"text\":\"According to the passage, Stalin wanted lead.\",\"evidence\":[1]}]}"})
  void areReadWithoutWhereTheyAreFrom(String output) {
    assertThat(read(output)).isEqualTo(TWO.subList(0, 1));
  }

  @Test
  void areReadWithHearsay() {
    assertThat(read("According to sources, Stalin wanted lead. [1]"))
        .containsExactly(new Claim("According to sources, Stalin wanted lead.", List.of(1)));
  }

  @Test
  void areNotBegunWithWhereTheyAreFrom() {
    assertThat(Claims.begun("Based on the given text from the ")).isEmpty();
    assertThat(Claims.begun("Based on the given text, ")).isEmpty();
    assertThat(Claims.begun("Based on the given text, Stalin wanted some lead "))
        .isEqualTo("Stalin wanted some lead");
  }

  @ParameterizedTest
  @ValueSource(strings = {"The attack began at 4 a.m. on 25 June 1950.",
      "Acme Inc. opened a plant in Ohio in 1999.",
      "Acme Corp. Chairman Jones met Prof. Kim at 4 p.m. Korean time.",
      "Smith et al. found a camp 3 km. from the border."})
  void goOnBehindAnAbbreviation(String claim) {
    assertThat(read(claim + " [1]")).containsExactly(new Claim(claim, List.of(1)));
    assertThat(read("{\"claims\":[{\"text\":\"" + claim + "\",\"evidence\":[1]}]}"))
        .containsExactly(new Claim(claim, List.of(1)));
  }

  @Test
  void endAtAnAbbreviationWithAMarker() {
    assertThat(read("Troops came from the U.S. [1] Kim Il Sung agreed. [2][3]"))
        .containsExactly(new Claim("Troops came from the U.S.", List.of(1)), TWO.getLast());
  }

  @Test
  void thatAreBrokenOffAreReadOnlyWhereTheyAreWhole() {
    assertThat(
        Claims.broken("Stalin wanted lead. [1] Kim would like to receive a yearly minimum of").claims())
        .isEqualTo(TWO.subList(0, 1));
    assertThat(Claims.broken("Stalin wanted lead. [1] Kim Il Sung agreed. [2][3]").claims()).isEqualTo(TWO);
  }

  @Test
  void areCutNeitherBeforeAConditionNorWithinAPair() {
    EmptyWords empty = new EmptyWords("How much lead?");
    for (String whole : List.of("Stalin would send troops to Korea, provided Mao agreed by 5 May.",
        "Stalin would send troops to Korea and arms to China if Mao agreed.",
        "Stalin would send troops to Korea, but only with planes.",
        "Stalin signed the agreement between the Soviet Union and China.")) {
      assertThat(Clauses.of(whole, empty)).as(whole).isEmpty();
    }
    assertThat(Clauses.of("Stalin would send troops to Korea, and Mao agreed.", empty))
        .containsExactly("Stalin would send troops to Korea.");
  }

  @Test
  void thatOthersSaidAreQuotations() {
    assertThat(read("> Send us lead. [1]")).containsExactly(new Claim("“Send us lead.”", List.of(1)));
  }

  @Test
  void areNotReadFromAnObjectThatIsNone() {
    assertThat(read("{\"claims\":[{\"text\":\"Stalin wanted \"lead\" from Korea.\",\"evidence\":[1]}]}"))
        .isEmpty();
  }

  @Test
  void endAtSentencesAndNotAtInitials() {
    assertThat(read("Gen. T. F. Shtykov wrote to Mr. Kim on Nov. 3. [1] It was late.")).isEqualTo(List.of(
        new Claim("Gen. T. F. Shtykov wrote to Mr. Kim on Nov. 3.", List.of(1)),
        new Claim("It was late.", List.of())));
  }

  @Test
  void goWithTheMarkersBehindThemAndNoLaterOnes() {
    assertThat(Claims.read("Stalin wanted lead. ", false).claims()).isEmpty();
    assertThat(Claims.read("Stalin wanted lead. [", false).claims()).isEmpty();
    assertThat(Claims.read("Stalin wanted lead. [1", false).claims()).isEmpty();
    assertThat(Claims.read("Stalin wanted lead. [1] K", false).claims()).isEqualTo(TWO.subList(0, 1));
    assertThat(
        Claims.read("{\"claims\":[{\"text\":\"Stalin wanted lead.\",\"evidence\":[1]}", false).claims())
        .isEqualTo(TWO.subList(0, 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"claims\":[]}", "```json\n{ \"claims\": [ ] }\n```", "NO ANSWER", "No answer.",
      "**NO ANSWER**", "<think>Nothing there.</think>no_answer", "NO ANSWER: nothing is said of it.",
      "{\"claims\":[{\"text\":\"NO ANSWER\",\"evidence\":[]}]}"})
  void sayThatThereIsNoAnswer(String output) {
    assertThat(Claims.read(output, true)).isEqualTo(new Claims(List.of(), true));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "[]", "{}", "\"\"", "{\"claims\":null}", "{\"claims\":{}}",
      "{\"claims\":[[]]}", "{\"claims\":[1]}", "{\"claims\":[{\"evidence\":[1]}]}", "```\n```", "[1] [2]",
      "…",
      "{\"claims\":[{\"text\":\"\",\"evidence\":[1]}]}", "<think>never ends", "\u0000"})
  void sayNothing(String output) {
    assertThat(Claims.read(output, true)).isEqualTo(new Claims(List.of(), false));
  }

  @Test
  void areReadFromOutputsWithoutEnd() {
    assertThat(read("{\"claims\":" + "[".repeat(100_000))).isEmpty();
    assertThat(read("{\"a\":".repeat(100_000))).isEmpty();
    assertThat(read("[1]".repeat(100_000))).isEmpty();
    assertThat(read("a. ".repeat(100_000))).isNotEmpty();
    assertThat(read("x".repeat(1_000_000))).hasSize(1);
    assertThat(read("[1,".repeat(50_000) + "x")).hasSize(1);
    assertThat(read("‘a' ".repeat(50_000))).hasSize(1);
  }

  @Provide
  Arbitrary<String> outputs() {
    return Arbitraries
        .of("Stalin wanted lead", ". ", " [1]", "[17]", "[2, 3] ", "\n", "“25,000 tons”", "\"", "{",
            "}", "[", "]", "{\"claims\":[", "{\"text\":\"Kim agreed.\",\"evidence\":[1]}", ",", "\"text\":",
            "\"evidence\":",
            "```json\n", "```", "NO ANSWER", " (Evidence 1)", " (", "(2)", "[^1]", "\n[1]\n", " and ", "¹",
            "<", "{1}",
            "Evidence 2 says that ", "\n\n", "> ", "[[1]]", ",", "'", "claims:", "{'text':'Kim left.'}",
            "</think>", "<|end|>", "<think>", "</think>", "\\", "\\u00", "- ", "1. ", "Mr. ", "납",
            "😀", "[1", " ",
            "‘", "’s", "…")
        .list().ofMaxSize(40).map(pieces -> String.join("", pieces));
  }

  /** It is no next sentence as long as its bracket may close. */
  @Test
  void waitForTheEndOfAMarkerInTwoKindsOfBrackets() {
    stayWhatTheyAreWhateverFollows("Stalin wanted lead. ([2, 3]) ");
  }

  /** What is taken out of an output cannot be counted as what follows a sentence. */
  @Test
  void waitForTheEndOfAThoughtBehindABracket() {
    stayWhatTheyAreWhateverFollows("Stalin wanted lead.  (\"text\":<|end|>");
  }

  /** What has been shown cannot be taken back. */
  @Property(tries = 500)
  void stayWhatTheyAreWhateverFollows(@ForAll("outputs") String output) {
    List<Claim> whole = read(output);
    List<Claim> before = List.of();
    for (int end = 0; end <= output.length(); end++) {
      List<Claim> now = Claims.read(output.substring(0, end), false).claims();
      assertThat(now.subList(0, Math.min(now.size(), before.size()))).as(output).isEqualTo(before);
      before = now;
    }
    assertThat(whole.subList(0, Math.min(whole.size(), before.size()))).isEqualTo(before);
  }

  @Property(tries = 300)
  void areReadFromAnything(@ForAll String output) {
    assertThat(Claims.read(output, true)).isNotNull();
    assertThat(Claims.read("{\"claims\":[" + output, true)).isNotNull();
  }
}
