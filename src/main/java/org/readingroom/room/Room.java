package org.readingroom.room;

import org.readingroom.collection.Collection;
import org.readingroom.search.LiveIndex;
import org.springframework.beans.factory.BeanFactory;

/** One collection, opened, with all that answers from it. */
public final class Room {

  private final String id;
  private final BeanFactory parts;

  /**
   * Makes the room of a collection.
   *
   * @param parts what its parts are asked of
   */
  public Room(String id, BeanFactory parts) {
    this.id = id;
    this.parts = parts;
  }

  /** Returns the collection's id. */
  public String id() {
    return id;
  }

  /** Returns the collection with its documents. */
  public Collection collection() {
    return get(Collection.class);
  }

  /** Returns the collection's index, which may have to be opened or built first. */
  public LiveIndex index() {
    return get(LiveIndex.class);
  }

  /**
   * Returns what does a kind of work for this collection, such as its conversations.
   *
   * @throws org.springframework.beans.BeansException if nothing does
   */
  public <T> T get(Class<T> part) {
    return parts.getBean(part);
  }
}
