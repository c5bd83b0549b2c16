package org.readingroom.mcp;

import io.modelcontextprotocol.spec.McpSchema;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.readingroom.answer.Prompts;
import org.readingroom.collection.Collection;
import org.readingroom.conversation.Conversations;
import org.readingroom.quotation.QuotationFinder;
import org.readingroom.search.LiveIndex;
import org.readingroom.search.PassageSearch;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Puts the server together. What its tools need is asked for when they are called, so that a client is greeted first. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(McpSettings.class)
class McpConfiguration {

  @Bean
  Tools mcpTools(ObjectProvider<Conversations> conversations, ObjectProvider<Collection> collection,
      ObjectProvider<PassageSearch> search, ObjectProvider<QuotationFinder> finder,
      ObjectProvider<LiveIndex> index, JsonMapper json) {
    return new Tools(List.of(new AskTool(conversations::getObject, collection::getObject),
        new SearchTool(search::getObject), new FetchTool(collection::getObject),
        new VerifyTool(finder::getObject, collection::getObject),
        new FindPassagesTool(search::getObject, collection::getObject),
        new ReadDocumentTool(collection::getObject), new CiteTool(collection::getObject),
        new ListCollectionsTool(collection::getObject, index::getObject)), json);
  }

  @Bean
  McpServer mcpServer(Tools tools, ObjectProvider<Collection> collection, McpSettings settings,
      @Value("${reading-room.prompts}") Path prompts, @Value("${reading-room.version}") String version,
      JsonMapper json) {
    Resources resources = new Resources(collection::getObject);
    PromptBook book = new PromptBook(new Prompts(prompts));
    Greeting greeting = new Greeting(version);
    return new McpServer(json, settings, greeting.server(),
        Map.ofEntries(Map.entry(McpSchema.METHOD_INITIALIZE, greeting),
            Map.entry(Stateless.DISCOVER, Stateless.discovery(greeting)),
            Map.entry(McpSchema.METHOD_PING, (params, call) -> Map.of()),
            Map.entry(McpSchema.METHOD_TOOLS_LIST, tools::list),
            Map.entry(McpSchema.METHOD_TOOLS_CALL, tools::call),
            Map.entry(McpSchema.METHOD_RESOURCES_LIST, resources::list),
            Map.entry(McpSchema.METHOD_RESOURCES_TEMPLATES_LIST, resources::templates),
            Map.entry(McpSchema.METHOD_RESOURCES_READ, resources::read),
            Map.entry(McpSchema.METHOD_PROMPT_LIST, book::list),
            Map.entry(McpSchema.METHOD_PROMPT_GET, book::get),
            Map.entry(McpSchema.METHOD_COMPLETION_COMPLETE, new Completions(resources))));
  }

  @Bean
  StdioServer stdioServer(McpServer server, ObjectProvider<LiveIndex> index,
      ObjectProvider<Conversations> conversations) {
    return new StdioServer(server, new IndexAhead(index::getObject, conversations::getObject));
  }
}
