package org.readingroom.web;

import static org.readingroom.web.Problem.INVALID_VALUE;
import static org.readingroom.web.Problem.UNKNOWN_DOCUMENT;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.readingroom.collection.Collection;
import org.readingroom.collection.Document;
import org.readingroom.reply.DocumentFinder;
import org.readingroom.reply.DocumentReply;
import org.readingroom.reply.DocumentTextReply;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.MediaType;
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

  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

  private final Collection collection;
  private final DocumentFinder finder;

  DocumentsController(Collection collection) {
    this.collection = collection;
    this.finder = new DocumentFinder(collection);
  }

  @Operation(summary = "List the documents", description = "In the order of their numbers. Parameters that are left out restrict nothing.")
  @Problems(INVALID_VALUE)
  @GetMapping
  List<DocumentReply> documents(
      @Parameter(description = "The first day wanted.") @RequestParam(name = "date_from", required = false) @Nullable LocalDate dateFrom,
      @Parameter(description = "The last day wanted.") @RequestParam(name = "date_to", required = false) @Nullable LocalDate dateTo,
      @Parameter(description = "Someone who wrote, received or is named in the document, under any of "
          + "the names.") @RequestParam(required = false) @Nullable String person,
      @Parameter(description = "The kind of document, such as `telegram`.") @RequestParam(required = false) @Nullable String kind,
      @Parameter(description = "Words that all stand in the title or the text.") @RequestParam(defaultValue = "") String q) {
    return finder.find(FilterRequest.ofQuery(null, dateFrom, dateTo, person, kind), q).stream()
        .map(DocumentReply::of).toList();
  }

  @Operation(summary = "Show a document with its text")
  @Problems(UNKNOWN_DOCUMENT)
  @GetMapping("/{id}")
  DocumentTextReply document(
      @Parameter(description = "The document's id or its number.", example = "nkidp-korean-war:7") @PathVariable String id) {
    return find(id).map(DocumentTextReply::of)
        .orElseThrow(() -> UNKNOWN_DOCUMENT.exception("There is no document of that id."));
  }

  private Optional<Document> find(String id) {
    return NUMBER.matcher(id).matches() ? collection.document(Integer.parseInt(id)) : collection.document(id);
  }
}
