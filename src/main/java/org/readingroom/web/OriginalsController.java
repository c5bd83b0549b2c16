package org.readingroom.web;

import static org.readingroom.web.Problem.COLLECTION_BUILT_IN;
import static org.readingroom.web.Problem.COLLECTION_BUSY;
import static org.readingroom.web.Problem.ORIGINAL_GONE;
import static org.readingroom.web.Problem.UNKNOWN_DOCUMENT;
import static org.readingroom.web.Problem.WRITING_REFUSED;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.readingroom.collection.Document;
import org.readingroom.collection.Origin;
import org.readingroom.library.Library;
import org.readingroom.room.Rooms;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Gives out the files that documents were read from, and removes them. */
@Tag(name = "Documents")
@RestController
@RequestMapping("/api/v1/documents/{id}")
@ConditionalOnWebApplication
class OriginalsController {

  private final Library library;
  private final RoomFinder finder;
  private final CollectionUpdates updates;
  private final Rooms rooms;

  OriginalsController(Library library, RoomFinder finder, CollectionUpdates updates, Rooms rooms) {
    this.library = library;
    this.finder = finder;
    this.updates = updates;
    this.rooms = rooms;
  }

  @Operation(summary = "Get the file of a document", description = "As it was added. What browsers would run, such as HTML, comes as a download.")
  @ApiResponse(responseCode = "200", headers = @Header(name = "Accept-Ranges", schema = @Schema(type = "string")), content = {
      @Content(mediaType = "application/pdf", schema = @Schema(type = "string", format = "binary")),
      @Content(mediaType = "text/plain", schema = @Schema(type = "string", format = "binary")),
      @Content(mediaType = "application/octet-stream", schema = @Schema(type = "string", format = "binary"))})
  @ApiResponse(responseCode = "206", description = "The part that `Range` asks for.", content = {
      @Content(mediaType = "application/pdf", schema = @Schema(type = "string", format = "binary")),
      @Content(mediaType = "text/plain", schema = @Schema(type = "string", format = "binary")),
      @Content(mediaType = "application/octet-stream", schema = @Schema(type = "string", format = "binary"))})
  @ApiResponse(responseCode = "304", description = "It is what `If-None-Match` names.", content = @Content)
  @ApiResponse(responseCode = "416", description = "It has no such part.", content = @Content)
  @Problems({UNKNOWN_DOCUMENT, ORIGINAL_GONE})
  @GetMapping(path = "/original", produces = MediaType.ALL_VALUE)
  ResponseEntity<Resource> original(
      @Parameter(description = "The document's id.", example = "papers:1") @PathVariable String id) {
    return library.file(id).flatMap(Original::of).map(Original::reply)
        .orElseThrow(() -> library.find(id).isPresent()
            ? ORIGINAL_GONE.exception("The file of the document is not there.")
            : unknown());
  }

  @Operation(summary = "Remove a document", description = "With the file that it was read from, copies of it that were sent too, and with all other documents of that file. A file that is not one that was sent stays where it is.")
  @ApiResponse(responseCode = "204", description = "It is gone.")
  @Problems({UNKNOWN_DOCUMENT, COLLECTION_BUILT_IN, COLLECTION_BUSY, WRITING_REFUSED})
  @DeleteMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(@Parameter(description = "The document's id.") @PathVariable String id) {
    Document document = library.find(id).orElseThrow(OriginalsController::unknown);
    finder.requireOwn(document.collection());
    Origin origin = document.origin();
    if (origin == null || !updates.change(document.collection(),
        () -> library.removeWithCopies(document.collection(), origin.path()))) {
      throw unknown();
    }
    if (rooms.isOpen(document.collection())) {
      rooms.served(document.collection());
    }
  }

  private static RuntimeException unknown() {
    return UNKNOWN_DOCUMENT.exception("There is no document of that id.");
  }
}
