package org.readingroom.web;

import static org.readingroom.web.Problem.INVALID_VALUE;
import static org.readingroom.web.Problem.TOO_BUSY;
import static org.readingroom.web.Problem.UNKNOWN_COLLECTION;
import static org.readingroom.web.Problem.UNKNOWN_DOCUMENT;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.readingroom.catalogue.DocumentFinder;
import org.readingroom.collection.Document;
import org.readingroom.library.Library;
import org.readingroom.passage.Span;
import org.readingroom.reference.Reference;
import org.readingroom.reference.ReferenceFormat;
import org.readingroom.reply.DocumentReply;
import org.readingroom.reply.DocumentTextReply;
import org.readingroom.reply.PlaceReply;
import org.readingroom.reply.Sources;
import org.readingroom.reply.Visible;
import org.readingroom.reply.WantedDocuments;
import org.readingroom.search.Filters;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists the documents and shows their texts. */
@Tag(name = "Documents")
@RestController
@RequestMapping(path = "/api/v1/documents", produces = MediaType.APPLICATION_JSON_VALUE)
@ConditionalOnWebApplication
class DocumentsController {

  private final RoomFinder rooms;
  private final Library library;
  private final Sources sources;
  private final AnswerGate gate;

  DocumentsController(RoomFinder rooms, Library library, Sources sources, AnswerGate gate) {
    this.gate = gate;
    this.rooms = rooms;
    this.library = library;
    this.sources = sources;
  }

  @Operation(summary = "List the documents", description = "By collection, in the order of their numbers. Parameters that are left out restrict nothing.")
  @Problems({INVALID_VALUE, UNKNOWN_COLLECTION, TOO_BUSY})
  @GetMapping
  List<DocumentReply> documents(
      @Parameter(description = FilterRequest.FIRST_DAY) @RequestParam(name = "date_from", required = false) @Nullable LocalDate dateFrom,
      @Parameter(description = FilterRequest.LAST_DAY) @RequestParam(name = "date_to", required = false) @Nullable LocalDate dateTo,
      @Parameter(description = "Someone who wrote, received or is named in the document, under any of "
          + "the names.", schema = @Schema(minLength = 1, maxLength = FilterRequest.MAX_NAME, pattern = Visible.PATTERN)) @RequestParam(required = false) @Nullable String person,
      @Parameter(description = "The kind of document, such as `telegram`.") @RequestParam(required = false) @Nullable String kind,
      @Parameter(description = FilterRequest.AUTHOR, schema = @Schema(minLength = 1, maxLength = FilterRequest.MAX_NAME, pattern = Visible.PATTERN)) @RequestParam(required = false) @Nullable String author,
      @Parameter(description = FilterRequest.LANGUAGE, example = "en", schema = @Schema(pattern = "^"
          + WantedDocuments.LANGUAGE + "$")) @RequestParam(required = false) @Nullable String language,
      @Parameter(description = "Words that all stand in the title or the text.") @RequestParam(defaultValue = "") String q,
      @Parameter(description = RoomFinder.ONE, example = "nkidp-korean-war") @RequestParam(required = false) @Nullable String collection,
      @Parameter(description = RoomFinder.SEVERAL, array = @ArraySchema(schema = @Schema(type = "string"))) @RequestParam(required = false) @Nullable List<@Nullable String> collections) {
    Filters filters = FilterRequest.ofQuery(null, dateFrom, dateTo, person, kind, author, language);
    List<String> ids = rooms.ids(collection, collections);
    return gate.pass(() -> ids.stream()
        .flatMap(id -> rooms.get(id, DocumentFinder.class).find(filters, q).stream()).toList()).stream()
        .map(DocumentReply::of).toList();
  }

  @Operation(summary = "Show a document with its text")
  @Problems(UNKNOWN_DOCUMENT)
  @GetMapping("/{id}")
  DocumentTextReply document(
      @Parameter(description = "The document's id or its number.", example = "nkidp-korean-war:7") @PathVariable String id) {
    return DocumentTextReply.of(document(library.find(id)));
  }

  @Operation(summary = "Tell where words of a document stand", description = "Their pages, their section, and the rectangles around them; what the "
      + "format of its file does not have, or the file does not say, is left out.")
  @Problems({INVALID_VALUE, UNKNOWN_DOCUMENT})
  @GetMapping("/{id}/place")
  PlaceReply place(
      @Parameter(description = "The document's id or its number.", example = "nkidp-korean-war:7") @PathVariable String id,
      @Parameter(description = "Where the words start in the document's text, in UTF-16 code units.", example = "0") @RequestParam int start,
      @Parameter(description = "Where they end, exclusive.", example = "5") @RequestParam int end) {
    Document document = document(library.find(id));
    if (start < 0 || end <= start || end > document.length()) {
      throw INVALID_VALUE.exception("start and end mark no words of the document.");
    }
    Span span = new Span(start, end);
    PlaceReply place = PlaceReply.of(document, span, sources);
    return place == null ? PlaceReply.NONE : place;
  }

  @Operation(summary = "Write a reference to a document", description = "As a Chicago note, BibTeX, RIS or CSL-JSON; with `start` and "
      + "`end` for the words from `start` to `end`, which it then quotes.")
  @ApiResponse(responseCode = "200", content = {
      @Content(mediaType = MediaType.TEXT_PLAIN_VALUE, schema = @Schema(type = "string")),
      @Content(mediaType = "application/x-bibtex", schema = @Schema(type = "string")),
      @Content(mediaType = "application/x-research-info-systems", schema = @Schema(type = "string")),
      @Content(mediaType = "application/vnd.citationstyles.csl+json", schema = @Schema(type = "array"))})
  @Problems({INVALID_VALUE, UNKNOWN_DOCUMENT})
  @GetMapping(path = "/{id}/reference", produces = MediaType.ALL_VALUE)
  ResponseEntity<byte[]> reference(
      @Parameter(description = "The document's id or its number.", example = "nkidp-korean-war:7") @PathVariable String id,
      @Parameter(schema = @Schema(defaultValue = "chicago", allowableValues = {"chicago", "bibtex", "ris",
          "csl-json"})) @RequestParam(defaultValue = "chicago") String format,
      @Parameter(description = "Where the words quoted start in the document's text, in UTF-16 code units.") @RequestParam(required = false) @Nullable Integer start,
      @Parameter(description = "Where they end, exclusive; at most 2,000 further on.") @RequestParam(required = false) @Nullable Integer end) {
    Document document = document(library.find(id));
    ReferenceFormat form = ReferenceFormat.of(format)
        .orElseThrow(() -> INVALID_VALUE.exception("format is one of " + ReferenceFormat.words() + "."));
    String written = sources.reference(document).write(document, quotation(document, start, end), form);
    String file = document.id().replace(':', '-') + "." + form.extension();
    return ResponseEntity.ok().contentType(MediaType.parseMediaType(form.mediaType()))
        .header(HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.inline().filename(file).build().toString())
        .body(written.getBytes(StandardCharsets.UTF_8));
  }

  private static @Nullable Span quotation(Document document, @Nullable Integer start,
      @Nullable Integer end) {
    if (start == null && end == null) {
      return null;
    }
    if (start == null || end == null) {
      throw INVALID_VALUE.exception("A quotation needs both start and end.");
    }
    return Reference.quotation(document, start, end)
        .orElseThrow(() -> INVALID_VALUE.exception("start and end mark no quotation of up to "
            + Reference.MAX_QUOTATION + " characters in the document."));
  }

  private static Document document(Optional<Document> found) {
    return found.orElseThrow(() -> UNKNOWN_DOCUMENT.exception("There is no document of that id."));
  }
}
