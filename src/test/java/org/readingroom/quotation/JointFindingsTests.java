package org.readingroom.quotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.readingroom.collection.Reader;
import org.readingroom.search.IndexNotReadyException;
import org.readingroom.search.IndexState;

class JointFindingsTests {

  private static final QuotationFinder FINDER = new QuotationFinder(Reader.COLLECTION);
  private static final Finding EXACT = FINDER.find("a yearly minimum of 25,000 tons of lead");
  private static final Finding NEAR = FINDER.find("a yearly minimum of 25,000 tons of gold");
  private static final Finding NONE = new Finding.None();

  @Test
  void whatStandsAsQuotedComesBeforeWhatComesNear() {
    assertThat(EXACT).isInstanceOf(Finding.Exact.class);
    assertThat(NEAR).isInstanceOf(Finding.Nearest.class);
    assertThat(JointFindings.best(List.of(NONE, NEAR, EXACT))).isEqualTo(EXACT);
    assertThat(JointFindings.best(List.of(NONE, NEAR))).isEqualTo(NEAR);
    assertThat(JointFindings.best(List.of(NONE))).isEqualTo(NONE);
  }

  @Test
  void allPlacesAreTold() {
    assertThat(((Finding.Exact) JointFindings.best(List.of(EXACT, EXACT))).occurrences())
        .hasSize(2 * ((Finding.Exact) EXACT).occurrences().size());
  }

  @Test
  void nothingIsSaidToBeMissingWhileACollectionCannotBeLookedThrough() {
    Map<String, Finding> found = Map.of("one", EXACT, "other", NEAR);
    assertThat(JointFindings.of(List.of("closed", "one"), id -> find(id, found))).isEqualTo(EXACT);
    assertThatThrownBy(() -> JointFindings.of(List.of("other", "closed"), id -> find(id, found)))
        .isInstanceOf(IndexNotReadyException.class);
  }

  private static Finding find(String id, Map<String, Finding> found) {
    if (id.equals("closed")) {
      throw new IndexNotReadyException(new IndexState.Closed());
    }
    return found.get(id);
  }
}
