package org.readingroom.web;

import static org.readingroom.web.Problem.BODY_TOO_LARGE;
import static org.readingroom.web.Problem.BODY_TOO_SLOW;
import static org.readingroom.web.Problem.COLLECTION_BUILT_IN;
import static org.readingroom.web.Problem.COLLECTION_BUSY;
import static org.readingroom.web.Problem.COLLECTION_TAKEN;
import static org.readingroom.web.Problem.INVALID_VALUE;
import static org.readingroom.web.Problem.UNKNOWN_COLLECTION;
import static org.readingroom.web.Problem.UNSUPPORTED_MEDIA_TYPE;
import static org.readingroom.web.Problem.WRITING_REFUSED;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.readingroom.library.Library;
import org.readingroom.reply.CollectionReplies;
import org.readingroom.reply.CollectionReply;
import org.readingroom.room.Rooms;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lists, makes and removes collections. */
@Tag(name = "Collections")
@RestController
@RequestMapping(path = "/api/v1/collections", produces = MediaType.APPLICATION_JSON_VALUE)
@ConditionalOnWebApplication
class CollectionsController {

  static final String ID = "The collection's id.";
  static final String EXAMPLE = "nkidp-korean-war";

  private final Library library;
  private final Rooms rooms;
  private final RoomFinder finder;
  private final CollectionUpdates updates;
  private final CollectionReplies replies;

  CollectionsController(Library library, Rooms rooms, RoomFinder finder, CollectionUpdates updates) {
    this.library = library;
    this.rooms = rooms;
    this.finder = finder;
    this.updates = updates;
    this.replies = new CollectionReplies(library, rooms, updates);
  }

  @Operation(summary = "List the collections", description = "With their counts and whether they can be asked; the built-in one comes first.")
  @GetMapping
  List<CollectionReply> collections() {
    return replies.all();
  }

  @Operation(summary = "Show a collection")
  @ApiResponse(responseCode = "200")
  @Problems(UNKNOWN_COLLECTION)
  @GetMapping("/{id}")
  CollectionReply collection(@Parameter(description = ID, example = EXAMPLE) @PathVariable String id) {
    return replies.one(id);
  }

  @Operation(summary = "Make a collection", description = "Without files, which are added to it afterwards.")
  @ApiResponse(responseCode = "201", description = "It is there.")
  @Problems({INVALID_VALUE, COLLECTION_TAKEN, COLLECTION_BUSY, WRITING_REFUSED, BODY_TOO_LARGE, BODY_TOO_SLOW,
      UNSUPPORTED_MEDIA_TYPE})
  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  CollectionReply create(@RequestBody CollectionRequest request) {
    String title = request.cleanTitle();
    String wanted = request.wantedId();
    if (wanted != null && !isMade(wanted, title)) {
      throw COLLECTION_TAKEN.exception("There is a collection " + wanted + " already.");
    }
    return replies.one(wanted == null ? library.createLike(title, title) : wanted);
  }

  private boolean isMade(String id, String title) {
    return !id.equals(library.builtInId()) && library.create(id, title);
  }

  @Operation(summary = "Remove a collection", description = "With its documents, its index and the files that were sent to it; files that are elsewhere stay there.")
  @ApiResponse(responseCode = "204", description = "It is gone.")
  @Problems({UNKNOWN_COLLECTION, COLLECTION_BUILT_IN, COLLECTION_BUSY, WRITING_REFUSED})
  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(@Parameter(description = ID) @PathVariable String id) {
    finder.requireOwn(id);
    updates.change(id, () -> {
      rooms.forget(id);
      library.delete(id);
      // Somebody may have asked it in between.
      rooms.removed(id);
      return id;
    });
    updates.forget(id);
  }
}
