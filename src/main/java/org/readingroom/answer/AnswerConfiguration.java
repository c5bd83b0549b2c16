package org.readingroom.answer;

import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.rag.DefaultRetrievalAugmentor;
import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.query.Query;
import dev.langchain4j.service.AiServices;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.readingroom.catalogue.CollectionAnswers;
import org.readingroom.model.LanguageModel;
import org.readingroom.model.ModelSettings;
import org.readingroom.model.TokenEstimate;
import org.readingroom.search.EvidenceSearch;
import org.readingroom.search.PassageContentRetriever;
import org.readingroom.search.Ranking;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the assistant together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({Selection.class, Confidence.class, ClaimSettings.class})
class AnswerConfiguration {

  /** The share of what a model reads at once that earlier turns may have. */
  private static final int MEMORY_SHARE = 4;

  @Bean
  ExtractiveChatModel extractiveChatModel(Selection selection, Confidence confidence, Ranking ranking) {
    return new ExtractiveChatModel(new QuoteSelector(selection, confidence), ranking);
  }

  @Bean
  CatalogueAnswers catalogueAnswers(CollectionAnswers catalogue) {
    return new CatalogueAnswers(catalogue);
  }

  @Bean
  QuestionAnswering questionAnswering(CatalogueAnswers catalogue, ExtractiveChatModel extractive,
      @Nullable LanguageModel model,
      ModelSettings settings, Selection selection, ClaimSettings claims, EvidenceSearch search,
      @Value("${reading-room.prompts}") Path folder) {
    Prompts prompts = new Prompts(folder);
    TokenEstimate tokens = new TokenEstimate();
    String system = prompts.read("assistant");
    String evidence = prompts.read("evidence", "question", "evidence");
    String schema = prompts.read("claims-schema");
    String markers = prompts.read("claims-markers");
    String followUp = prompts.read("follow-up", "conversation", "question");
    int around = tokens.estimateTokenCountInText(system + evidence + schema + markers);
    var augmentor = DefaultRetrievalAugmentor.builder()
        .contentRetriever(new PassageContentRetriever(search))
        .contentInjector(new EvidenceInjector(evidence));
    StreamingChatModel answers = extractive;
    if (model == null) {
      // Of one list there is nothing to fuse, and comparing all of its candidates takes as long as finding them.
      augmentor.queryTransformer(new FollowUps()).contentAggregator(AnswerConfiguration::listed);
    } else {
      answers = new FormedChatModel(model, schema, markers, settings.output(), extractive::isAnswerable);
      augmentor.queryTransformer(new ModelFollowUps(model, followUp, new FollowUps()))
          .contentAggregator(new EvidenceChooser(tokens, selection.read(), claims.evidenceTokens(),
              model.promptTokens() - around));
    }
    return assemble(catalogue, answers, augmentor, system, settings, claims, search, extractive,
        model == null ? ExtractiveChatModel.NAME : model.name());
  }

  private static List<Content> listed(Map<Query, Collection<List<Content>>> found) {
    return found.values().stream().flatMap(Collection::stream).flatMap(List::stream).toList();
  }

  /** Puts an assistant together whose answers a model writes. */
  static QuestionAnswering assemble(CatalogueAnswers catalogue, StreamingChatModel answers,
      DefaultRetrievalAugmentor.DefaultRetrievalAugmentorBuilder augmentor, String system,
      ModelSettings settings,
      ClaimSettings claims, EvidenceSearch search, ExtractiveChatModel extractive, String name) {
    TokenEstimate tokens = new TokenEstimate();
    int memory = settings.contextTokens() / MEMORY_SHARE + tokens.estimateTokenCountInText(system);
    Assistant assistant = AiServices.builder(Assistant.class).streamingChatModel(answers)
        .systemMessageProvider(conversation -> system)
        .retrievalAugmentor(new EvidenceAugmentor(augmentor.build()))
        .storeRetrievedContentInChatMemory(false)
        .chatMemoryProvider(id -> ((Recollection) id).memory(system, memory, tokens))
        .build();
    return new QuestionAnswering(catalogue, assistant, search, extractive, claims, new Echo(system), name,
        settings.timeout());
  }
}
