package org.readingroom.web;

import org.readingroom.collection.Collection;
import org.readingroom.conversation.Conversations;
import org.readingroom.search.LiveIndex;
import org.readingroom.search.PassageSearch;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.bean.override.convention.TestBean;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** Is a running server that answers what a test tells it to. */
@ServerTest
abstract class FakedServer {

  @MockitoBean
  Conversations conversations;

  @MockitoBean
  PassageSearch search;

  @MockitoBean
  LiveIndex index;

  /** Opens nothing: a call of its thread while a test says what the index answers would be taken for the one meant. */
  @MockitoBean
  IndexOpener opener;

  @TestBean
  Collection collection;

  @LocalServerPort
  int port;

  static Collection collection() {
    return Samples.COLLECTION;
  }
}
