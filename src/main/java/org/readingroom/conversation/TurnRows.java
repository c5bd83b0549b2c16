package org.readingroom.conversation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.readingroom.answer.Answer;
import org.readingroom.answer.Citation;
import org.readingroom.answer.Question;
import org.readingroom.answer.Quote;
import org.readingroom.answer.SupportedClaim;
import org.readingroom.answer.UnverifiedQuoteException;
import org.readingroom.collection.Document;
import org.readingroom.collection.DocumentSource;
import org.readingroom.collection.Kind;
import org.readingroom.conversation.ConversationRows.TurnRow;
import org.readingroom.passage.Span;
import org.readingroom.search.Filters;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns turns into rows and back. A quotation is looked for again where its document has changed; where one no longer
 * stands, the answer that was made of it is not given back, but the words that it quoted are, as such.
 */
final class TurnRows {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String ANSWERED = "answered";
  private static final String TOLD = "told";
  private static final String CHANGED = "The documents have changed since, and not all that was quoted here is found in"
      + " them again; ask again for what they say now. It was quoted as follows.";

  private final DocumentSource documents;

  /** Is a citation in a row: what is needed to check it again; rows of earlier versions have no title. */
  private record CitationRow(String document, @Nullable String title, int start, int end, String words,
      int answerStart,
      int answerEnd, List<Span> emphasis, double score) {}

  /** Is a claim in a row, whose words the answer has. */
  private record ClaimRow(int start, int end, List<Integer> markers, double support) {}

  /** Is the filters in a row; rows of earlier versions know no authors. */
  private record FiltersRow(Set<Integer> documents, @Nullable LocalDate from, @Nullable LocalDate to,
      Set<String> persons, @Nullable Kind kind, @Nullable Set<String> authors, @Nullable String language) {}

  TurnRows(DocumentSource documents) {
    this.documents = documents;
  }

  TurnRow row(Turn turn) {
    Answer answer = turn.answer();
    Question question = turn.question();
    Filters filters = question.filters();
    List<CitationRow> citations = answer.citations().stream().map(TurnRows::row).toList();
    List<String> related = answer.related().stream().map(Document::id).toList();
    return new TurnRow(turn.id(), turn.conversationId(), storable(question.text()),
        JSON.writeValueAsString(new FiltersRow(filters.documents(), filters.dateFrom(), filters.dateTo(),
            filters.persons(), filters.kind(), filters.authors(), filters.language())),
        question.maxCitations(), storable(turn.query()),
        status(answer),
        storable(answer.text()), JSON.writeValueAsString(citations),
        JSON.writeValueAsString(answer.claims().stream().map(TurnRows::row).toList()),
        JSON.writeValueAsString(related), turn.model(),
        turn.degraded() == null ? null : storable(turn.degraded()), turn.asked().toEpochMilli(),
        turn.elapsed().toMillis());
  }

  private static String status(Answer answer) {
    return switch (answer) {
      case Answer.Answered answered -> ANSWERED;
      case Answer.Told told -> TOLD;
      case Answer.Abstained abstained -> "abstained";
    };
  }

  /** Returns a text without the one character that PostgreSQL has no room for. */
  private static String storable(String text) {
    return text.replace('\u0000', ' ');
  }

  private static ClaimRow row(SupportedClaim claim) {
    return new ClaimRow(claim.span().start(), claim.span().end(), claim.markers(), claim.support());
  }

  private static CitationRow row(Citation citation) {
    Span span = citation.quote().span();
    Document document = citation.quote().document();
    return new CitationRow(document.id(), document.title(), span.start(), span.end(),
        citation.quote().text(), citation.answerSpan().start(), citation.answerSpan().end(),
        citation.emphasis(), citation.score());
  }

  Turn turn(TurnRow row) {
    FiltersRow filters = JSON.readValue(row.filters(), FiltersRow.class);
    Question question = new Question(row.question(), row.conversationId(),
        new Filters(filters.documents(), filters.from(), filters.to(), filters.persons(), filters.kind(),
            filters.authors() == null ? Set.of() : filters.authors(), filters.language()),
        row.maxCitations());
    return new Turn(row.id(), row.conversationId(), question, row.query(), answer(row), row.model(),
        Instant.ofEpochMilli(row.asked()), Duration.ofMillis(row.elapsedMs()), row.degraded(), null);
  }

  private Answer answer(TurnRow row) {
    if (!row.status().equals(ANSWERED)) {
      List<String> related = JSON.readValue(row.related(), new TypeReference<>() {
      });
      List<Document> known = related.stream().map(documents::document).flatMap(Optional::stream).toList();
      return row.status().equals(TOLD)
          ? new Answer.Told(row.answer(), known)
          : new Answer.Abstained(row.answer(), known);
    }
    List<CitationRow> kept = JSON.readValue(row.citations(), new TypeReference<>() {
    });
    List<Citation> citations = new ArrayList<>();
    for (CitationRow citation : kept) {
      citation(citation, citations.size() + 1).ifPresent(citations::add);
    }
    return citations.isEmpty() || citations.size() < kept.size()
        ? outdated(kept)
        : new Answer.Answered(row.answer(), citations, claims(row));
  }

  /** Returns what is left of an answer whose quotations no longer stand: their words. */
  private Answer outdated(List<CitationRow> kept) {
    StringBuilder text = new StringBuilder(CHANGED);
    kept.forEach(citation -> text.append("\n\n“").append(citation.words()).append('”')
        .append(citation.title() == null ? "" : " – " + citation.title()));
    return new Answer.Abstained(text.toString(), kept.stream().map(CitationRow::document).distinct()
        .map(documents::document).flatMap(Optional::stream).toList());
  }

  private static List<SupportedClaim> claims(TurnRow row) {
    if (row.claims() == null) {
      return List.of();
    }
    List<ClaimRow> kept = JSON.readValue(row.claims(), new TypeReference<>() {
    });
    return kept.stream().map(claim -> {
      Span span = new Span(claim.start(), claim.end());
      return new SupportedClaim(span.of(row.answer()), span, claim.markers(), claim.support());
    }).toList();
  }

  /** Returns a citation with its quotation where it stands now; none where it is gone or stands in several places. */
  private Optional<Citation> citation(CitationRow row, int marker) {
    Optional<Document> document = documents.document(row.document());
    if (document.isEmpty()) {
      return Optional.empty();
    }
    String text = document.get().text();
    int start = text.startsWith(row.words(), row.start()) ? row.start() : text.indexOf(row.words());
    if (start < 0 || start != row.start() && text.indexOf(row.words(), start + 1) >= 0) {
      return Optional.empty();
    }
    int moved = start - row.start();
    try {
      Quote quote = Quote.verified(document.get(), new Span(start, row.end() + moved),
          row.words());
      List<Span> emphasis = row.emphasis().stream().map(s -> new Span(s.start() + moved, s.end() + moved))
          .toList();
      return Optional.of(
          new Citation(marker, quote, new Span(row.answerStart(), row.answerEnd()), emphasis, row.score()));
    } catch (UnverifiedQuoteException e) {
      return Optional.empty();
    }
  }
}
