package org.readingroom.mcp;

import java.util.List;
import java.util.function.Supplier;
import org.readingroom.collection.Collection;
import org.readingroom.reply.CollectionReply;
import org.readingroom.search.LiveIndex;

/** Lists the collections; there is one. */
final class ListCollectionsTool implements Tool {

  private final Supplier<Collection> collection;
  private final Supplier<LiveIndex> index;

  ListCollectionsTool(Supplier<Collection> collection, Supplier<LiveIndex> index) {
    this.collection = collection;
    this.index = index;
  }

  /** All collections. */
  record Collections(List<CollectionReply> collections) {}

  @Override
  public String name() {
    return "list_collections";
  }

  @Override
  public String title() {
    return "List collections";
  }

  @Override
  public String description() {
    return "Lists the collections of documents with their counts, and whether they can be asked.";
  }

  @Override
  public List<Parameter<?>> parameters() {
    return List.of();
  }

  @Override
  public Class<? extends Record> reply() {
    return Collections.class;
  }

  @Override
  public Record call(Arguments arguments, Call call) {
    return new Collections(List.of(CollectionReply.of(collection.get(), index.get().state())));
  }
}
