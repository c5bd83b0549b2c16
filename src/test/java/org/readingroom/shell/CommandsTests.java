package org.readingroom.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.answer.Answer;
import org.readingroom.answer.AnswerListener;
import org.readingroom.answer.InvalidQuestionException;
import org.readingroom.answer.Question;
import org.readingroom.conversation.Conversations;
import org.readingroom.conversation.Turn;
import org.readingroom.passage.Span;
import org.readingroom.quotation.QuotationFinder;
import org.readingroom.reply.AnswerReply;
import org.readingroom.reply.Sources;
import org.readingroom.search.IndexNotReadyException;
import org.readingroom.search.IndexState;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.shell.core.command.Command;
import org.springframework.shell.core.command.CommandRegistry;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

class CommandsTests {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final Screen screen = Samples.screen(out, err, false);
  private final JsonMapper json = JsonMapper.builder()
      .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();
  private final List<Question> asked = new ArrayList<>();
  private final Dialogue dialogue = new Dialogue();
  private final Commands commands = commands();

  @Test
  void asksTheWordsAsOneQuestion() {
    assertThat(commands.execute(List.of("ask", "How", "much", "lead?", "--max", "3", "--person", "Mao")))
        .isZero();
    assertThat(asked).singleElement().satisfies(question -> {
      assertThat(question.text()).isEqualTo("How much lead?");
      assertThat(question.maxCitations()).isEqualTo(3);
      assertThat(question.filters().persons()).containsExactly("Mao");
    });
    assertThat(out.toString()).contains("lead.” [1]").contains("[1] no. 7, ");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void explainsWhereAsked() {
    assertThat(commands.execute(List.of("ask", "lead?", "--explain"))).isZero();
    assertThat(out.toString()).contains("How the question was understood", "wanted: number",
        "dates: 1950-01-30",
        "parts: how much; when", "[1] 3.00", "passage-late +2.00", "Answered: the estimate", "cosine +7.00");
  }

  @Test
  void explainsEachAnswerOfAListWhereAsked(@TempDir Path folder) throws Exception {
    Path list = Files.writeString(folder.resolve("questions.txt"), "lead?\nplanes?\n");
    assertThat(commands.execute(List.of("ask", "--file", list.toString(), "--explain"))).isZero();
    assertThat(out.toString().lines()).hasSize(2).allSatisfy(
        line -> assertThat(json.readTree(line).at("/explanation/candidates/0/place").asInt()).isEqualTo(1));
    out.getBuffer().setLength(0);
    commands.execute(List.of("ask", "--file", list.toString()));
    assertThat(out.toString()).doesNotContain("explanation");
  }

  @Test
  void explainsInJsonWhereAsked() {
    assertThat(commands.execute(List.of("ask", "lead?", "--explain", "--json"))).isZero();
    assertThat(json.readTree(out.toString()).at("/explanation/candidates/0/place").asInt()).isEqualTo(1);
  }

  @Test
  void writesTheObjectOfTheHttpApiAsJson() {
    assertThat(commands.execute(List.of("ask", "lead?", "--json"))).isZero();
    Turn turn = Samples.turn(asked.getFirst(), lead());
    assertThat(out.toString().strip())
        .isEqualTo(json.writeValueAsString(AnswerReply.of(turn, Samples.REFERENCE)))
        .contains("\"document_number\":7");
  }

  @Test
  void anAbstentionHasAStatusOfItsOwn() {
    assertThat(commands.execute(List.of("ask", "nothing"))).isEqualTo(3);
    assertThat(out.toString()).startsWith("The documents do not say.");
  }

  @Test
  void remarksThatAnAnswerCouldNotBeSaved() {
    assertThat(commands.execute(List.of("ask", "unsaved"))).isZero();
    assertThat(err.toString()).contains("This answer could not be saved.");
  }

  @Test
  void refusesAnEmptyQuestionAndWrongOptions() {
    assertThatThrownBy(() -> commands.execute(List.of("ask"))).isInstanceOf(InvalidQuestionException.class);
    assertThatThrownBy(() -> commands.execute(List.of("ask", "x", "--max", "9")))
        .isInstanceOf(UsageException.class);
  }

  @Test
  void refusesDocumentsThatThereAreNot() {
    assertThatThrownBy(() -> commands.execute(List.of("ask", "lead?", "--documents", "7,9")))
        .isInstanceOf(UsageException.class)
        .hasMessage("There is no document 9; “documents” lists what there is.");
    assertThat(commands.execute(List.of("documents", "--words", "tanks"))).isEqualTo(3);
  }

  @Test
  void helpsWithEachCommand() {
    assertThat(commands.execute(List.of("ask", "--help"))).isZero();
    assertThat(commands.execute(List.of("help", "serve"))).isZero();
    assertThat(commands.execute(List.of("serve", "--help"))).isZero();
    assertThat(out.toString()).contains("ask <question> ", "  --max ", "serve [--port <number>]",
        "  --port ");
    assertThat(out.toString().lines()).allMatch(line -> line.length() <= 80);
    assertThatThrownBy(() -> commands.execute(List.of("serve"))).isInstanceOf(UsageException.class)
        .hasMessageStartingWith("The server is started outside the chat");
  }

  @Test
  void helpIsGroupedAndFits() {
    commands.execute(List.of("help"));
    assertThat(out.toString().lines()).allMatch(line -> line.length() <= 80)
        .anyMatch(line -> line.startsWith("Ask      ask "))
        .anyMatch(line -> line.startsWith("Look     documents "))
        .anyMatch(line -> line.startsWith("Run      serve "));
  }

  @Test
  void namesNearCommands() {
    assertThatThrownBy(() -> commands.execute(List.of("aks", "lead"))).isInstanceOf(UsageException.class)
        .hasMessage("There is no command “aks”; did you mean “ask”?");
    assertThatThrownBy(() -> commands.execute(List.of("serach", "lead"))).isInstanceOf(UsageException.class)
        .hasMessage("There is no command “serach”; did you mean “search”?");
    assertThatThrownBy(() -> commands.execute(List.of("How", "much?"))).isInstanceOf(UsageException.class)
        .hasMessage("There is no command “How”; to ask a question, write: reading-room ask How much?");
  }

  @Test
  void listsAndShowsDocuments() {
    commands.execute(List.of("documents", "--person", "Filippov", "--kind", "cable"));
    assertThat(out.toString().lines())
        .containsExactly("   7  1950-01-30  telegram  Telegram, Joseph Stalin to Shtykov");
    commands.execute(List.of("show", "8"));
    assertThat(out.toString()).contains("We ask for planes.");
    assertThatThrownBy(() -> commands.execute(List.of("show", "9"))).isInstanceOf(UsageException.class);
  }

  @Test
  void aLineOfTheChatIsAQuestionUnlessItIsACommand() {
    assertThat(List.of("show 7", "documents --kind letter", "search lead", "help show",
        "help serve", "new"))
        .allMatch(line -> commands.isCommand(Words.split(line)));
    assertThat(List.of("show me what's in \"it", "documents about lead?", "help me find lead",
        "help me", "why?"))
        .noneMatch(line -> commands.isCommand(Words.split(line)));
  }

  @Test
  void theChatKeepsOneConversationUntilANewOne() {
    String typed = "What's \"this\n--json is what?\nshow seven\n\nask lead --max 9\nnew\nlead?\nexit\nlead?\n";
    IndexOpening open = ready();
    dialogue.begin();
    int status = new Chat(commands, open, () -> Samples.COLLECTION, screen)
        .run(new PipedLines(new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8))));
    assertThat(asked).extracting(Question::text).containsExactly("What's \"this", "--json is what?",
        "show seven",
        "lead?");
    assertThat(asked).extracting(Question::conversationId).containsExactly(null, "first", "first", null);
    assertThat(err.toString().lines()).containsExactly("--max wants a number from 1 to 5, not “9”.");
    assertThat(status).isZero();
  }

  @Test
  void theStatusIsThatOfTheLastLineUnlessSomebodyTypesThem() {
    dialogue.begin();
    Screen seen = new Screen(new ScreenWriter(out), new ScreenWriter(err), new AtomicInteger(80), true, true,
        Ink.PLAIN);
    Chat chat = new Chat(commands, ready(), () -> Samples.COLLECTION, seen);
    assertThat(chat.run(lines(false, "lead?", "nothing"))).isEqualTo(3);
    assertThat(chat.run(lines(true, "lead?", "nothing"))).isZero();
  }

  @Test
  void aQuotationThatIsRefusedAfterTheIndexWasOpenedIsNotUnderstood() {
    QuotationFinder finder = new QuotationFinder(Samples.COLLECTION);
    List<String> tried = new ArrayList<>();
    CommandRegistry registry = new CommandRegistry();
    registry.registerCommand(new VerifyCommand(() -> quote -> {
      tried.add(quote);
      if (tried.size() == 1) {
        throw new IndexNotReadyException(new IndexState.Closed());
      }
      return finder.find(quote);
    }, ready(), () -> Sources.of(Samples.REFERENCE), dialogue, json, screen));
    Commands verifying = new Commands(registry, Samples.room(), screen);
    assertThatThrownBy(() -> verifying.execute(List.of("verify", "…"))).isInstanceOf(UsageException.class)
        .hasMessage("The quotation has no words.");
    assertThat(tried).hasSize(2);
  }

  @Test
  void whatHasASlashIsACommandAndNeverAQuestion() {
    dialogue.begin();
    String typed = "/ask lead?\n/foo\n/serach lead\n/show me lead\nexit\n";
    new Chat(commands, ready(), () -> Samples.COLLECTION, screen)
        .run(new PipedLines(new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8))));
    assertThat(asked).extracting(Question::text).containsExactly("lead?");
    assertThat(err.toString().lines()).hasSize(3)
        .anyMatch(line -> line.startsWith("There is no command “foo”"))
        .contains("There is no command “serach”; did you mean “search”?");
  }

  @Test
  void theProgramHasTheCommandsThatHelpNames() {
    try (ConfigurableApplicationContext context = new SpringApplicationBuilder(ShellApplication.class)
        .web(WebApplicationType.NONE).profiles(ShellApplication.PROFILE).lazyInitialization(true).run()) {
      assertThat(context.getBean(CommandRegistry.class).getCommands()).extracting(Command::getName)
          .containsExactlyInAnyOrderElementsOf(Commands.NAMES);
      assertThat(context.getBean(JsonMapper.class)
          .writeValueAsString(AnswerReply.of(Samples.turn(Question.of("lead?"), lead()), Samples.REFERENCE)))
          .contains("\"conversation_id\":\"first\"", "\"elapsed_ms\":41");
    }
  }

  private static Answer lead() {
    return new Answer.Answered("He wanted 25,000 tons [1].",
        List.of(Samples.citation(1, Samples.LEAD, new Span(0, 21))));
  }

  private static LineSource lines(boolean typed, String... lines) {
    Iterator<String> left = List.of(lines).iterator();
    return new LineSource() {
      @Override
      public @Nullable String next() {
        return left.hasNext() ? left.next() : null;
      }

      @Override
      public boolean isTyped() {
        return typed;
      }

      @Override
      public void close() {}
    };
  }

  private IndexOpening ready() {
    return new IndexOpening(() -> {
      throw new IllegalStateException("not opened here");
    }, Path.of("."), dialogue, screen) {
      @Override
      IndexState.Ready ready() {
        return new IndexState.Ready(2, 2);
      }
    };
  }

  private Commands commands() {
    Conversations conversations = new Conversations(null, java.time.Clock.systemUTC()) {
      @Override
      public Turn ask(Question question, AnswerListener listener) {
        asked.add(question);
        listener.explained(Samples.explanation());
        Turn turn = Samples.turn(question, question.text().equals("nothing")
            ? new Answer.Abstained("The documents do not say.", List.of())
            : lead());
        return question.text().equals("unsaved")
            ? new Turn(turn.id(), turn.conversationId(), question, turn.query(), turn.answer(), turn.model(),
                turn.asked(), turn.elapsed(), null, "This answer could not be saved.")
            : turn;
      }

      @Override
      public Turn askOnce(Question question, List<String> earlier, AnswerListener listener) {
        return ask(question, listener);
      }
    };
    IndexOpening index = ready();
    CommandRegistry registry = new CommandRegistry();
    List.of(
        new AskCommand(() -> conversations, () -> Samples.COLLECTION, () -> Sources.of(Samples.REFERENCE),
            index, dialogue, json, screen, document -> "",
            () -> false),
        new ModelsCommand(() -> {
          throw new IllegalStateException("not asked here");
        }, json, screen), new SearchCommand(() -> {
          throw new IllegalStateException("not searched here");
        }, () -> Samples.COLLECTION, index, json, screen),
        new DocumentsCommand(() -> Samples.COLLECTION, json, screen),
        new ShowCommand(() -> Samples.COLLECTION, () -> Sources.of(Samples.REFERENCE), json,
            new Pager(new Window(screen)), screen),
        new IndexCommand(index), new NewCommand(dialogue), new HelpCommand(screen))
        .forEach(registry::registerCommand);
    return new Commands(registry, Samples.room(), screen);
  }
}
