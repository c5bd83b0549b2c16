package org.readingroom.answer;

import dev.langchain4j.data.document.Metadata;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.TokenCountEstimator;
import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.content.aggregator.ContentAggregator;
import dev.langchain4j.rag.query.Query;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.readingroom.search.PassageContentRetriever;

/** Keeps of the evidence what fits into the prompt: the best first, the last one up to a whole sentence. */
final class EvidencePacker implements ContentAggregator {

  /** The tokens around each piece of evidence: its number, title and date. */
  private static final int AROUND = 30;

  private final TokenCountEstimator tokens;
  private final int most;

  /**
   * Makes a packer.
   *
   * @param most how many tokens the conversation, the question and the evidence have together
   */
  EvidencePacker(TokenCountEstimator tokens, int most) {
    this.tokens = tokens;
    this.most = most;
  }

  @Override
  public List<Content> aggregate(Map<Query, Collection<List<Content>>> found) {
    List<Content> packed = new ArrayList<>();
    found.forEach((query, lists) -> lists.forEach(list -> pack(list, most - taken(query), packed)));
    return packed;
  }

  /** Returns the tokens of what was said before and of the question. */
  private int taken(Query query) {
    if (query.metadata() == null) {
      return tokens.estimateTokenCountInText(query.text());
    }
    List<ChatMessage> memory = Objects.requireNonNullElse(query.metadata().chatMemory(), List.of());
    return tokens.estimateTokenCountInMessages(memory)
        + tokens.estimateTokenCountInMessage(query.metadata().chatMessage());
  }

  private void pack(List<Content> contents, int room, List<Content> packed) {
    int left = room;
    for (Content content : contents) {
      TextSegment segment = content.textSegment();
      int length = whole(segment, left - AROUND);
      if (length == 0) {
        return;
      }
      String text = segment.text().substring(0, length);
      packed.add(length == segment.text().length()
          ? content
          : Content.from(TextSegment.from(text, segment.metadata()), content.metadata()));
      if (length < segment.text().length()) {
        return;
      }
      left -= AROUND + tokens.estimateTokenCountInText(text);
    }
  }

  /** Returns how many characters of a text fit, all or up to the end of a sentence. */
  private int whole(TextSegment segment, int room) {
    if (tokens.estimateTokenCountInText(segment.text()) <= room) {
      return segment.text().length();
    }
    int fits = 0;
    for (int end : sentenceEnds(segment.metadata())) {
      if (end <= segment.text().length()
          && tokens.estimateTokenCountInText(segment.text().substring(0, end)) <= room) {
        fits = end;
      }
    }
    return fits;
  }

  private static List<Integer> sentenceEnds(Metadata metadata) {
    String ends = metadata.getString(PassageContentRetriever.SENTENCE_ENDS);
    return ends == null || ends.isEmpty()
        ? List.of()
        : List.of(ends.split(",")).stream().map(Integer::valueOf).toList();
  }
}
