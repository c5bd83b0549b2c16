package org.readingroom.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;

import org.junit.jupiter.api.Test;
import org.readingroom.collection.Collection;
import org.readingroom.search.IndexState;
import org.readingroom.search.LiveIndex;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.test.context.bean.override.convention.TestBean;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WebMvcTest(CollectionsController.class)
class CollectionsControllerTests {

  @Autowired
  MockMvcTester mvc;

  @MockitoBean
  LiveIndex index;

  @TestBean
  Collection collection;

  static Collection collection() {
    return Samples.COLLECTION;
  }

  @Test
  void tellsHowFarTheIndexIs() {
    given(index.state()).willReturn(new IndexState.Building(30, 1200));

    assertThat(mvc.get().uri("/api/v1/collections")).hasStatusOk().bodyJson().isStrictlyEqualTo("""
        [{"id":"nkidp-korean-war","title":"New Documents","publisher":"NKIDP","documents":3,
          "passages":1200,"indexed":30,"state":"building"}]""");
  }
}
