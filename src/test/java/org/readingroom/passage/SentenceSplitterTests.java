package org.readingroom.passage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.readingroom.collection.Document;
import org.readingroom.collection.DocumentDate;
import org.readingroom.collection.Kind;
import org.readingroom.collection.Paragraph;
import org.readingroom.collection.Paragraph.Role;

class SentenceSplitterTests {

  private static List<String> split(String text, Role role) {
    DocumentDate date = new DocumentDate(LocalDate.of(1950, 1, 30), LocalDate.of(1950, 1, 30),
        "30 January 1950");
    Document document = new Document("c", 1, "Title", null, date, Kind.TELEGRAM, null, null, null, null, text,
        "0",
        List.of(new Paragraph(0, text.length(), role, 1, 1)), List.of());
    return new SentenceSplitter().split(document).stream().map(s -> s.span().of(text)).toList();
  }

  @Test
  void endsAtFullStopsAndNotAtAbbreviationsOrInitials() {
    assertThat(
        split("I told Cde. Mao Zedong so. On 5 May Gen. I. V. Kochergin left. He was not asked.", Role.BODY))
        .containsExactly("I told Cde. Mao Zedong so.", "On 5 May Gen. I. V. Kochergin left.",
            "He was not asked.");
  }

  @Test
  void keepsTheNumberOfAListItemWithItsText() {
    assertThat(split("1. The Soviet side agrees. 2. It pays.", Role.LIST)).first()
        .isEqualTo("1. The Soviet side agrees.");
  }

  @Test
  void keepsClosingQuotesWithTheirSentence() {
    assertThat(split("He said: “We will wait.” Then he left.", Role.BODY)).containsExactly(
        "He said: “We will wait.”",
        "Then he left.");
  }

  @Test
  void endsWhereOtherWritingEndsASentence() {
    assertThat(split("镇上的石桥建于一七八二年。“桥长多少？”他问。没有人知道。", Role.BODY)).containsExactly("镇上的石桥建于一七八二年。",
        "“桥长多少？”", "他问。", "没有人知道。");
    assertThat(split("هل بنى السوق؟ نعم. احترق.", Role.BODY)).containsExactly("هل بنى السوق؟", "نعم.",
        "احترق.");
    assertThat(split("यह पुल है। वह नदी है।", Role.BODY)).containsExactly("यह पुल है।", "वह नदी है।");
    assertThat(split("ကျွန်တော် သွားမည်။သူ လာမည်။", Role.BODY)).containsExactly("ကျွန်တော် သွားမည်။",
        "သူ လာမည်။");
    assertThat(split("桥长四十六米，有五个桥孔，".repeat(60) + "完。", Role.BODY)).hasSizeGreaterThan(1)
        .allMatch(part -> part.length() <= SentenceSplitter.MAX_LENGTH && part.matches("(?s).*[，。]"));
  }

  @Test
  void cutsASentenceTooLongToBeQuotedAtItsClauses() {
    String clause = "the troops of the enemy withdrew from the line of the river in complete disorder; ";
    List<String> parts = split(clause.repeat(12).strip() + ".", Role.BODY);
    assertThat(parts).hasSizeGreaterThan(1).allMatch(part -> part.length() <= SentenceSplitter.MAX_LENGTH)
        .allMatch(part -> part.endsWith(";") || part.endsWith("."));
  }

  @Test
  void leavesWholeWhatCanBeQuotedAtOnce() {
    String clause = "the troops of the enemy withdrew from the line of the river in complete disorder; ";
    String sentence = clause.repeat(5) + "nobody knew what difficulties would come of this.";
    assertThat(sentence).hasSizeBetween(SentenceSplitter.MAX_LENGTH - 30, SentenceSplitter.MAX_LENGTH);
    assertThat(split(sentence, Role.BODY)).containsExactly(sentence);
  }

  @Test
  void cutsALongSentenceEvenlyAndAtACommaRatherThanAnywhere() {
    String sentence = "word ".repeat(52) + "word, " + "and ".repeat(3) + "word ".repeat(40) + "end.";
    assertThat(split(sentence, Role.BODY)).hasSize(2).first().asString().endsWith("word,");
    String plain = "word ".repeat(99).strip() + ".";
    assertThat(split(plain, Role.BODY)).hasSize(2).allMatch(part -> part.length() > 240);
  }

  @Test
  void takesEachLineOfATableAsARow() {
    assertThat(split("MiG-15 60\nMiG-9 30", Role.TABLE)).containsExactly("MiG-15 60", "MiG-9 30");
    assertThat(split("guns 60\nlight guns 30", Role.TABLE)).containsExactly("guns 60", "light guns 30");
  }

  @Test
  void takesARowThatGoesOnInTheNextLineAsOne() {
    assertThat(split("Distributing handbills and\nagitating against the\nsystem - 1,133\nTreason - 66",
        Role.TABLE))
        .containsExactly("Distributing handbills and\nagitating against the\nsystem - 1,133", "Treason - 66");
    String line = "crimes of many kinds ".repeat(15).strip();
    assertThat(split(line + "\n" + line, Role.TABLE)).containsExactly(line, line);
  }

  @Test
  void cutsARowTooLongToBeQuotedBetweenItsCells() {
    String cell = "word ".repeat(50).strip();
    assertThat(split("Title: Bridge; Note: " + cell + "; Answer: " + cell + "; Year: 1782", Role.TABLE))
        .containsExactly("Title: Bridge; Note: " + cell + ";", "Answer: " + cell + "; Year: 1782");
    String sentence = "The bridge over the river was built by merchants, who lived in the town. ";
    assertThat(split("Note: " + sentence.repeat(12).strip(), Role.TABLE)).hasSizeGreaterThan(1)
        .allMatch(part -> part.length() <= SentenceSplitter.MAX_LENGTH && part.endsWith("town."));
  }

  @Test
  void leavesWholeARowThatCanBeQuotedAtOnce() {
    String row = "Name: Ann; Note: " + "word ".repeat(92) + "end";
    assertThat(row).hasSize(SentenceSplitter.MAX_LENGTH);
    assertThat(split(row + "   \nName: Bob", Role.TABLE)).containsExactly(row, "Name: Bob");
  }

  @Test
  void leavesOutNothingButWhiteSpace() {
    String text = "One. Two! Three? “Four.” (Five.) Six… seven; 8.5 percent. Nº 9. The end";
    assertThat(String.join("", split(text, Role.BODY)).replace(" ", "")).isEqualTo(text.replace(" ", ""));
  }
}
