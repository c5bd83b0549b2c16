package org.readingroom.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readingroom.reply.CitationReply;
import org.readingroom.reply.ClaimReply;

/** Holds the objects of the OpenAI-compatible endpoints that this program fills. */
final class ChatCompletions {

  /** The name of the model that asks all collections together. */
  static final String MODEL = "reading-room";

  private ChatCompletions() {}

  /** A complete reply. */
  @Schema(description = "A chat completion as the OpenAI API has it, with the citations whole and the claims besides.")
  record Completion(String id, @Schema(allowableValues = "chat.completion") String object,
      @Schema(description = "Seconds since 1970.") long created, String model, List<Choice> choices,
      Usage usage, List<CitationReply> citations, List<ClaimReply> claims) {}

  /** The only choice of a reply. */
  record Choice(int index, Message message,
      @Schema(allowableValues = "stop") String finishReason,
      @Schema(types = "null") @Nullable Object logprobs) {}

  /** The assistant's message. */
  record Message(@Schema(allowableValues = "assistant") String role, String content,
      @Schema(types = {"string", "null"}) @Nullable String refusal, List<Annotation> annotations) {}

  /** Ties a stretch of the content to the page of a document. */
  record Annotation(@Schema(allowableValues = "url_citation") String type, UrlCitation urlCitation) {}

  /** Says which stretch, and where the page is. */
  record UrlCitation(int startIndex, int endIndex, String title, String url) {}

  /** Counts tokens as the encoder of the search cuts them; no language model need have seen them. */
  @Schema(description = "Tokens as the encoder of the search cuts them.")
  record Usage(int promptTokens, int completionTokens, int totalTokens) {

    static Usage of(int promptTokens, int completionTokens) {
      return new Usage(promptTokens, completionTokens, promptTokens + completionTokens);
    }
  }

  /** A chunk of a streamed reply. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Chunk(String id, String object, long created, String model, List<ChunkChoice> choices,
      @Nullable List<CitationReply> citations, @Nullable List<ClaimReply> claims, @Nullable Usage usage) {}

  /** The only choice of a chunk. */
  record ChunkChoice(int index, Delta delta, @Nullable String finishReason) {}

  /** What a chunk adds to the message. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Delta(@Nullable String role, @Nullable String content, @Nullable List<Annotation> annotations) {}

  /** Lists the models. */
  record Models(@Schema(allowableValues = "list") String object, List<Model> data) {}

  /** A model in the list. */
  record Model(@Schema(example = MODEL) String id, @Schema(allowableValues = "model") String object,
      @Schema(description = "Seconds since 1970.") long created, String ownedBy) {}
}
