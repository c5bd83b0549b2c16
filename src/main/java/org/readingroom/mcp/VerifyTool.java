package org.readingroom.mcp;

import java.util.List;
import org.readingroom.quotation.JointFindings;
import org.readingroom.quotation.QuotationFinder;
import org.readingroom.reply.CollectionReply;
import org.readingroom.reply.VerifyReply;

/** Checks a quotation. */
final class VerifyTool implements Tool {

  private static final Parameter<String> QUOTE = Parameter
      .text("quote", "The words quoted, with or without quotation marks.", QuotationFinder.MAX_LENGTH)
      .needed();

  private final Shelf shelf;

  VerifyTool(Shelf shelf) {
    this.shelf = shelf;
  }

  @Override
  public String name() {
    return "verify";
  }

  @Override
  public String title() {
    return "Verify a quotation";
  }

  @Override
  public String description() {
    return "Says whether quoted words stand in the documents, and where. The status exact means that they do, but for"
        + " typography; nearest, that other words come nearest, with the differences; not_found, that nothing resembles"
        + " them. Quote what is not exact only as its cited_text has it.";
  }

  @Override
  public List<Parameter<?>> parameters() {
    return List.of(QUOTE, CollectionParameter.COLLECTION);
  }

  @Override
  public Class<? extends Record> reply() {
    return VerifyReply.class;
  }

  @Override
  public Record call(Arguments arguments, Call call) {
    String quote = arguments.needed(QUOTE);
    String named = CollectionParameter.in(arguments);
    List<String> ids = named == null
        ? shelf.collections().stream().map(CollectionReply::id).toList()
        : List.of(named);
    return VerifyReply.of(quote,
        JointFindings.of(ids, id -> shelf.part(id, QuotationFinder.class).find(quote)), shelf.sources());
  }
}
