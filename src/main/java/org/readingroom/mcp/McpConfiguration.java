package org.readingroom.mcp;

import io.modelcontextprotocol.spec.McpSchema;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.readingroom.answer.Prompts;
import org.readingroom.conversation.Conversations;
import org.readingroom.library.Library;
import org.readingroom.room.Rooms;
import org.readingroom.search.LiveIndex;
import org.springframework.beans.factory.BeanFactory;
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
  Shelf shelf(BeanFactory program, ObjectProvider<Library> library, ObjectProvider<Rooms> rooms) {
    return new RoomShelf(program, library::getObject, rooms::getObject);
  }

  @Bean
  Tools mcpTools(Shelf shelf, JsonMapper json) {
    return new Tools(List.of(new AskTool(shelf), new SearchTool(shelf), new FetchTool(shelf),
        new VerifyTool(shelf), new FindPassagesTool(shelf), new ReadDocumentTool(shelf), new CiteTool(shelf),
        new ListCollectionsTool(shelf)), json);
  }

  @Bean
  McpServer mcpServer(Tools tools, Shelf shelf, McpSettings settings,
      @Value("${reading-room.prompts}") Path prompts, @Value("${reading-room.version}") String version,
      JsonMapper json) {
    Resources resources = new Resources(shelf);
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
