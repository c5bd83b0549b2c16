package org.readingroom.web;

import org.readingroom.search.LiveIndex;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Opens the index once the server listens, so that health can be asked while it is being built. */
@Component
@ConditionalOnWebApplication
class IndexOpener {

  private final LiveIndex index;

  IndexOpener(LiveIndex index) {
    this.index = index;
  }

  @EventListener(ApplicationReadyEvent.class)
  void open() {
    index.openInBackground();
  }
}
