package org.readingroom.room;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.readingroom.catalogue.Catalogue;
import org.readingroom.catalogue.JointCatalogue;
import org.readingroom.search.JointSearch;
import org.readingroom.search.PassageSearch;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/**
 * The rooms of several collections that are asked together. They hold no index: each collection is asked in its own room
 * as it is at the time of a question.
 */
final class JointRooms implements AutoCloseable {

  /** How many choices of collections are kept open; each is little more than an assistant. */
  private static final int KEPT = 32;
  private static final String[] PARTS = {"org.readingroom.answer", "org.readingroom.conversation"};

  private final RoomContexts contexts;
  private final OfOne parts;
  private final UnaryOperator<String> title;
  private final Cache<Chosen, ConfigurableApplicationContext> rooms = Caffeine.newBuilder().maximumSize(KEPT)
      .removalListener(
          (@Nullable Chosen ids, @Nullable ConfigurableApplicationContext context, RemovalCause cause) -> {
            if (context != null) {
              context.close();
            }
          })
      .build();

  /** Finds what does a kind of work for one collection. */
  interface OfOne {

    <T> T part(String id, boolean served, Class<T> part);
  }

  /**
   * Several collections that are asked together.
   *
   * @param served whether their rooms are those of a server
   */
  private record Chosen(List<String> ids, boolean served) {}

  /**
   * Makes joint rooms.
   *
   * @param title returns what a collection is called
   */
  JointRooms(RoomContexts contexts, OfOne parts, UnaryOperator<String> title) {
    this.contexts = contexts;
    this.parts = parts;
    this.title = title;
  }

  /** Returns what does a kind of work for several collections. */
  <T> T part(List<String> ids, boolean served, Class<T> part) {
    return rooms.get(new Chosen(List.copyOf(ids), served), this::open).getBean(part);
  }

  private ConfigurableApplicationContext open(Chosen chosen) {
    return contexts.make("rooms-" + String.join("-", chosen.ids()), context -> register(context, chosen),
        PARTS);
  }

  /** Registers what stands for a collection's own, by the same names. */
  private void register(AnnotationConfigApplicationContext context, Chosen chosen) {
    context.registerBean("passageSearch", JointSearch.class,
        () -> new JointSearch(chosen.ids().stream().map(id -> new JointSearch.Part(id, () -> title.apply(id),
            () -> parts.part(id, chosen.served(), PassageSearch.class))).toList()));
    context.registerBean("catalogue", JointCatalogue.class,
        () -> new JointCatalogue(chosen.ids().stream().map(id -> new JointCatalogue.Part(
            () -> title.apply(id), () -> parts.part(id, chosen.served(), Catalogue.class))).toList()));
  }

  @Override
  public void close() {
    rooms.asMap().values().forEach(ConfigurableApplicationContext::close);
    rooms.invalidateAll();
  }
}
