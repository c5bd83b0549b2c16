package org.readingroom.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.readingroom.catalogue.JointCatalogue.Part;
import org.readingroom.collection.Authority;
import org.readingroom.collection.Collection;
import org.readingroom.collection.Reader;
import org.readingroom.search.Filters;
import org.readingroom.search.IndexNotReadyException;
import org.readingroom.search.IndexState;
import org.readingroom.search.PassageSearch;

class JointCatalogueTests {

  private static final Collection EMPTY = new Collection("papers", "Papers", "", "", "", List.of(),
      new Authority(List.of()), List.of());
  private static final Part READER = part(Reader.COLLECTION);
  private static final Part PAPERS = part(EMPTY);
  private static final Part CLOSED = new Part(() -> "Minutes", () -> {
    throw new IndexNotReadyException(new IndexState.Closed());
  });

  private static Part part(Collection collection) {
    return new Part(collection::title, () -> new Catalogue(collection, new PassageSearch(null, null, null)));
  }

  private static List<String> said(String question, Part... parts) {
    return new JointCatalogue(List.of(parts)).answers(question, List.of(), Filters.NONE, 5).stream()
        .map(Finding::opening).toList();
  }

  @Test
  void eachCollectionSaysWhatItHasUnderItsTitle() {
    assertThat(said("How many documents are from 1953?", PAPERS, READER)).satisfiesExactly(
        has -> assertThat(has).startsWith("In “" + Reader.COLLECTION.title() + "”: The collection has "),
        none -> assertThat(none).isEqualTo("There is nothing of the kind in “Papers”."));
    assertThat(said("What is this?", READER, PAPERS)).hasSize(2);
  }

  @Test
  void whatIsTheSameOfAllIsSaidOnce() {
    assertThat(said("thanks", READER, PAPERS)).hasSize(1);
    assertThat(said("hello", READER, PAPERS)).hasSize(1);
  }

  @Test
  void aQuestionInTheDocumentsIsLeftAlone() {
    assertThat(said("How much lead did Stalin want?", READER, PAPERS)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Who is Kim?", "What was the war about?", "What happened in the war?"})
  void aNameOrAnEventThatOnlySomeKnowIsSearchedInAll(String question) {
    assertThat(said(question, READER, PAPERS)).isEmpty();
    assertThat(said(question, READER)).hasSize(1);
  }

  @Test
  void whatCannotBeAskedIsNamed() {
    assertThat(said("How many documents are from 1953?", CLOSED, READER))
        .last().isEqualTo("At present these cannot be asked: “Minutes”.");
    assertThatThrownBy(() -> said("How many documents are there?", CLOSED))
        .isInstanceOf(IndexNotReadyException.class);
  }
}
