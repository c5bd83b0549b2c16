package org.readingroom;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.readingroom.collection.Collection;
import org.readingroom.conversation.Conversations;
import org.readingroom.evaluation.EvaluationOptions;
import org.readingroom.evaluation.EvaluationReport;
import org.readingroom.evaluation.Evaluator;
import org.readingroom.evaluation.Figures;
import org.readingroom.evaluation.Reports;
import org.readingroom.index.BuildProgress;
import org.readingroom.model.Provider;
import org.readingroom.model.ScriptedServer;
import org.readingroom.search.LiveIndex;
import org.readingroom.search.PassageSearch;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lets a server that copies, misquotes, miscounts and invents at random answer all questions of the reader: what
 * leaves the program is verbatim and supported all the same.
 */
@RealProgram
class ScriptedModelIT {

  private static final ScriptedServer SERVER = new ScriptedServer(Provider.OPENAI, ScriptedModelIT::answer);
  private static final Random RANDOM = new Random(1953);
  private static final Pattern EVIDENCE = Pattern
      .compile("(?s)\\[(\\d+)\\] \\([^\\n]*\\)\\n(.*?)(?=\\n\\n\\[\\d+\\] \\(|\\z)");

  @Autowired
  private Conversations conversations;
  @Autowired
  private PassageSearch search;
  @Autowired
  private Collection collection;
  @Autowired
  private LiveIndex index;

  @DynamicPropertySource
  static void model(DynamicPropertyRegistry registry) {
    registry.add("reading-room.model.provider", () -> "openai");
    registry.add("reading-room.model.base-url", SERVER::url);
    registry.add("reading-room.model.name", () -> "liar");
    registry.add("reading-room.model.output", () -> "markers");
  }

  @AfterAll
  static void close() {
    SERVER.close();
  }

  @Test
  void aModelThatLiesAtRandomIsNeverQuotedWrongly() {
    index.open(BuildProgress.SILENT);
    EvaluationReport report = Evaluator
        .of(conversations, search, collection, Path.of("corpus/nkidp-korean-war/reader.txt"))
        .run(Path.of("evaluation/reader-v1"), EvaluationOptions.UNWARMED);
    Reports.write(report, Path.of("target/scripted-model"));

    assertThat(report.overall().get(Figures.VERBATIM).value()).isEqualTo(1.0);
    assertThat(report.overall().get(Figures.MISQUOTED).value()).isGreaterThan(0.2);
    assertThat(report.overall().get(Figures.UNSUPPORTED).value()).isGreaterThan(0.2);
    assertThat(report.provenance().model()).contains("liar");
  }

  private static void answer(HttpExchange exchange, ScriptedServer server)
      throws IOException, InterruptedException {
    JsonNode messages = JsonMapper.shared().readTree(server.requests.getLast()).path("messages");
    String prompt = messages.get(messages.size() - 1).path("content").asString();
    List<Map.Entry<Integer, String>> sentences = new ArrayList<>();
    Matcher evidence = EVIDENCE.matcher(prompt);
    while (evidence.find() && sentences.size() < 30) {
      for (String sentence : evidence.group(2).replaceAll("\\s+", " ").split("(?<=[.!?]) ")) {
        sentences.add(Map.entry(Integer.parseInt(evidence.group(1)), sentence));
      }
    }
    StringBuilder said = new StringBuilder();
    synchronized (RANDOM) {
      for (int i = 0; i < 6 && !sentences.isEmpty(); i++) {
        Map.Entry<Integer, String> picked = sentences.get(RANDOM.nextInt(sentences.size()));
        said.append(said(picked.getValue().replaceAll("[“”\"]", ""))).append(" [")
            .append(RANDOM.nextInt(5) == 0 ? 17 : picked.getKey()).append("] ");
      }
    }
    ScriptedServer.says(said.toString()).play(exchange, server);
  }

  private static String said(String sentence) {
    String[] words = sentence.split(" ");
    return switch (RANDOM.nextInt(6)) {
      case 0 -> sentence;
      case 1 -> "“" + sentence + "”";
      case 2 -> {
        words[RANDOM.nextInt(words.length)] = "submarine";
        yield "“" + String.join(" ", words) + "”";
      }
      case 3 -> sentence.replaceAll("\\d+", "77") + " That was on 7 May 1952.";
      case 4 -> "Eisenhower wrote “" + String.join(" ", List.of(words).reversed()) + "”.";
      default -> "The fleet never left the harbour of Vladivostok that winter.";
    };
  }
}
