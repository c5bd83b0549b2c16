package org.readingroom.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.readingroom.collection.Authority;
import org.readingroom.collection.Authority.Entry;
import org.readingroom.collection.Authority.Type;
import org.readingroom.text.TextAnalyzer;

class WantedFinderTests {

  private final TextAnalyzer analyzer = new TextAnalyzer(
      new Authority(List.of(new Entry(Type.PERSON, "Joseph Stalin", List.of("Stalin", "Filippov")),
          new Entry(Type.PERSON, "Kim Il Sung", List.of("Kim Ir Sen")),
          new Entry(Type.PLACE, "Pyongyang", List.of("Heijo")))));

  private WantedFinder finder(String question) {
    return new WantedFinder(
        new QueryReader(analyzer, UnaryOperator.identity()).read(question, question, Filters.NONE), analyzer);
  }

  private List<String> find(String question, String sentence) {
    return finder(question).find(sentence, analyzer.terms(sentence), 0).stream()
        .map(span -> span.of(sentence))
        .toList();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"How much lead? | We want 25,000 tons of lead. | 25,000",
      "How many regiments? | He has nine regiments. | nine",
      "What percentage was lost? | Some 12.5 % was. | 12.5 %",
      "What percentage was lost? | Some 40 percent was. | 40 percent",
      "How often did he ask? | He asked twice. | twice",
      "How much of 50 tons? | Of the 150 or 50 tons, 20 came. | 150;20",
      "How much of 150 or 50 tons? | Of the 50 tons, 20 came. | 20",
      "How many tanks? | On 5 May 1950 he got 60 tanks. | 60"})
  void findsNumbersThatTheQuestionDoesNotHold(String question, String sentence, String found) {
    assertThat(find(question, sentence)).containsExactly(found.split(";"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"How much lead? | 2. We want 25,000 tons of lead. | 25,000",
      "How many tanks? | (3) He got 60 tanks. | 60", "How many tanks? | He got 2. They were new. | 2",
      "How many tanks? | 12 tanks came. | 12"})
  void takesNoNumberOfAListForOneThatCounts(String question, String sentence, String found) {
    assertThat(find(question, sentence)).containsExactly(found.split(";"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "How long did it last? | After the statement of 27 June 9 men talked for 10 minutes. | 10",
      "How long was the line? | Its 3 parts are 40 km long. | 40",
      "How quickly can it fall? | The 5th army takes it in two or three days. | two;three",
      "How far is it? | With 7 cars they went 20-25 kilometers. | 20;25",
      "What share of it was lost? | Of 90 cars 12.5 % or a third or 3 tenths burned. | 12.5 %;3",
      "How high were the losses? | They lost 400 men. | 400"})
  void findsNumbersInTheMeasureThatIsAskedFor(String question, String sentence, String found) {
    assertThat(find(question, sentence)).containsExactly(found.split(";"));
  }

  @Test
  void findsADurationBesideADate() {
    assertThat(find("How long did it last?", "It lasted 10 days.")).containsExactly("10");
  }

  @Test
  void findsDatesThatTheQuestionDoesNotName() {
    assertThat(find("When did Kim leave?", "Kim left on 5 May 1950 and in June to Mao."))
        .containsExactly("5 May 1950", "June");
    assertThat(find("When after 5 May 1950 did Kim leave?", "After 5 May 1950, on 7 May, Kim left."))
        .containsExactly("7 May");
    assertThat(find("When in 1950 did Kim leave?", "Kim left on 5 May 1950.")).containsExactly("5 May 1950");
  }

  @Test
  void findsPeopleOfTheAuthorityFileAndOthers() {
    assertThat(find("Who wrote it?", "Then Filippov and Kim Ir Sen told Ivan Petrov so."))
        .containsExactly("Filippov", "Kim Ir Sen", "Ivan Petrov");
    assertThat(find("Who wrote to Filippov?", "Filippov heard from Ivan Petrov."))
        .containsExactly("Ivan Petrov");
  }

  @Test
  void findsNamesAndNumbersInWhateverLetters() {
    assertThat(find("Who wrote it?", "It was Šimun Milković who told Émile Zola and the ŁÓDŹ works so."))
        .containsExactly("Šimun Milković", "Émile Zola", "ŁÓDŹ");
    assertThat(find("How many tanks?", "El rey tenía 60 tanques.")).containsExactly("60");
  }

  @Test
  void findsPlacesOfTheAuthorityFileAndOthers() {
    assertThat(find("Where did they meet?", "They met in Heijo and then in Wonsan."))
        .containsExactly("Heijo", "Wonsan");
    assertThat(find("Where is it if not in Heijo?", "They met in Heijo.")).isEmpty();
  }

  @Test
  void findsWhatGivesAReason() {
    assertThat(find("Why did he wait because of that?", "He waited because, in view of the rain, he had to."))
        .containsExactly("because", "in view of");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"Which three ministries got copies?", "Compare the two letters.",
      "What did he say?"})
  void findsNothingWhereNoRuleCanTell(String question) {
    assertThat(finder(question).canTell()).isFalse();
    assertThat(find(question, "Because of 5 May, Joseph Stalin sent nine tanks to Heijo.")).isEmpty();
  }

  @Test
  void findsPlacesRelativeToTheSentence() {
    String passage = "He waited. Then Filippov came.";
    String sentence = "Then Filippov came.";
    int offset = passage.indexOf(sentence);

    assertThat(finder("Who came?").find(sentence, analyzer.terms(passage), offset)).singleElement()
        .satisfies(span -> assertThat(span.of(sentence)).isEqualTo("Filippov"));
  }

  @Test
  void findsNothingInNothing() {
    for (String question : List.of("Who?", "When?", "Where?", "Why?", "How many?")) {
      assertThat(find(question, "")).isEmpty();
    }
  }
}
