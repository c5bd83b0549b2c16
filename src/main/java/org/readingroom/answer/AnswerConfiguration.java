package org.readingroom.answer;

import dev.langchain4j.memory.chat.MessageWindowChatMemory;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.rag.DefaultRetrievalAugmentor;
import dev.langchain4j.service.AiServices;
import java.nio.file.Path;
import org.readingroom.search.PassageContentRetriever;
import org.readingroom.search.PassageSearch;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the assistant together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({Selection.class, Confidence.class})
class AnswerConfiguration {

  /** How many messages of a conversation are remembered. */
  private static final int MEMORY = 20;

  @Bean
  ChatModel chatModel(Selection selection, Confidence confidence) {
    return new ExtractiveChatModel(new QuoteSelector(selection, confidence));
  }

  @Bean
  QuestionAnswering questionAnswering(ChatModel model, PassageSearch search,
      @Value("${reading-room.prompts}") Path folder) {
    Prompts prompts = new Prompts(folder);
    String system = prompts.read("assistant");
    DefaultRetrievalAugmentor augmentor = DefaultRetrievalAugmentor.builder()
        .queryTransformer(new FollowUps())
        .contentRetriever(new PassageContentRetriever(search))
        .contentInjector(new EvidenceInjector(prompts.read("evidence", "question", "evidence"))).build();
    Assistant assistant = AiServices.builder(Assistant.class).chatModel(model)
        .systemMessageProvider(conversation -> system).retrievalAugmentor(new EvidenceAugmentor(augmentor))
        .storeRetrievedContentInChatMemory(false)
        .chatMemoryProvider(id -> id instanceof Recollection earlier
            ? earlier.memory(system, MEMORY)
            : MessageWindowChatMemory.builder().id(id).maxMessages(MEMORY).build())
        .build();
    return new QuestionAnswering(assistant, search, "extractive");
  }
}
