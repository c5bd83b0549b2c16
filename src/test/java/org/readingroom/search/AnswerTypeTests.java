package org.readingroom.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerTypeTests {

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"NUMBER | How many bridges did the engineers rebuild?",
      "NUMBER | How much rice was promised?", "NUMBER | How often did the delegates meet?",
      "NUMBER | How long did the ceasefire hold?", "NUMBER | how large was the garrison of Wonsan?",
      "NUMBER | How far had the division advanced by noon?", "NUMBER | How old was the pilot?",
      "NUMBER | What percentage of the harvest was lost?",
      "NUMBER | What number of trucks crossed the river?",
      "NUMBER | What amount of fuel remained?", "NUMBER | At most how many advisers could stay?",
      "NUMBER | What total number of prisoners was named?", "NUMBER | How fast did the new fighters fly?",
      "NUMBER | HOW MANY shells were fired?", "DATE | When did the envoy leave for the border?",
      "DATE | When was the bridge at Andong destroyed?", "DATE | On what date was the protocol signed?",
      "DATE | On which day did the talks resume?", "DATE | In what year was the loan repaid?",
      "DATE | By what month should the airfields be ready?",
      "DATE | Between which dates were the stores moved?",
      "DATE | What day was named for the parade?", "DATE | And when could the trains run again?",
      "PERSON | Who translated the letter for the ambassador?", "PERSON | Whom did the committee blame?",
      "PERSON | Whose signature stands under the order?", "PERSON | Which general led the crossing?",
      "PERSON | Which Soviet official met the delegation?", "PERSON | Which minister resigned?",
      "PERSON | Which pilot was shot down over the bay?", "PERSON | What was the name of the interpreter?",
      "PERSON | To whom was the report sent?", "PERSON | Which two comrades were to travel?",
      "PLACE | Where did the retreating corps regroup?", "PLACE | Where was the field hospital?",
      "PLACE | In which city did the delegates stay?", "PLACE | At what port were the tanks unloaded?",
      "PLACE | Which town fell first?", "PLACE | From which airfield did the bombers start?",
      "PLACE | What place was proposed for the talks?", "PLACE | Where do the two armies meet?",
      "REASON | Why did the offensive stop?", "REASON | For what reason was the visit put off?",
      "REASON | What was behind the change of plan?", "REASON | What were the reasons for the delay?",
      "REASON | What lay behind his refusal?", "REASON | Why was nobody told who had decided it?",
      "LIST | Which three ministries received copies?", "LIST | Which divisions were sent across the river?",
      "LIST | What were the terms of the armistice?", "LIST | List the weapons that were asked for.",
      "LIST | Name the members of the delegation.", "LIST | What conditions did the envoy set?",
      "LIST | What tasks did the group have?", "LIST | What measures did the bureau take?",
      "COURSE | Trace the negotiations about the prisoners.",
      "COURSE | Compare the two accounts of the battle.",
      "COURSE | How did the view of the armistice change?",
      "COURSE | How did the plan for the landing develop over the spring?",
      "COURSE | How did relations go on over time?", "COURSE | How do the two reports compare?",
      "COURSE | Do the two telegrams agree?", "COURSE | Describe the exchange about the airfields.",
      "OTHER | What did the ambassador reply?", "OTHER | Was the request granted?",
      "OTHER | What is said about the harvest?", "OTHER | Tell me about the hospital train.",
      "OTHER | How was the message sent?", "OTHER | Did the minister agree to it?",
      "OTHER | What advice did the marshal give?", "OTHER | 😀", "OTHER | {{question}}"})
  void tellsWhatKindOfThingIsAskedFor(AnswerType type, String question) {
    assertThat(AnswerType.of(question)).isEqualTo(type);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"OTHER | Whoever wrote it, was it true?",
      "OTHER | He said nothing of the whole.",
      "OTHER | What was the nickname of it?",
      "OTHER | When Kim Il Sung asked for help, what did Mao answer?",
      "OTHER | When Kim Il Sung asked for help, did Mao answer?",
      "OTHER | Where the front broke, what did the corps do?",
      "PERSON | When Kim Il Sung asked for help, who answered?",
      "PERSON | During the talks who represented China?",
      "DATE | when the war started?", "DATE | When exactly was it known who led them?",
      "PLACE | where the talks took place?", "OTHER | What happened to the pilots who were shot down?",
      "OTHER | What became of the people who fled?", "PERSON | Which document says who gave the order?",
      "OTHER | Is somewhere a copy of it?",
      "OTHER | What does the enlisted man say?", "OTHER | Is the whyte paper mentioned?"})
  void isNotMisledByPartsOfWords(AnswerType type, String question) {
    assertThat(AnswerType.of(question)).isEqualTo(type);
  }
}
