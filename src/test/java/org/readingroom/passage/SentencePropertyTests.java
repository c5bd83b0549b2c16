package org.readingroom.passage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.readingroom.collection.Document;
import org.readingroom.collection.Paragraph;
import org.readingroom.collection.Paragraph.Role;
import org.readingroom.collection.Reader;

/** Holds the splitter to its promise on every document of the reader and on documents that no archive has. */
class SentencePropertyTests {

  private final SentenceSplitter splitter = new SentenceSplitter();

  static List<Document> reader() {
    return Reader.COLLECTION.documents();
  }

  @Provide
  Arbitrary<Document> documents() {
    return RandomDocuments.documents();
  }

  @ParameterizedTest
  @MethodSource("reader")
  void sentencesOfTheReaderLeaveOutOnlyWhiteSpace(Document document) {
    keepsItsPromise(document);
  }

  @ParameterizedTest
  @MethodSource("reader")
  void everySentenceOfTheReaderCanBeQuoted(Document document) {
    assertThat(splitter.split(document)).allSatisfy(sentence -> assertThat(sentence.span().length())
        .as(sentence.role() + " " + sentence.span().of(document.text())).isLessThanOrEqualTo(500));
  }

  @Property(tries = 500)
  void sentencesOfAnyDocumentLeaveOutOnlyWhiteSpace(@ForAll("documents") Document document) {
    keepsItsPromise(document);
  }

  private void keepsItsPromise(Document document) {
    String text = document.text();
    int end = 0;
    for (Sentence sentence : splitter.split(document)) {
      Span span = sentence.span();
      Paragraph paragraph = document.paragraphs().get(sentence.paragraph());
      assertThat(span.start()).isGreaterThanOrEqualTo(end);
      assertThat(text.substring(end, span.start()).codePoints()).allMatch(RandomDocuments::isSpace);
      assertThat(RandomDocuments.isSpace(text.charAt(span.start()))).isFalse();
      assertThat(RandomDocuments.isSpace(text.charAt(span.end() - 1))).isFalse();
      assertThat(Character.isLowSurrogate(text.charAt(span.start()))).isFalse();
      assertThat(Character.isHighSurrogate(text.charAt(span.end() - 1))).isFalse();
      assertThat(sentence.role()).isEqualTo(paragraph.role());
      assertThat(new Span(paragraph.start(), paragraph.end()).contains(span)).isTrue();
      if (sentence.role() == Role.BODY || sentence.role() == Role.LIST || sentence.role() == Role.FOOTNOTE
          || sentence.role() == Role.TABLE) {
        assertThat(span.length()).isLessThanOrEqualTo(SentenceSplitter.MAX_LENGTH);
      }
      end = span.end();
    }
    assertThat(text.substring(end).codePoints()).allMatch(RandomDocuments::isSpace);
  }
}
