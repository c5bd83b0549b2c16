package org.readingroom.mcp;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mockito.Mockito;
import org.readingroom.answer.Answer;
import org.readingroom.answer.Citation;
import org.readingroom.answer.Question;
import org.readingroom.answer.Quote;
import org.readingroom.collection.Authority;
import org.readingroom.collection.Collection;
import org.readingroom.collection.Document;
import org.readingroom.collection.DocumentDate;
import org.readingroom.collection.Kind;
import org.readingroom.collection.Paragraph;
import org.readingroom.conversation.Conversations;
import org.readingroom.conversation.Turn;
import org.readingroom.passage.Passage;
import org.readingroom.passage.Sentence;
import org.readingroom.passage.Span;
import org.readingroom.quotation.QuotationFinder;
import org.readingroom.reference.Reference;
import org.readingroom.reply.CollectionReply;
import org.readingroom.reply.Sources;
import org.readingroom.search.IndexState;
import org.readingroom.search.LiveIndex;
import org.readingroom.search.PassageSearch;
import org.readingroom.search.RetrievedPassage;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** A server for tests of 120 short documents, whose search and answers are what a test says. */
final class Library {

  static final JsonMapper JSON = JsonMapper.builder()
      .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  static final String LEAD = "We would like to receive from Korea a yearly minimum of 25,000 tons of lead.";
  static final Document TELEGRAM = document(7, "30 January 1950\n\n" + LEAD + " \ud83d\ude00 Filippov");
  static final Collection COLLECTION = new Collection("papers", "Papers", "A publisher", "in Papers",
      "ab".repeat(32),
      java.util.stream.IntStream.rangeClosed(1, 120)
          .mapToObj(number -> number == 7 ? TELEGRAM : document(number, "Words of document " + number + "."))
          .toList(),
      new Authority(List.of()), List.of());

  final Conversations conversations = Mockito.mock(Conversations.class);
  final PassageSearch search = Mockito.mock(PassageSearch.class);
  final LiveIndex index = Mockito.mock(LiveIndex.class);
  final McpServer server;

  Library() {
    Mockito.when(index.state()).thenReturn(new IndexState.Ready(120, 120));
    McpConfiguration configuration = new McpConfiguration();
    server = configuration.mcpServer(configuration.mcpTools(new OneShelf(), JSON), new OneShelf(),
        new McpSettings(null), Path.of("prompts"), "1", JSON);
  }

  /** Has the one collection, and says of others that there are none. */
  private final class OneShelf implements Shelf {

    @Override
    public Collection builtIn() {
      return COLLECTION;
    }

    @Override
    public <T> T part(@Nullable String collection, Class<T> part) {
      if (collection != null && !collection.equals(COLLECTION.id())) {
        throw new RefusedException("There is no collection “" + collection + "”.");
      }
      return Stream.of(COLLECTION, conversations, search, index, new QuotationFinder(COLLECTION))
          .filter(part::isInstance).map(part::cast).findFirst().orElseThrow();
    }

    @Override
    public <T> T asked(@Nullable String collection, Class<T> part) {
      return part(collection, part);
    }

    @Override
    public Optional<Document> document(String idOrNumber) {
      return COLLECTION.find(idOrNumber);
    }

    @Override
    public Sources sources() {
      return Sources.of(new Reference(COLLECTION));
    }

    @Override
    public List<CollectionReply> collections() {
      return List.of(CollectionReply.of(COLLECTION, index.state()));
    }
  }

  /** Sends a request with the id 1 and returns the whole reply. */
  JsonNode send(String method, String params) {
    Message message = server.read(
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"%s\",\"params\":%s}".formatted(method, params)
            .getBytes(StandardCharsets.UTF_8));
    return switch (message) {
      case Message.Request request ->
        JSON.readTree(server.begin(request, new Listening("s")).reply().orElseThrow());
      case Message.Malformed malformed -> JSON.readTree(server.refusal(malformed));
      default -> throw new AssertionError(message);
    };
  }

  /** Calls a tool and returns the result. */
  JsonNode call(String tool, String arguments) {
    return send("tools/call", "{\"name\":\"%s\",\"arguments\":%s}".formatted(tool, arguments)).get("result");
  }

  /** A client that remembers what it is sent before a reply. */
  record Listening(String session, List<JsonNode> heard) implements Exchange {

    Listening(String session) {
      this(session, new java.util.concurrent.CopyOnWriteArrayList<>());
    }

    @Override
    public String address() {
      return "http://room.example/";
    }

    @Override
    public void send(String notification) {
      heard.add(JSON.readTree(notification));
    }

    @Override
    public boolean isOver() {
      return false;
    }
  }

  static Turn answered(Question question) {
    return turn(question, new Answer.Answered(LEAD + " [1]", List.of(citation())));
  }

  static Citation citation() {
    int start = TELEGRAM.text().indexOf(LEAD);
    Span span = new Span(start, start + LEAD.length());
    return new Citation(1, Quote.verified(TELEGRAM, span, LEAD), new Span(0, LEAD.length()), List.of(), 0.83);
  }

  static Turn abstained(Question question) {
    return turn(question, new Answer.Abstained("The documents do not say.", List.of(TELEGRAM)));
  }

  static RetrievedPassage passage(Document document) {
    Span span = new Span(0, document.text().length());
    return new RetrievedPassage(
        new Passage(document, 0, span, List.of(new Sentence(span, Paragraph.Role.BODY, 1))), 0.5);
  }

  private static Turn turn(Question question, Answer answer) {
    return new Turn("a-1", "k-1", question, question.text(), answer, "extractive", Instant.EPOCH,
        Duration.ofMillis(41));
  }

  private static Document document(int number, String text) {
    LocalDate day = LocalDate.of(1950, 1, 30);
    return new Document("papers", number, "Telegram " + number, null,
        new DocumentDate(day, day, "30 January 1950"),
        Kind.TELEGRAM, "Joseph Stalin", null, "AVPRF, p. 92", null, text, sha256(text),
        List.of(new Paragraph(0, text.length(), Paragraph.Role.BODY, 1, 3)), List.of());
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
