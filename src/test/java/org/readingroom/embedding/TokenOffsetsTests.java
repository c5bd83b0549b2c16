package org.readingroom.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenOffsetsTests {

  private static final OnnxEmbeddingModel MODEL = new OnnxEmbeddingModel(BundledModel.ALL_MINILM_L6_V2_Q);

  @AfterAll
  static void close() {
    MODEL.close();
  }

  @Test
  void countCurlyQuotesAsOne() {
    assertThat(tokens("“Stalin’s” lead")).containsExactly("“", "Stalin", "’", "s", "”", "lead");
  }

  @Test
  void countEmojiAsTwo() {
    assertThat(tokens("rocket 🚀 launched 😀ok at 🚀")).containsExactly("rocket", "🚀", "launched", "😀ok",
        "at", "🚀");
  }

  @Test
  void countKoreanSyllablesThoughTheTokensAreLetters() {
    assertThat(tokens("김일성 said")).containsExactly("김", "김", "김", "일", "일", "일", "성", "성", "성",
        "said");
  }

  @Test
  void keepAccentsInTheTextThoughTheTokensHaveNone() {
    assertThat(tokens("café Ñandú")).containsExactly("café", "Ñan", "dú");
  }

  @Test
  void leaveOutACombiningAccentAtTheEndOfAWord() {
    assertThat(tokens("cafe\u0301 e\u0301tude")).containsExactly("cafe", "e\u0301t", "ude");
  }

  @Test
  void surviveHalfASurrogatePair() {
    assertThat(tokens("lead \uD83D and \uDE80 tons")).contains("lead", "and", "tons");
  }

  @Test
  void areNegativeInTheHeader() {
    String header = "🚀 1950. ";
    String text = "Lead for 🚀 tons";
    TokenEmbeddings encoded = MODEL.encodePassage(header, text);
    List<String> inText = new ArrayList<>();
    List<String> inHeader = new ArrayList<>();
    for (int i = 0; i < encoded.size(); i++) {
      if (encoded.start(i) >= 0) {
        inText.add(text.substring(encoded.start(i), encoded.end(i)));
      } else {
        inHeader.add(header.substring(header.length() + encoded.start(i), header.length() + encoded.end(i)));
      }
    }
    assertThat(inHeader).containsExactly("🚀", "1950", ".");
    assertThat(inText).containsExactly("Lead", "for", "🚀", "tons");
    assertThat(QuantizedTokenVectors.of(encoded).similarities(encoded).firstTokenFrom(0)).isEqualTo(3);
  }

  @Test
  void goWithTheSameIdForTheSameWord() {
    TokenEmbeddings encoded = MODEL.encodePassage("lead and Lead");
    assertThat(encoded.tokenId(0)).isEqualTo(encoded.tokenId(2)).isNotEqualTo(encoded.tokenId(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"İstanbul ẞ", "a\u200bb\u0000c d", "the cat [SEP] sat [CLS]", "𝔘𝔫𝔦 中国人 ﬁn",
      "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
          + "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"})
  void stayInTheTextAndInOrder(String text) {
    TokenEmbeddings encoded = MODEL.encodePassage(text);
    int last = 0;
    for (int i = 0; i < encoded.size(); i++) {
      assertThat(encoded.start(i)).isBetween(last, text.length());
      assertThat(encoded.end(i)).isBetween(encoded.start(i), text.length());
      last = encoded.start(i);
    }
  }

  private static List<String> tokens(String text) {
    TokenEmbeddings encoded = MODEL.encodePassage(text);
    List<String> tokens = new ArrayList<>();
    for (int i = 0; i < encoded.size(); i++) {
      tokens.add(text.substring(encoded.start(i), encoded.end(i)));
    }
    return tokens;
  }
}
