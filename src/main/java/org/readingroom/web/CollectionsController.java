package org.readingroom.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.readingroom.collection.Collection;
import org.readingroom.reply.CollectionReply;
import org.readingroom.search.LiveIndex;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lists the collections; there is one. */
@Tag(name = "Collections")
@RestController
@ConditionalOnWebApplication
class CollectionsController {

  private final Collection collection;
  private final LiveIndex index;

  CollectionsController(Collection collection, LiveIndex index) {
    this.collection = collection;
    this.index = index;
  }

  @Operation(summary = "List the collections", description = "With their counts and whether they can be asked.")
  @GetMapping(path = "/api/v1/collections", produces = MediaType.APPLICATION_JSON_VALUE)
  List<CollectionReply> collections() {
    return List.of(CollectionReply.of(collection, index.state()));
  }
}
