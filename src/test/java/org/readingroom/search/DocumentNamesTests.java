package org.readingroom.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.readingroom.collection.Document;
import org.readingroom.index.SmallCollection;

class DocumentNamesTests {

  private static final List<Document> DOCUMENTS = List.of(
      FileDocuments.of(1, "guide.pdf", "A Beginner’s Guide to Python", 2014, List.of("Guido Roe"), "One.",
          "Two."),
      FileDocuments.of(2, "papers/robots2017.pdf", "Human Interaction with Robot Swarms: A Survey", 2017,
          List.of("Jane Smith", "Jones, Peter"), "One."),
      FileDocuments.of(3, "papers/notes on foxes.pdf", "Notes", 2015, List.of("J. Smith"), "One."),
      FileDocuments.of(4, "council/2016/minutes.pdf", "Minutes of the Town Council", 2016, List.of(), "One."),
      FileDocuments.of(5, "council/2017/minutes.pdf", "Minutes of the Town Council", 2017, List.of(), "One."),
      FileDocuments.of(6, "walden.txt", "Walden", 0, List.of("Henry David Thoreau"), "One."),
      FileDocuments.of(7, "annual-report-2019.docx", "Annual Report 2019", 2020, List.of("City of Leeds"),
          "One."),
      FileDocuments.of(8, "x.html", "", 0, List.of("anna@example.org", "Łukasz Żuk <l@z.pl>"), "One."),
      FileDocuments.of(9, "PEP8.md", "Re: Fwd: Style Guide for Code", 0,
          List.of("Smith-Brown, Ann; Roe, Guido"),
          "One."));

  private final DocumentNames names = new DocumentNames(DOCUMENTS);

  private Set<Integer> likely(String question) {
    return names.find(question, question, Set.of(), DateExpressions.find(question)).documents();
  }

  private static Set<Integer> numbers(String written) {
    return Arrays.stream(written.split(" ")).map(Integer::valueOf).collect(Collectors.toSet());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"What does guide.pdf say? | 1",
      "according to GUIDE.PDF, who did it? | 1",
      "What is in minutes.pdf? | 4 5", "What is in 2017/minutes.pdf? | 5",
      "What is in council/2017/minutes.pdf? | 5", "Is it in “notes on foxes.pdf”? | 3",
      "Does annual-report-2019.docx or guide.pdf say so? | 1 7", "See PEP8.md. | 9"})
  void findsTheFilesNamed(String question, String numbers) {
    assertThat(names.files(question)).isEqualTo(numbers(numbers));
  }

  @ParameterizedTest
  @ValueSource(strings = {"What does the guide say?", "myguide.pdf", "guide.pdfs", "guide", "old-guide.pdf",
      "minutes", "", ".pdf", "notes.pdf", "foxes.doc"})
  void findsNoFileWhereNoneIsNamedWhole(String question) {
    assertThat(names.files(question)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"What does the Beginner's Guide say about lists? | 1",
      "what does the beginners guide say about lists | 1",
      "In A Beginner’s Guide to Python, what is a list? | 1",
      "What is a swarm in Human Interaction with Robot Swarms? | 2",
      "In the minutes of the town council, who spoke? | 4 5",
      "In the 2016 minutes of the town council, who spoke? | 4",
      "Who spoke in the town council's minutes? What did the minutes of the Town Council of 2017 say? | 5",
      "Where did he live in Walden? | 6", "What does Walden say of beans? | 6",
      "What is the text \"walden\" of? | 6",
      "What did the annual report say? | 7", "What did the 2019 Annual Report say? | 7",
      "In the style guide, what is a name? | 9", "In notes on foxes, what do they eat? | 3",
      "What did robots2017 find? | 2"})
  void findsTheTitlesNamed(String question, String numbers) {
    assertThat(likely(question)).isEqualTo(numbers(numbers));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"In the 2017 survey by Smith, how many robots were used? | 2",
      "in the survey by smith, how many robots were used? | 2", "How many robots did Smith (2017) use? | 2",
      "How many robots did Smith et al. use? | 2 3", "What is Smith's survey about? | 2",
      "What do Smith and Jones say? | 2", "According to Peter Jones, what is a swarm? | 2",
      "What did J. Smith write in 2015? | 3", "What does Jane Smith show? | 2", "Thoreau's beans? | 6",
      "What is a code by Łukasz Żuk? | 8", "According to Zuk, what is it? | 8",
      "What does Guido Roe recommend? | 1 9", "Compare Smith's survey with Thoreau's Walden. | 2 6",
      "What did Smith-Brown say? | 9"})
  void findsTheAuthorsNamed(String question, String numbers) {
    assertThat(likely(question)).isEqualTo(numbers(numbers));
  }

  @ParameterizedTest
  @ValueSource(strings = {"What is a guide?", "Where is the smith?", "Who was Smith?",
      "What does Jane Smith like?",
      "Is there a survey of 2017?",
      "the minutes", "ten minutes by train", "When did the town council meet?", "walden", "Walden pond?",
      "What is Python?", "Who lives in Leeds?", "What do notes cost?", "", "’s", "and and and", "by",
      "by by by"})
  void findsNoneWhereNoneIsNamed(String question) {
    assertThat(likely(question)).isEmpty();
  }

  @Test
  void aNameOfMostDocumentsMeansNone() {
    DocumentNames mine = new DocumentNames(List.of(
        FileDocuments.of(1, "a.txt", "Town Fires", 0, List.of("Ann Roe"), "One."),
        FileDocuments.of(2, "b.txt", "Town Floods", 0, List.of("Ann Roe"), "One."),
        FileDocuments.of(3, "c.txt", "Town Feasts", 0, List.of("Ann Roe"), "One.")));

    assertThat(mine.find("by Ann Roe", "by Ann Roe", Set.of(), List.of()).documents()).isEmpty();
    assertThat(mine.find("Roe's Town Fires", "Roe's Town Fires", Set.of(), List.of()).documents())
        .containsExactly(1);
  }

  @Test
  void partsOfAPrintedCollectionHaveNoNames() {
    DocumentNames printed = new DocumentNames(SmallCollection.whole().documents());
    String question = "What does the Letter to the embassy by Kim Il Sung say on page 1?";

    assertThat(printed.find(question, question, Set.of(4), List.of())).isEqualTo(Named.NOTHING);
    assertThat(printed.files(question)).isEmpty();
  }

  @Test
  void whatAQuestionDoesNotNameIsLookedForInWhatItLeansOn() {
    String earlier = "What does the Beginner's Guide say on page 1? ";

    assertThat(names.find("And on page 2?", earlier + "And on page 2?", Set.of(), List.of()).documents())
        .containsExactly(1);
    assertThat(names.find("And on page 2?", earlier + "And on page 2?", Set.of(), List.of()).pages().get(1))
        .singleElement().matches(page -> page.of("One.\n\nTwo.").equals("Two."));
    assertThat(names.find("And where?", earlier + "And where?", Set.of(), List.of()).documents())
        .containsExactly(1);
    assertThat(names.find("What does Walden say?", earlier + "What does Walden say?", Set.of(), List.of())
        .documents()).containsExactly(6);
  }

  @Test
  void pagesAreWantedOnlyWhereTheirDocumentIsNamed() {
    Named anywhere = names.find("What is on page 2?", "What is on page 2?", Set.of(), List.of());
    assertThat(anywhere.only()).isFalse();
    assertThat(anywhere.pages()).containsOnlyKeys(1);

    Named inOne = names.find("What is on page 2?", "What is on page 2?", Set.of(1), List.of());
    assertThat(inOne.only()).isTrue();
    assertThat(inOne.pages()).containsOnlyKeys(1);

    Named without = names.find("What is on page 2?", "What is on page 2?", Set.of(4), List.of());
    assertThat(without).isEqualTo(Named.NOTHING);
    assertThat(names.find("What is on page 3?", "What is on page 3?", Set.of(1, 99), List.of()))
        .isEqualTo(new Named(Set.of(), Map.of(), false));
  }

  @Property(tries = 300)
  void readsWhateverIsAskedAndWhateverDocumentsAreCalled(@ForAll String text, @ForAll String other) {
    DocumentNames odd = new DocumentNames(List.of(
        FileDocuments.of(1, other + ".pdf", text + " " + other, 0, List.of(other, text), "One.", "Two."),
        FileDocuments.of(2, text, other, 2017, List.of(text + ", " + other), "One.")));

    assertThat(Set.of(1, 2)).containsAll(odd.files(text + other));
    assertThat(Set.of(1, 2)).containsAll(
        odd.find(text + " by " + other + " p. 2", text, Set.of(), List.of()).documents());
  }
}
