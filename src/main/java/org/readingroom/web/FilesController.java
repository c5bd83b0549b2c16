package org.readingroom.web;

import static org.readingroom.web.Problem.BODY_TOO_LARGE;
import static org.readingroom.web.Problem.BODY_TOO_SLOW;
import static org.readingroom.web.Problem.COLLECTION_BUILT_IN;
import static org.readingroom.web.Problem.COLLECTION_BUSY;
import static org.readingroom.web.Problem.FILES_UNWRITABLE;
import static org.readingroom.web.Problem.INVALID_VALUE;
import static org.readingroom.web.Problem.ORIGINAL_GONE;
import static org.readingroom.web.Problem.UNKNOWN_COLLECTION;
import static org.readingroom.web.Problem.UNSUPPORTED_MEDIA_TYPE;
import static org.readingroom.web.Problem.WRITING_REFUSED;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;
import org.readingroom.library.FileRecord;
import org.readingroom.library.Library;
import org.readingroom.reply.FileReply;
import org.readingroom.room.Rooms;
import org.readingroom.web.Uploads.Uploaded;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lists the files of a collection, takes in more, and removes them. */
@Tag(name = "Collections")
@RestController
@RequestMapping(path = "/api/v1/collections/{id}/files", produces = MediaType.APPLICATION_JSON_VALUE)
@ConditionalOnWebApplication
class FilesController {

  private static final String QUEUED = "queued";

  private final Library library;
  private final RoomFinder finder;
  private final Uploads uploads;
  private final CollectionUpdates updates;
  private final UploadSettings settings;
  private final Rooms rooms;

  FilesController(Library library, RoomFinder finder, Uploads uploads, CollectionUpdates updates,
      UploadSettings settings, Rooms rooms) {
    this.library = library;
    this.finder = finder;
    this.uploads = uploads;
    this.updates = updates;
    this.settings = settings;
    this.rooms = rooms;
  }

  /** A form with files. */
  @Schema(description = "A form with files.")
  record FilesForm(
      @ArraySchema(arraySchema = @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "The files, each a part of its own."), schema = @Schema(type = "string", format = "binary")) List<String> file) {}

  @Operation(summary = "List the files of a collection", description = "With what became of each; those that were just sent are `queued`. The built-in collection has none.")
  @Problems(UNKNOWN_COLLECTION)
  @GetMapping
  List<FileReply> files(
      @Parameter(description = CollectionsController.ID, example = CollectionsController.EXAMPLE) @PathVariable String id) {
    if (id.equals(library.builtInId())) {
      return List.of();
    }
    List<String> queued = updates.queued(id);
    Map<String, List<Integer>> numbers = library.numbersByPath(id);
    List<FileReply> files = new ArrayList<>();
    Set<String> known = new HashSet<>();
    for (FileRecord file : library.files(id)) {
      known.add(file.path());
      files.add(FileReply.of(id, file, numbers.get(file.path())));
    }
    queued.stream().filter(path -> !known.contains(path)).map(FilesController::queued).forEach(files::add);
    return files;
  }

  @Operation(summary = "Add files to a collection", description = "Any number of parts named `file`. They are read and indexed in the background: "
      + "`GET` tells what became of them. A file that is larger than it may be is refused by itself, as `too_large`; of two of one name the second gets another.")
  @RequestBody(required = true, content = @Content(mediaType = MediaType.MULTIPART_FORM_DATA_VALUE, schema = @Schema(implementation = FilesForm.class)))
  @ApiResponse(responseCode = "202", description = "They are there and wait to be read.")
  @Problems({INVALID_VALUE, UNKNOWN_COLLECTION, COLLECTION_BUILT_IN, COLLECTION_BUSY, FILES_UNWRITABLE,
      WRITING_REFUSED, BODY_TOO_LARGE, BODY_TOO_SLOW, UNSUPPORTED_MEDIA_TYPE})
  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @ResponseStatus(HttpStatus.ACCEPTED)
  List<FileReply> add(@Parameter(description = CollectionsController.ID) @PathVariable String id,
      @Parameter(hidden = true) HttpServletRequest request) {
    finder.requireOwn(id);
    List<Uploaded> uploaded = uploads.take(id, new ServletRequestContext(request));
    if (uploaded.isEmpty()) {
      throw INVALID_VALUE.exception("The form has no file in a part named file.");
    }
    List<String> kept = uploaded.stream().filter(Uploaded::kept).map(Uploaded::path).toList();
    if (!kept.isEmpty()) {
      updates.look(id, kept);
    }
    return uploaded.stream().map(file -> file.kept() ? queued(file.path()) : tooLarge(file.path())).toList();
  }

  @Operation(summary = "Remove a file from a collection", description = "With the documents that were read from it, if there are any. A file that is not one that was sent stays where it is.")
  @ApiResponse(responseCode = "204", description = "It is gone.")
  @Problems({INVALID_VALUE, UNKNOWN_COLLECTION, COLLECTION_BUILT_IN, ORIGINAL_GONE, COLLECTION_BUSY,
      WRITING_REFUSED})
  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(@Parameter(description = CollectionsController.ID) @PathVariable String id,
      @Parameter(description = "The path of the file, as the list of files has it.", example = "notes.txt") @RequestParam String path) {
    finder.requireOwn(id);
    if (!updates.change(id, () -> library.remove(id, path))) {
      throw ORIGINAL_GONE.exception("The collection has no file of that path.");
    }
    if (rooms.isOpen(id)) {
      rooms.served(id);
    }
  }

  private static FileReply queued(String path) {
    return FileReply.sent(path, QUEUED, "It waits to be read.");
  }

  private FileReply tooLarge(String path) {
    return FileReply.sent(path, "too_large",
        "The file is larger than " + Limits.inWords(settings.fileLimit()) + ", so it was not kept.");
  }
}
