package org.readingroom.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BundledModelTests {

  @ParameterizedTest
  @EnumSource
  void isFoundByItsId(BundledModel model) {
    assertThat(BundledModel.withId(model.id())).isSameAs(model);
  }

  @ParameterizedTest
  @EnumSource
  void standsOnTheClassPath(BundledModel model) {
    assertThat(BundledModel.class.getResource(model.modelResource())).isNotNull();
    assertThat(BundledModel.class.getResource(model.tokenizerResource())).isNotNull();
  }

  @Test
  void namesTheKnownModelsWhenAnIdIsUnknown() {
    assertThatIllegalArgumentException().isThrownBy(() -> BundledModel.withId("ada"))
        .withMessageContaining("\"ada\"").withMessageContaining("all-minilm-l6-v2-q, e5-small-v2-q");
  }
}
