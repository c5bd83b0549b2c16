package org.readingroom.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.readingroom.collection.Authority;
import org.readingroom.collection.Document;
import org.readingroom.collection.DocumentDate;
import org.readingroom.collection.Kind;
import org.readingroom.collection.Paragraph;
import org.readingroom.passage.Passage;
import org.readingroom.passage.SentenceSplitter;
import org.readingroom.passage.Span;

class SupportScorerTests {

  private static final String TEXT = "I have talked with Zhou Enlai. We would like to receive a yearly minimum of 25,000 "
      + "tons of lead from 15 June on. The Chinese did not agree. Please tell Kim so.";
  private static final Passage PASSAGE = passage();
  private final SupportScorer scorer = CountedWords.scorer(new Authority(List.of(
      new Authority.Entry(Authority.Type.PERSON, "Joseph Stalin", List.of("Stalin", "Filippov"), "Moscow"),
      new Authority.Entry(Authority.Type.PERSON, "Mao Zedong", List.of("Mao")),
      new Authority.Entry(Authority.Type.PERSON, "Zhou Enlai", List.of("Chou En-lai")))));

  private static Passage passage() {
    LocalDate day = LocalDate.of(1950, 1, 30);
    Document document = new Document("test", 7, "Telegram, Joseph Stalin to Shtykov", null,
        new DocumentDate(day, day, "30 January 1950"), Kind.TELEGRAM, "Joseph Stalin", "Shtykov", null, null,
        TEXT,
        "00", List.of(new Paragraph(0, TEXT.length(), Paragraph.Role.BODY, 1, 1)), List.of());
    return new Passage(document, 0, new Span(0, TEXT.length()), new SentenceSplitter().split(document));
  }

  private Support best(String claim) {
    return scorer.read(claim, List.of(PASSAGE)).getFirst();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Stalin wanted to receive at least 25 thousand tons of lead yearly.",
      "On 30 January 1950 Filippov wrote from Moscow about 25,000 tons of lead.",
      "In January 1950 Stalin asked for lead, 25000 tons of it.", "He talked with Chou En-lai.",
      "The lead was to come from 15 June 1950.", "The Chinese did not agree.", "China did not agree to it.",
      "Document 7 asks for 25,000 tons of lead.", "No. 7 wants to receive a yearly minimum of lead."})
  void findsTheSpanThatSaysIt(String claim) {
    Support support = best(claim);
    assertThat(support.missing()).isEmpty();
    assertThat(support.suffices(0.5)).as("%s", support).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Stalin wanted to receive 52,000 tons of lead yearly.",
      "Mao wanted to receive 25,000 tons of lead yearly.", "He asked Eisenhower for 25,000 tons of lead.",
      "On 31 January 1950 Stalin asked for 25,000 tons of lead.",
      "He wanted 25,000 tons of lead from 15 June 1951.",
      "Stalin would never receive 25,000 tons of lead.", "The moon is made of cheese.", "", "Yes.",
      "Stalin would like to receive 25,000 tons of gold a year.",
      "He would like to receive 25,000 tanks of lead a year.",
      "Document 8 asks for 25,000 tons of lead.", "Stalin wanted 7 tons of lead.",
      "The Japanese did not agree to it.", "It was Japan that did not agree to it.",
      "the of and"})
  void noticesWhatIsNotThere(String claim) {
    assertThat(best(claim).suffices(0.5)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"The Chinese did agree.", "Kim agreed."})
  void noticesThatTheDocumentDeniesIt(String claim) {
    assertThat(best(claim).suffices(0.5)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"We would like to receive a yearly minimum of 25,000 tons of lead from 15 June on.",
      "we would like to receive a yearly minimum of 25000 tons of lead",
      "Stalin would like to receive a yearly minimum of 25,000 tons of lead.",
      "On 30 January 1950 Stalin wrote to Shtykov that he would like to receive a yearly minimum of 25,000 tons of lead.",
      "From 15 June on we would like to receive a yearly minimum of 25,000 tons of lead.",
      "The Chinese did not agree."})
  void aCopyMaySayTheSameInOtherForms(String claim) {
    assertThat(scorer.compare(claim, List.of(PASSAGE))).isEqualTo(Copying.FAITHFUL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"We would like to receive a yearly maximum of 25,000 tons of lead from 15 June on.",
      "We would like to receive a minimum of 25,000 tons of lead from 15 June on.",
      "We would like to receive secretly a yearly minimum of 25,000 tons of lead from 15 June on.",
      "We would like to receive a yearly minimum of 25,000 tons of lead and to leave Korea at once.",
      "We would not like to receive a yearly minimum of 25,000 tons of lead from 15 June on.",
      "Mao wrote that we would like to receive a yearly minimum of 25,000 tons of lead.",
      "We would like to receive a yearly tons of 25,000 minimum of lead from 15 June on.",
      "Zhou Enlai would like to receive a yearly minimum of 25,000 tons of lead from 15 June on."})
  void aCopyMayNotSayMoreOrLess(String claim) {
    assertThat(scorer.compare(claim, List.of(PASSAGE))).isEqualTo(Copying.ALTERED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Stalin would like to receive a minimum of lead.",
      "A yearly minimum of 25,000 tons was asked for."})
  void whatTakesOverAPartOfASentenceIsToldInOtherWords(String claim) {
    assertThat(scorer.compare(claim, List.of(PASSAGE))).isEqualTo(Copying.REWORDED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Stalin wanted to receive at least 25 thousand tons of lead yearly.",
      "Zhou Enlai was talked with.", "In January 1950 Stalin asked for lead, 25000 tons of it."})
  void ownWordsAreNoCopy(String claim) {
    assertThat(scorer.compare(claim, List.of(PASSAGE))).isEqualTo(Copying.NONE);
  }

  private static Passage passage(String text) {
    LocalDate day = LocalDate.of(1951, 11, 20);
    Document document = new Document("test", 8, "Report", null,
        new DocumentDate(day, day, "20 November 1951"),
        Kind.REPORT, "Joseph Stalin", null, null, null, text, "00",
        List.of(new Paragraph(0, text.length(), Paragraph.Role.BODY, 1, 1)), List.of());
    return new Passage(document, 0, new Span(0, text.length()), new SentenceSplitter().split(document));
  }

  private Copying compare(String claim, String text) {
    return scorer.compare(claim, List.of(passage(text)));
  }

  private static final String PRISONERS = "Overall, 684 prisoners were exchanged at the front: 471 Koreans, 149"
      + " Turks, Greeks, and 32 Englishmen (ten wounded), who therefore left on 6 June 1950 for the harbour at 13:00"
      + " by the coastal road.";

  @ParameterizedTest
  @ValueSource(strings = {" Greeks,", " 13:00", " 1950", " coastal", " prisoners"})
  void aCopyMayNotLeaveOutAnItemOrAWord(String left) {
    assertThat(PRISONERS).contains(left);
    assertThat(compare(PRISONERS.replace(left, ""), PRISONERS)).isEqualTo(Copying.ALTERED);
  }

  @ParameterizedTest
  @ValueSource(strings = {" (ten wounded)", " by the coastal road"})
  void aCopyMayLeaveOutAPhrase(String phrase) {
    assertThat(compare(PRISONERS.replace(phrase, ""), PRISONERS)).isEqualTo(Copying.FAITHFUL);
  }

  @Test
  void aCopyMayLeaveOutWhatOnlyTiesSentencesTogether() {
    assertThat(compare("The river was frozen; no ferry ran in the winter of that year.",
        "The river was frozen; therefore, no ferry ran in the winter of that year."))
        .isEqualTo(Copying.FAITHFUL);
  }

  @Test
  void theSentencesOwnBeginningDoesNotReportIt() {
    assertThat(compare("The notes that supplying the country with food is the most important task.",
        "The decree notes that supplying the country with food is the most important task."))
        .isEqualTo(Copying.ALTERED);
  }

  @Test
  void aDateKeepsItsPreposition() {
    String text = "By the end of 1950, the production of lead had completely halted in the north.";
    assertThat(compare(text, text)).isEqualTo(Copying.FAITHFUL);
    assertThat(compare(text.replace("end of 1950", "end 1950"), text)).isEqualTo(Copying.ALTERED);
  }

  @Test
  void aCopyMayEndBeforeTheYearOfADateAndLeaveOutTheDocumentsOwn() {
    String text = "The troops left the city on 3 March 1950, and the others stayed until 5 May 1951 at the front.";
    assertThat(compare("The troops left the city on 3 March.", text)).isEqualTo(Copying.FAITHFUL);
    assertThat(compare(text.replace(" 1951", ""), text)).isEqualTo(Copying.FAITHFUL);
    assertThat(compare(text.replace(" 1950", ""), text)).isEqualTo(Copying.ALTERED);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "93 soldiers and 1 officer of the 65th regiment executed an order to attack one of the hills on the front."
          + "|93 soldiers and 1 officer of the 65th regiment have refused to execute an order to attack one of the"
          + " hills on the front.",
      "We moved several volunteer divisions to North Korea."
          + "|We initially planned to move several volunteer divisions to North Korea.",
      "The second army captured the northern part of the city."
          + "|The second army failed to capture the northern part of the city.",
      "The Americans have withdrawn their divisions from the city."
          + "|The Americans would probably have withdrawn their divisions from the city.",
      "Chinese troops had crossed the river at night."
          + "|Mao denied that Chinese troops had crossed the river at night.",
      "Chinese troops had crossed the river at night."
          + "|Hardly any Chinese troops had crossed the river at night.",
      "Chinese troops had crossed the river at night."
          + "|Perhaps, Chinese troops had crossed the river at night.",
      "The Soviet side will send pilots and aircraft to Korea."
          + "|The Soviet side will send pilots and aircraft to Korea under no circumstances."})
  void aCopyMayNotLeaveOutWhatUnsaysIt(String claim, String text) {
    assertThat(compare(claim, text)).isNotEqualTo(Copying.FAITHFUL);
    assertThat(compare(text, text)).isEqualTo(Copying.FAITHFUL);
  }

  private static final String LEAD = "e would like to receive a yearly minimum of 25,000 tons of lead";

  @ParameterizedTest
  @ValueSource(strings = {"According to Stalin, w" + LEAD + ".",
      "In his telegram to Shtykov, Stalin wrote that w" + LEAD + ".", "W" + LEAD + ", according to Stalin.",
      "W" + LEAD + ", Stalin wrote to Shtykov."})
  void theWriterIsWhoSaysIt(String claim) {
    assertThat(scorer.compare(claim, List.of(PASSAGE))).isEqualTo(Copying.FAITHFUL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"According to Shtykov, w" + LEAD + ".", "W" + LEAD + ", according to Shtykov.",
      "Stalin told Stalin that w" + LEAD + ".", "W" + LEAD + ", according to Mao."})
  void theReaderIsNot(String claim) {
    assertThat(scorer.compare(claim, List.of(PASSAGE))).isNotEqualTo(Copying.FAITHFUL);
  }

  private static final String TANKS = "Kim asked for nine regiments of tanks.";

  @ParameterizedTest
  @ValueSource(strings = {"Additionally, ", "However, ", "Overall, ", "Yes, "})
  void aCopyMayBeTiedToWhatIsSaidBefore(String opening) {
    assertThat(compare(opening + TANKS, TANKS)).isEqualTo(Copying.FAITHFUL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"No, ", "Reluctantly, ", "Second "})
  void aCopyMayNotBeginWithAnyWord(String opening) {
    assertThat(compare(opening + TANKS, TANKS)).isEqualTo(Copying.ALTERED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"",
      " with a large delegation of officers and engineers from the northern provinces"})
  void whomAPronounMeansIsRead(String more) {
    String text = "Kim visited Moscow" + more + ". He asked for nine regiments of tanks.";
    assertThat(compare(TANKS, text)).isEqualTo(Copying.REWORDED);
    assertThat(compare(TANKS.replace("Kim", "Mao"), text)).isEqualTo(Copying.ALTERED);
  }

  private List<String> missing(String claim, String text) {
    return scorer.read(claim, List.of(passage(text))).getFirst().missing();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "Truman was president from 1945 to 1953.|Truman was president (1945–1953).",
      "Unlike in 1951 and 1952, the combat operations were slow.|Unlike 1951-52, the combat operations were slow.",
      "The troops rested near the river from May 5 to May 7, 1950.|The troops rested near the river 5–7 May 1950.",
      "In 1687 Newton published the laws of motion.|1687: Newton publishes the laws of motion."})
  void theEndsOfARangeAreThere(String claim, String text) {
    assertThat(missing(claim, text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"1950|Truman was president in 1950.|Truman was president (1945–1953).",
      "1 January 1945|Truman was president on 1 January 1945.|Truman was president (1945–1953).",
      "6 May 1950|The troops rested on 6 May 1950.|The troops rested 5–7 May 1950.",
      "1 May 1950|The troops rested on 1 May 1950.|The troops rested in May 1950."})
  void whatARangeOnlyContainsIsNot(String date, String claim, String text) {
    assertThat(missing(claim, text)).containsExactly(date);
  }

  @Test
  void aDocumentsDateDatesWhatItsWriterDecidesByIt() {
    assertThat(missing("On 20 November 1951 Stalin agreed to receive Kim.", "I agree to receive Kim."))
        .isEmpty();
    assertThat(missing("On 20 November 1951 two divisions were sent to Kaesong.",
        "Yesterday two divisions were sent to the front near Kaesong."))
        .containsExactly("20 November 1951");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "No, it was Stalin who proposed the meeting.|It was Stalin who proposed the meeting.",
      "Stalin not only approved but also sent arms.|Stalin approved and sent arms.",
      "The armistice was not signed until 27 July 1953.|The armistice was signed only on 27 July 1953.",
      "The armistice was signed only on 27 July 1953.|The armistice was not signed until 27 July 1953."})
  void whatDeniesNothingNeedsNoDenial(String claim, String text) {
    assertThat(missing(claim, text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "The armistice was not signed on 27 July 1953.|The armistice was signed only on 27 July 1953.",
      "The garrison did not stay until May 1953.|The garrison did stay until May 1953.",
      "The garrison did stay until May 1953.|The garrison did not stay until May 1953."})
  void whatDeniesNeedsOne(String claim, String text) {
    assertThat(missing(claim, text)).containsExactly("denial");
  }
}
