package org.readingroom.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.readingroom.collection.Origin.Page;
import org.readingroom.search.PageExpressions.PageRange;

class PageExpressionsTests {

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"What is on page 12? | 12-12", "on p. 12 | 12-12", "see p.12 | 12-12",
      "on p 12 | 12-12", "on pages 12-14 | 12-14", "pages 12–14 | 12-14", "pp. 12—14 | 12-14",
      "pages 12 to 14 | 12-14", "pages 3 and 5 | 3-3 5-5", "pages 3, 5 and 7-9 | 3-3 5-5 7-9",
      "Page number 4 | 4-4", "page xii | xii-xii", "p. iv | iv-iv", "pg. 3 | 3-3", "page A-3 | A-3-A-3",
      "page 1 of a.pdf, page 2 of b.pdf | 1-1 2-2"})
  void findsThePagesNamed(String text, String ranges) {
    assertThat(PageExpressions.find(text).stream().map(range -> range.first() + "-" + range.last())
        .collect(Collectors.joining(" "))).isEqualTo(ranges);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a page", "12 pages", "a 12-page report", "the pages", "p", "p. ", "page",
      "paged 3",
      "page 1.5", "page 1,000", "p = 0.05", "p 0.05", "homepage 3 is", "page made", "page 123456",
      "pages of 12",
      "stop 12", "mp 3"})
  void findsNoneWhereNoneIsNamed(String text) {
    assertThat(PageExpressions.find(text)).isEmpty();
  }

  @Test
  void takesThePrintedLabelBeforeThePlaceInTheFile() {
    List<Page> pages = List.of(new Page(1, "i", 0, 10), new Page(2, "1", 10, 20), new Page(3, "2", 20, 30),
        new Page(4, null, 30, 40));

    assertThat(new PageRange("1", "1").in(pages))
        .hasValueSatisfying(span -> assertThat(span.start()).isEqualTo(10));
    assertThat(new PageRange("I", "2").in(pages)).hasValueSatisfying(span -> {
      assertThat(span.start()).isZero();
      assertThat(span.end()).isEqualTo(30);
    });
    assertThat(new PageRange("3", "4").in(pages))
        .hasValueSatisfying(span -> assertThat(span.start()).isEqualTo(20));
    assertThat(new PageRange("5", "5").in(pages)).isEmpty();
    assertThat(new PageRange("2", "1").in(pages)).isEmpty();
    assertThat(new PageRange("1", "1").in(List.of())).isEmpty();
    assertThat(new PageRange("1", "1").in(List.of(new Page(1, null, 0, 0)))).isEmpty();
  }

  @Property(tries = 300)
  void readsWhateverIsTyped(@ForAll String text) {
    assertThat(PageExpressions.find(text + " page 3-" + text)).isNotNull();
  }
}
