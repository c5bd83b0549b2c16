package org.readingroom.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.readingroom.onnx.ModelLocation;

class BundledModelTests {

  @ParameterizedTest
  @EnumSource
  void isFoundByItsId(BundledModel model) {
    assertThat(BundledModel.withId(model.id())).containsSame(model);
  }

  @ParameterizedTest
  @EnumSource
  void standsOnTheClassPath(BundledModel model) {
    assertThat(List.of(model.encoder().model(), model.encoder().tokenizer()))
        .allSatisfy(location -> assertThat(location).isInstanceOfSatisfying(ModelLocation.Resource.class,
            resource -> assertThat(BundledModel.class.getResource(resource.name())).isNotNull()));
  }

  @Test
  void anotherIdIsOfNone() {
    assertThat(BundledModel.withId("ada")).isEmpty();
  }
}
