package org.readingroom.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.readingroom.model.ScriptedServer.says;
import static org.readingroom.model.ScriptedServer.saysAtOnce;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.readingroom.answer.ClaimSettings.Unsupported;
import org.readingroom.answer.ModelTrace.Check;
import org.readingroom.answer.ModelTrace.Dropped;
import org.readingroom.model.LanguageModel;
import org.readingroom.model.Provider;
import org.readingroom.model.ScriptedServer;
import org.readingroom.model.ScriptedServer.Script;
import org.readingroom.passage.Span;
import org.readingroom.search.Candidate;
import org.readingroom.search.Filters;

/** What a language model says is told of claim by claim: what supports it, how surely, and what was left out. */
class SupportedClaimsTests {

  private static final String TANKS = "We ask for nine regiments of tanks.";
  private static final String READ = "Stalin would like to receive 25,000 tons of lead a year from Korea.";

  /** Is an answer with what was heard of it. */
  private static final class Asked implements AnswerListener {

    private final List<SupportedClaim> claims = new ArrayList<>();
    private final List<Integer> cited = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();
    private @Nullable Explanation explanation;
    private @Nullable ModelTrace trace;
    private Answer answer = new Answer.Abstained("", List.of());

    @Override
    public void wrote(String more) {
      words.append(more);
    }

    @Override
    public void cited(Citation citation) {
      cited.add(citation.marker());
    }

    @Override
    public void claimed(SupportedClaim claim) {
      assertThat(cited).containsAll(claim.markers());
      assertThat(claim.span().of(words.toString())).isEqualTo(claim.text());
      claims.add(claim);
    }

    @Override
    public void judged(ModelTrace judged) {
      trace = judged;
    }

    @Override
    public void explained(Explanation explained) {
      explanation = explained;
    }

    List<Dropped> dropped() {
      return explanation == null ? List.of() : explanation.dropped();
    }
  }

  private static Asked ask(String output) {
    return ask(says(output), Question.MAX_CITATIONS, Unsupported.DROP);
  }

  private static Asked ask(Script script, int most, Unsupported unsupported) {
    FakeSearch search = new FakeSearch(
        List.<Candidate>of(Samples.candidate(Samples.LEAD, Samples.LEAD_WORDS, 3),
            Samples.candidate(Samples.PLANES, TANKS, 2)));
    try (ScriptedServer server = new ScriptedServer(Provider.OPENAI, script);
        LanguageModel model = new LanguageModel(server.settings(Duration.ofSeconds(60)))) {
      Asked asked = new Asked();
      asked.answer = Samples.answering(model, search, unsupported)
          .answer(new Question("How much lead?", null, Filters.NONE, most), List.of(), asked).answer();
      assertThat(asked.claims).isEqualTo(asked.answer.claims());
      return asked;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {READ + " [1] Mao asked for nine regiments of tanks. [2]",
      "{\"claims\":[{\"text\":\"" + READ
          + "\",\"evidence\":[1]},{\"text\":\"Mao asked for nine regiments of tanks.\","
          + "\"evidence\":[2]}]}"})
  void eachSaysWhatSupportsItInEitherForm(String output) {
    Asked asked = ask(output);

    assertThat(asked.answer.text()).isEqualTo(READ + " [1] Mao asked for nine regiments of tanks. [2]");
    assertThat(asked.claims).extracting(SupportedClaim::markers).containsExactly(List.of(1), List.of(2));
    assertThat(asked.claims).extracting(SupportedClaim::text).containsExactly(READ,
        "Mao asked for nine regiments of tanks.");
    assertThat(asked.claims.getFirst().support()).isGreaterThanOrEqualTo(0.5).isLessThan(1);
    assertThat(asked.claims).extracting(SupportedClaim::isCompared).containsExactly(false, true);
    assertThat(asked.dropped()).isEmpty();
  }

  @Test
  void offsetsCountUtf16CodeUnitsWhateverStandsBefore() {
    Asked asked = ask("Stalin would like to receive 25,000 tons of lead a year from Korea 😀 조선. [1] "
        + "Mao asked for nine regiments of tanks. [2]");

    String text = asked.answer.text();
    assertThat(text).contains("😀 조선. [1] Mao");
    int start = text.indexOf("Mao asked");
    assertThat(asked.claims.getLast().span()).isEqualTo(new Span(start, text.length() - 4));
  }

  @Test
  void oneMayRestOnSeveralCitationsAndShareThem() {
    Asked asked = ask("Stalin asked for “25,000 tons of lead” and Mao for “nine regiments of tanks”. [1][2] "
        + "Mao asked for nine regiments of tanks. [2] " + TANKS + " [2]");

    assertThat(asked.claims).extracting(SupportedClaim::markers).containsExactly(List.of(1, 2), List.of(3),
        List.of(3));
    assertThat(asked.answer.citations()).hasSize(3);
  }

  @Test
  void theDocumentsOwnWordsAreComparedAndNotJudged() {
    assertThat(ask(TANKS + " [2]").claims).singleElement().satisfies(claim -> {
      assertThat(claim.support()).isEqualTo(1);
      assertThat(claim.isCompared()).isTrue();
    });
    assertThat(ask("“25,000 tons of lead” “nine regiments of tanks” [1][2]").claims)
        .extracting(SupportedClaim::support).containsExactly(1.0);
  }

  @Test
  void aBeginningThatAltersWhatTheEvidenceSaysIsNotShown() {
    Asked asked = ask("Stalin would like to receive from Korea a yearly maximum of 25,000 tons of lead, "
        + "because Soviet industry had used up nearly all of its reserves. [1]");

    assertThat(asked.claims).isEmpty();
  }

  @Test
  void aQuotationByItselfClaimsNothing() {
    Asked asked = ask("“" + TANKS + "” [2]");

    assertThat(asked.answer.citations()).extracting(citation -> citation.quote().text())
        .containsExactly(TANKS, Samples.LEAD_WORDS);
    assertThat(asked.claims).isEmpty();
  }

  @Test
  void whatTheDocumentsAnswerThemselvesHasNone() {
    Asked asked = ask("Roosevelt and Churchill divided Korea. [1]");

    assertThat(asked.answer.text()).contains("“" + Samples.LEAD_WORDS + "” [1]");
    assertThat(asked.claims).isEmpty();
    assertThat(asked.dropped()).hasSize(1);
  }

  @Test
  void whatIsDroppedIsToldWithTheCheckThatItDoesNotPass() {
    Asked asked = ask(READ + " [1]\nWho wanted how much lead? [1]\n"
        + "Stalin would like to receive 52,000 tons of lead a year from Korea. [1]\n"
        + "We would like to receive from Korea a yearly maximum of 25,000 tons of lead. [1]\n"
        + "Stalin asked Korea for “all the gold” and 25,000 tons of lead. [1]\n"
        + "The harbour froze early that winter. [2]\n" + READ + " [1]\n");

    assertThat(asked.answer.text()).isEqualTo(READ + " [1]");
    assertThat(asked.dropped().stream().collect(Collectors.toMap(Dropped::check, Dropped::reason)))
        .contains(entry(Check.FORM, "it is a question"),
            entry(Check.ESSENTIALS, "the evidence does not have: 52,000"),
            entry(Check.COPY, "it alters what the evidence says"),
            entry(Check.QUOTATION, "its quotation is not in the evidence"))
        .hasEntrySatisfying(Check.ESTIMATE,
            reason -> assertThat(reason)
                .matches("the chance that the evidence says so is 0\\.\\d\\d, and 0\\.50 is needed"));
    assertThat(asked.trace).isNotNull().satisfies(trace -> {
      assertThat(trace.claims()).isEqualTo(6);
      assertThat(trace.unsupported()).isEqualTo(5);
    });
  }

  @Test
  void oneOfWhichTheBeginningHoldsIsToldWhole() {
    String whole = "Stalin would like to receive 25,000 tons of lead a year from Korea, and Roosevelt agreed to it.";
    Asked asked = ask(whole + " [1]");

    assertThat(asked.claims).extracting(SupportedClaim::text).containsExactly(READ);
    assertThat(asked.dropped()).containsExactly(new Dropped(whole, Check.ESSENTIALS,
        "only its beginning is shown, for the evidence does not have: Roosevelt"));
    assertThat(asked.trace).isNotNull().extracting(ModelTrace::unsupported).isEqualTo(0);
  }

  @Test
  void oneWithoutRoomForItsCitationIsDroppedForThat() {
    Asked asked = ask(saysAtOnce("{\"claims\":[{\"text\":\"" + READ + "\",\"evidence\":[1]},"
        + "{\"text\":\"Mao asked for nine regiments of tanks.\",\"evidence\":[2]},"
        + "{\"text\":\"“" + TANKS + "”\",\"evidence\":[2]}]}"), 1, Unsupported.DROP);

    assertThat(asked.claims).extracting(SupportedClaim::text).containsExactly(READ);
    assertThat(asked.dropped()).extracting(Dropped::check).containsExactly(Check.ROOM, Check.ROOM);
    assertThat(asked.trace).isNotNull().extracting(ModelTrace::unsupported).isEqualTo(0);
  }

  @Test
  void whatIsShownAsUnsupportedIsNone() {
    Asked asked = ask(says("Mao sank the fleet in 1812. [1] " + READ + " [1]"), Question.MAX_CITATIONS,
        Unsupported.SHOW);

    assertThat(asked.answer.text()).startsWith("Mao sank the fleet in 1812. " + AnswerWriter.UNSUPPORTED);
    assertThat(asked.claims).extracting(SupportedClaim::text).containsExactly(READ);
    assertThat(asked.dropped()).extracting(Dropped::claim).containsExactly("Mao sank the fleet in 1812.");
  }

  @Test
  void anAnswerHasTheWordsOfItsClaims() {
    Citation citation = ((Answer.Answered) ask(READ + " [1]").answer).citations().getFirst();
    SupportedClaim other = new SupportedClaim("Mao", new Span(0, 3), List.of(1), 0.9);

    assertThatThrownBy(() -> new Answer.Answered(READ, List.of(citation), List.of(other)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new SupportedClaim("Mao", new Span(0, 3), List.of(), 0.9))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
