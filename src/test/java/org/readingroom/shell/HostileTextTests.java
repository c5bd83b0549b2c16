package org.readingroom.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.readingroom.answer.Answer;
import org.readingroom.answer.AnswerListener;
import org.readingroom.answer.Question;
import org.readingroom.collection.Authority;
import org.readingroom.collection.Collection;
import org.readingroom.collection.Document;
import org.readingroom.collection.Kind;
import org.readingroom.collection.Paragraph;
import org.readingroom.conversation.Conversation;
import org.readingroom.conversation.Conversations;
import org.readingroom.conversation.Turn;
import org.readingroom.passage.Passage;
import org.readingroom.passage.Sentence;
import org.readingroom.passage.Span;
import org.readingroom.quotation.QuotationFinder;
import org.readingroom.reference.Reference;
import org.readingroom.reply.Sources;
import org.readingroom.search.Filters;
import org.readingroom.search.IndexLease;
import org.readingroom.search.IndexState;
import org.readingroom.search.Leases;
import org.readingroom.search.PassageSearch;
import org.readingroom.search.RetrievedPassage;
import org.springframework.shell.core.command.Command;
import org.springframework.shell.core.command.CommandRegistry;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs the commands where documents, names, questions, answers and remarks hold what controls a terminal, and looks
 * for it in what they write.
 */
class HostileTextTests {

  private static final Pattern OWN = Pattern.compile("\u001b\\[(?:0|1|2|36|1;36)m");
  private static final Pattern OWN_REMARKS = Pattern.compile("\r|\u001b\\[K");
  private static final Pattern CLIPBOARD = Pattern
      .compile("\u001b\\]52;c;[A-Za-z0-9+/=]+\u0007(?=Sent citation)");
  private static final Set<Byte> REORDERING = Set.of(Character.DIRECTIONALITY_LEFT_TO_RIGHT_EMBEDDING,
      Character.DIRECTIONALITY_LEFT_TO_RIGHT_OVERRIDE, Character.DIRECTIONALITY_RIGHT_TO_LEFT_EMBEDDING,
      Character.DIRECTIONALITY_RIGHT_TO_LEFT_OVERRIDE, Character.DIRECTIONALITY_POP_DIRECTIONAL_FORMAT,
      Character.DIRECTIONALITY_LEFT_TO_RIGHT_ISOLATE, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ISOLATE,
      Character.DIRECTIONALITY_FIRST_STRONG_ISOLATE, Character.DIRECTIONALITY_POP_DIRECTIONAL_ISOLATE);
  private static final Set<Integer> ZERO_WIDTH = Set.of(0x200b, 0x200c, 0x200d, 0x200e, 0x200f, 0x2060,
      0xfeff,
      0x61c, 0x180e);

  /** Each is tried alone, in the chat and outside it. */
  private static final List<String> LINES = List.of("ask %s", "ask %s --explain", "ask nothing", "search %s",
      "documents", "documents --words %s", "show 7", "show %s", "people", "people %s", "people Stalin",
      "timeline",
      "verify %s", "verify We ask for", "sources", "open 1", "next", "prev", "cite 1",
      "cite 1 --format bibtex",
      "cite 1 --format ris", "cite 1 --format csl-json", "copy 1", "cite %s", "cite 1 --format %s", "history",
      "resume 1", "export -", "new", "help", "help %s", "completion bash", "%s", "documents --from %s",
      "documents --person %s", "documents --%s");

  private final JsonMapper json = JsonMapper.builder()
      .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();
  private final Dialogue dialogue = new Dialogue();
  private StringWriter out = new StringWriter();
  private StringWriter err = new StringWriter();

  @Provide
  Arbitrary<String> hostile() {
    Arbitrary<String> sequences = Arbitraries.of("\u001b]52;c;AAAA\u0007", "\u001b]0;title\u001b\\",
        "\u001b[2J",
        "\u001b[1m", "\u001b[8m", "\u001bc", "\u009b31m", "\u009d0;x\u009c", "\u0090q", "\u202e", "\u2067",
        "\u200b",
        "\u200d", "\ufeff", "\u2028", "\u0085", "\r", "\r\n", "\t", "\b\b", "\u0000", "\u007f", "\u000b",
        "\u000c",
        "\udb40\udc41", "\ue000", "\ue001", "Stalin ", "Mao", "lead", " ", " ", "“", "”", "[1]", "$1", "\\",
        "é", "\n");
    Arbitrary<String> any = Arbitraries.integers().between(0, Character.MAX_CODE_POINT)
        .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE).map(Character::toString);
    return Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(4, sequences), net.jqwik.api.Tuple.of(1, any))
        .list()
        .ofMinSize(1).ofMaxSize(12).map(parts -> String.join("", parts));
  }

  @Property(tries = 30)
  void nothingThatIsWrittenControlsATerminalButColours(@ForAll("hostile") String text) {
    for (boolean coloured : new boolean[]{false, true}) {
      for (String line : LINES) {
        write(text, line, coloured);
        String shown = CLIPBOARD.matcher(out.toString()).replaceFirst("");
        assertHarmless(line, coloured ? OWN.matcher(shown).replaceAll("") : shown);
        assertHarmless(line, OWN_REMARKS.matcher(err.toString()).replaceAll(""));
      }
    }
  }

  @Property(tries = 30)
  void jsonSaysTheSameAsWithoutTheCheck(@ForAll("hostile") String text) {
    write(text, "history --json", true);
    assertThat(json.readTree(out.toString()).at("/0/title").stringValue()).isEqualTo("title " + text);
    assertHarmless("history --json", out.toString());
    write(text, "show 7 --json", true);
    assertThat(json.readTree(out.toString()).at("/text").stringValue()).isEqualTo(document(text).text());
    assertHarmless("show 7 --json", out.toString());
    write(text, "sources --json", true);
    assertThat(json.readTree(out.toString()).at("/0/cited_text").stringValue())
        .isEqualTo(document(text).text());
    assertHarmless("sources --json", out.toString());
  }

  @Property(tries = 20)
  void anExportedFileIsHarmless(@ForAll("hostile") String text) throws IOException {
    Path file = Files.createTempFile("notes", ".md");
    try {
      write(text, "export " + file + " --force", false);
      assertHarmless("export", Files.readString(file));
      assertThat(file).content().contains("## ", "[^1]: ");
    } finally {
      Files.delete(file);
    }
  }

  private static void assertHarmless(String line, String shown) {
    int before = ' ';
    for (int c : shown.codePoints().toArray()) {
      boolean joiner = (c == 0x200c || c == 0x200d) && before > 0x34f && !Character.isISOControl(before);
      assertThat(Character.isISOControl(c) && c != '\n' || Character.getType(c) == Character.LINE_SEPARATOR
          || Character.getType(c) == Character.PARAGRAPH_SEPARATOR || ZERO_WIDTH.contains(c) && !joiner
          || c >= 0xe0000 && c <= 0xe00ff || REORDERING.contains(Character.getDirectionality(c)))
          .as("U+%04X in what “%s” wrote: %s", c, line, json(shown)).isFalse();
      before = c;
    }
  }

  private static String json(String shown) {
    return JsonMapper.shared().writeValueAsString(shown);
  }

  /** Carries a line out as the chat does, after which the screen has what it wrote. */
  private void write(String text, String line, boolean coloured) {
    out = new StringWriter();
    err = new StringWriter();
    Screen screen = new Screen(new ScreenWriter(out), new ScreenWriter(err), new AtomicInteger(60), true,
        true,
        new Ink(coloured));
    dialogue.begin();
    dialogue.continues("first");
    Commands commands = new Commands(registry(text, screen), Samples.room(), screen);
    screen.progress(text);
    List<String> words = Words.split(line.replace("%s", text));
    try {
      if (!words.isEmpty()) {
        commands.execute(words);
      }
    } catch (RuntimeException e) {
      if (!Failure.isPlain(e)) {
        throw e;
      }
      screen.remark(Failure.sentence(e));
    }
    screen.remark(text);
  }

  private static Document document(String text) {
    String whole = "Dear " + text + " we ask for planes.";
    Document plain = Samples.document(7, "Letter " + text, LocalDate.of(1950, 1, 30), Kind.LETTER,
        "Joseph Stalin",
        "Mao " + text, whole);
    return new Document(plain.collection(), 7, plain.title(), null, plain.date(), plain.kind(), plain.from(),
        plain.to(), "Archive " + text, "Translator " + text, whole, "00", plain.paragraphs(), List.of());
  }

  private CommandRegistry registry(String text, Screen screen) {
    Document document = document(text);
    Collection collection = new Collection("test", "A Reader " + text, "A Press " + text, "A Reader " + text,
        "00",
        List.of(document),
        new Authority(List.of(
            new Authority.Entry(Authority.Type.PERSON, "Joseph Stalin",
                List.of("Fyn Si " + text, "Stalin")))),
        List.of());
    Conversations conversations = conversations(text, document);
    IndexOpening index = new IndexOpening(() -> {
      throw new IllegalStateException("not opened here");
    }, Path.of("."), dialogue, screen) {
      @Override
      IndexState.Ready ready() {
        return new IndexState.Ready(1, 1);
      }
    };
    LastAnswer last = new LastAnswer(() -> conversations, dialogue, screen);
    CitationWalk walk = new CitationWalk(last, dialogue);
    Pager pager = new Pager(new Window(screen));
    List<Command> commands = List.of(
        new AskCommand(() -> conversations, () -> collection, () -> Sources.of(new Reference(collection)),
            index, dialogue, json, screen, of -> "",
            () -> screen.ink().coloured()),
        new SearchCommand(() -> search(document), () -> collection, index, json, screen),
        new DocumentsCommand(() -> collection, json, screen),
        new ShowCommand(() -> collection, () -> Sources.of(new Reference(collection)), json, pager, screen),
        new VerifyCommand(() -> new QuotationFinder(collection)::find, null,
            () -> Sources.of(new Reference(collection)),
            dialogue, json, screen),
        new CiteCommand(last, () -> Sources.of(new Reference(collection))),
        new SourcesCommand(last, () -> Sources.of(new Reference(collection)), json, screen),
        OpenCommand.named(walk, () -> Sources.of(new Reference(collection)), pager, screen),
        OpenCommand.next(walk, () -> Sources.of(new Reference(collection)), pager, screen),
        OpenCommand.previous(walk, () -> Sources.of(new Reference(collection)), pager, screen),
        new CopyCommand(last, () -> Sources.of(new Reference(collection)), screen),
        new PeopleCommand(() -> collection, json, screen),
        new TimelineCommand(() -> collection, json, screen),
        new HistoryCommand(() -> conversations, dialogue, json, screen), new NewCommand(dialogue),
        new ResumeCommand(() -> conversations, dialogue, screen),
        new ExportCommand(last, () -> conversations, () -> Sources.of(new Reference(collection))),
        new HelpCommand(screen),
        new CompletionCommand(), new IndexCommand(index));
    CommandRegistry registry = new CommandRegistry();
    commands.forEach(registry::registerCommand);
    return registry;
  }

  private static PassageSearch search(Document document) {
    Span all = new Span(0, document.text().length());
    Passage passage = new Passage(document, 0, all, List.of(new Sentence(all, Paragraph.Role.BODY, 0)));
    return new PassageSearch(null, null, null) {
      @Override
      public IndexLease acquire() {
        return Leases.ofNothing();
      }

      @Override
      public List<RetrievedPassage> search(String text, Filters filters, int k, IndexLease lease) {
        return List.of(new RetrievedPassage(passage, 0.5));
      }

      @Override
      public List<Span> matches(String query, Passage found, IndexLease lease) {
        return List.of(new Span(2, 9));
      }
    };
  }

  private static Conversations conversations(String text, Document document) {
    Conversation conversation = new Conversation("first", "title " + text, Instant.EPOCH, Instant.EPOCH);
    Answer answer = new Answer.Answered("He wrote " + text + ": “" + document.text() + "” [1]. " + text,
        List.of(Samples.citation(1, document, new Span(0, 5))));
    return new Conversations(null, Clock.systemUTC()) {
      @Override
      public Turn ask(Question question, AnswerListener listener) {
        listener.wrote("He wrote " + text);
        listener.wrote(text + " and more.");
        listener.explained(Samples.explanation());
        return new Turn("a1", "first", question, question.text(),
            question.text().equals("nothing")
                ? new Answer.Abstained("Not said: " + text, List.of(document))
                : answer,
            "model " + text, Instant.EPOCH, Duration.ofMillis(41), "Degraded " + text, "Not kept: " + text);
      }

      @Override
      public List<Conversation> list() {
        return List.of(conversation);
      }

      @Override
      public List<Turn> turns(String conversationId) {
        return List.of(Samples.turn(Question.of("q " + text + " ?"), answer));
      }

      @Override
      public Conversation conversation(String id) {
        return conversation;
      }
    };
  }
}
