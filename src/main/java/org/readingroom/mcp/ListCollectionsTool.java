package org.readingroom.mcp;

import java.util.List;
import org.readingroom.reply.CollectionReply;

/** Lists the collections. */
final class ListCollectionsTool implements Tool {

  private final Shelf shelf;

  ListCollectionsTool(Shelf shelf) {
    this.shelf = shelf;
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
    return new Collections(shelf.collections());
  }
}
