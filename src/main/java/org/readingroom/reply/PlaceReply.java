package org.readingroom.reply;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readingroom.collection.Document;
import org.readingroom.collection.Origin;
import org.readingroom.collection.Origin.Page;
import org.readingroom.passage.Span;

/**
 * Says where in its file a quotation stands; what the format does not have or the file does not say is left out.
 *
 * @param page the page that it begins on, from 1
 * @param pageEnd the page that it ends on
 * @param pageLabel what is printed on the page that it begins on, where the file declares that
 * @param section the headings that it stands under, the outermost first
 * @param ocr true where the text was recognised in a picture of the page
 * @param boxes the rectangles around its words, one for each line
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(description = "Where in its file a quotation stands.")
public record PlaceReply(
    @Schema(description = "The page that it begins on, from 1; left out where the format has no pages.") @Nullable Integer page,
    @Schema(description = "The page that it ends on.") @Nullable Integer pageEnd,
    @Schema(description = "What is printed on the page, where the file declares that.") @Nullable String pageLabel,
    @Schema(description = "The headings that it stands under, the outermost first; left out where there are none.") @Nullable List<String> section,
    @Schema(description = "True where the text was recognised in a picture of the page.") @Nullable Boolean ocr,
    @Schema(description = "The rectangles around its words, one for each line; left out where the format has no pages.") @Nullable List<BoxReply> boxes) {

  /** The place of words of a document without a file of its own. */
  public static final PlaceReply NONE = new PlaceReply(null, null, null, null, null, null);

  /** Puts a place into the form that is sent; returns null for a document without a file of its own. */
  public static @Nullable PlaceReply of(Document document, Span span, Sources sources) {
    Origin origin = document.origin();
    if (origin == null) {
      return null;
    }
    Page first = document.page(span.start()).orElse(null);
    Page last = document.page(span.end() - 1).orElse(first);
    return new PlaceReply(first == null ? null : first.number(), last == null ? null : last.number(),
        first == null ? null : first.label(), document.headings(span.start()),
        origin.recognized() ? Boolean.TRUE : null,
        sources.boxes(document, span).stream().map(BoxReply::of).toList());
  }
}
