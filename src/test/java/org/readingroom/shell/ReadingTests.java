package org.readingroom.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jline.reader.Candidate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.answer.Answer;
import org.readingroom.answer.AnswerListener;
import org.readingroom.answer.InvalidQuestionException;
import org.readingroom.answer.Question;
import org.readingroom.answer.SupportedClaim;
import org.readingroom.collection.Authority;
import org.readingroom.collection.Collection;
import org.readingroom.collection.Document;
import org.readingroom.collection.DocumentDate;
import org.readingroom.collection.Kind;
import org.readingroom.conversation.Conversation;
import org.readingroom.conversation.Conversations;
import org.readingroom.conversation.Turn;
import org.readingroom.passage.Span;
import org.readingroom.quotation.QuotationFinder;
import org.readingroom.reply.Sources;
import org.readingroom.search.Likeness;
import org.springframework.shell.core.command.CommandRegistry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Drives what a terminal has beside questions: citing, opening, looking around, kept conversations. */
class ReadingTests {

  private static final String TEXT = "He wanted 25,000 tons [1], and Mao wanted planes [2].";

  private static final Document OTHER = Samples.document(9, "Report", LocalDate.of(1951, 1, 1), Kind.REPORT,
      "Peng", "Mao", "There were pages and pages of other words.");
  /** Takes planes for what is meant by anything that nothing resembles. */
  private static final QuotationFinder QUOTED = new QuotationFinder(
      new Collection("test", "A Reader", "A Press", "A Reader.", "00",
          List.of(Samples.LEAD, Samples.PLANES, OTHER), new Authority(List.of()), List.of()),
      words -> Optional.of(new Likeness(Samples.PLANES, new Span(0, 18), 0.8)), words -> List.of());

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final Screen screen = Samples.screen(out, err, false);
  private final JsonMapper json = JsonMapper.builder()
      .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();
  private final Dialogue dialogue = new Dialogue();
  private final Turn turn = Samples.turn(Question.of("Who wanted what?"), new Answer.Answered(TEXT,
      List.of(Samples.citation(1, Samples.LEAD, new Span(0, 22)),
          Samples.citation(2, Samples.PLANES, new Span(26, 49)))));
  private final Turn claimed = Samples.turn(Question.of("Who wanted what?"),
      new Answer.Answered("He wanted 25,000 tons and planes. [1] [2] We ask for planes. [2]",
          turn.answer().citations(),
          List.of(
              new SupportedClaim("He wanted 25,000 tons and planes.", new Span(0, 33), List.of(1, 2), 0.7),
              new SupportedClaim("We ask for planes.", new Span(42, 60), List.of(2), 1))));
  private final CommandRegistry registry = registry();
  private final Commands commands = new Commands(registry, Samples.room(), screen);

  @TempDir
  Path folder;

  @Test
  void saysWhereAQuotationStands() {
    assertThat(commands.execute(List.of("verify", "\"25,000 tons", "of lead\""))).isZero();
    assertThat(out.toString()).startsWith("Word for word:").contains("  │ 25,000 tons of lead",
        "no. 7, characters 56–75: “Telegram, Joseph Stalin to Shtykov,”");
  }

  @Test
  void setsOffWhatIsQuotedWhereAnEllipsisLeavesWordsOut() {
    assertThat(commands.execute(
        List.of("verify", "We would like to receive from Korea … 25,000 tons of lead."))).isZero();
    assertThat(out.toString().lines()).containsSequence("",
        "  │ »We would like to receive from Korea« a yearly minimum of »25,000 tons of",
        "  │ lead.«",
        "  Only what is set off is quoted; the quotation leaves out what stands between.");
    out.getBuffer().setLength(0);
    commands.execute(List.of("verify", "25,000 tons of lead"));
    assertThat(out.toString()).doesNotContain("»", "set off");
  }

  @Test
  void marksWhereAQuotationPartsFromTheDocument() {
    assertThat(commands.execute(
        List.of("verify", "We would like to receive from Korea a yearly minimum of 30,000 tons of lead")))
        .isEqualTo(3);
    assertThat(out.toString()).startsWith("Not word for word.").contains("of »25«,000 tons",
        "- The quotation has “30”, the document “25”.");
  }

  @Test
  void saysHowTheNearestIsNear() {
    assertThat(commands.execute(List.of("verify", "25,000 TONS OF LEAD"))).isEqualTo(3);
    assertThat(out.toString()).startsWith("The same words, but in other case:")
        .contains("  │ 25,000 tons of lead", "no. 7").doesNotContain("- The quotation has");
    out.getBuffer().setLength(0);
    commands.execute(List.of("verify", "My hovercraft is full of eels"));
    assertThat(out.toString()).startsWith("Nothing in the documents resembles these words.")
        .contains("Nearest in meaning", "  │ We ask for planes.");
    out.getBuffer().setLength(0);
    commands.execute(List.of("verify", "receive from Korea a yearly minimum and pages of other words"));
    assertThat(out.toString()).startsWith("Not in one place. The words are put together from:")
        .containsSubsequence("  │ receive from Korea a yearly minimum", "no. 7",
            "  │ and pages of other words", "no. 9");
  }

  @Test
  void verifiesInTheWordsOfTheApi() {
    assertThat(commands.execute(List.of("verify", "We ask for planes.", "--json"))).isZero();
    JsonNode reply = json.readTree(out.toString());
    assertThat(reply.at("/status").stringValue()).isEqualTo("exact");
    assertThat(reply.at("/matches/0/document_number").intValue()).isEqualTo(8);
    assertThatThrownBy(() -> commands.execute(List.of("verify"))).isInstanceOf(UsageException.class);
    assertThatThrownBy(() -> commands.execute(List.of("verify", "…"))).isInstanceOf(UsageException.class)
        .hasMessage("The quotation has no words.");
  }

  @Test
  void citesACitationOfTheLastAnswerInEachFormat() {
    dialogue.continues("first");
    commands.execute(List.of("cite", "2"));
    assertThat(out.toString()).startsWith("“We ask for planes.” “Letter, Mao Zedong to Joseph Stalin,”");
    commands.execute(List.of("cite", "[1]", "--format", "bibtex"));
    commands.execute(List.of("cite", "1", "--format", "ris"));
    commands.execute(List.of("cite", "1", "--format=csl-json"));
    assertThat(out.toString()).contains("@", "TY  - ", "\"title\"");
    assertThat(err.toString()).isEmpty();
    assertThatThrownBy(() -> commands.execute(List.of("cite", "3"))).isInstanceOf(UsageException.class)
        .hasMessage("The last answer has no citation 3; it has 2.");
    assertThatThrownBy(() -> commands.execute(List.of("cite", "1", "--format", "apa")))
        .hasMessage("There is no format “apa”; there are chicago, bibtex, ris, csl-json.");
    assertThatThrownBy(() -> commands.execute(List.of("cite"))).isInstanceOf(UsageException.class);
  }

  @Test
  void outsideTheChatTheLastAnswerIsThatOfTheConversationChangedLast() {
    commands.execute(List.of("sources"));
    assertThat(out.toString()).contains("[1] no. 7, characters 0–76: “Telegram", "[2] no. 8");
    assertThat(err.toString()).startsWith("From the answer to: Who wanted what?");
  }

  @Test
  void aChatBeginsWithoutALastAnswer() {
    dialogue.begin();
    assertThatThrownBy(() -> commands.execute(List.of("open", "1"))).isInstanceOf(UsageException.class)
        .hasMessage("There is no answer yet; ask a question in the chat first.");
  }

  @Test
  void opensTheQuotedPlaceAndWalksTheCitations() {
    dialogue.begin();
    dialogue.continues("first");
    commands.execute(List.of("open", "1"));
    assertThat(out.toString()).contains("no. 7, Telegram", "»We would like to receive", "tons of lead.«");
    commands.execute(List.of("next"));
    assertThat(out.toString()).contains("»We ask for planes.«");
    assertThatThrownBy(() -> commands.execute(List.of("next"))).hasMessage("That was the last citation.");
    commands.execute(List.of("prev"));
    assertThatThrownBy(() -> commands.execute(List.of("prev"))).hasMessage("That was the first citation.");
  }

  @Test
  void showsWhatSupportsTheClaimsOfALanguageModel() {
    dialogue.continues("claimed");
    commands.execute(List.of("claims"));
    assertThat(out.toString().lines()).containsExactly("Claim 1 of 2: the check is 70 % sure",
        "He wanted 25,000 tons and planes. [1] [2]", "",
        "  │ “We would like to receive from Korea a yearly minimum of 25,000 tons of",
        "  │ lead.” [1]", "    no. 7, Telegram, Joseph Stalin to Shtykov, 1950-01-30", "",
        "  │ “We ask for planes.” [2]",
        "    no. 8, Letter, Mao Zedong to Joseph Stalin, 1950-06-30", "",
        "Claim 2 of 2: compared word for word", "We ask for planes. [2]", "",
        "  │ “We ask for planes.” [2]",
        "    no. 8, Letter, Mao Zedong to Joseph Stalin, 1950-06-30");
    out.getBuffer().setLength(0);
    commands.execute(List.of("claims", "--json"));
    assertThat(json.readTree(out.toString()).at("/0/markers/1").intValue()).isEqualTo(2);
  }

  @Test
  void goesFromClaimToClaimAndRoundAgain() {
    dialogue.continues("claimed");
    for (int shown : List.of(1, 2, 1)) {
      out.getBuffer().setLength(0);
      commands.execute(List.of("claims", "next"));
      assertThat(out.toString()).startsWith("Claim " + shown + " of 2")
          .doesNotContain("Claim " + (3 - shown));
    }
    commands.execute(List.of("claims", "2"));
    assertThat(out.toString()).contains("Claim 2 of 2");
    assertThatThrownBy(() -> commands.execute(List.of("claims", "3"))).isInstanceOf(UsageException.class)
        .hasMessage("The last answer has no claim 3; it has 2.");
    assertThatThrownBy(() -> commands.execute(List.of("claims", "all"))).isInstanceOf(UsageException.class)
        .hasMessage("“claims” wants a number from 1, not “all”.");
    dialogue.continues("first");
    assertThatThrownBy(() -> commands.execute(List.of("claims"))).isInstanceOf(UsageException.class)
        .hasMessage("The last answer has no claims of a language model.");
  }

  @Test
  void aQuestionThatBeginsWithClaimsIsOne() {
    assertThat(commands.isCommand(Words.split("claims about lead were made by whom"))).isFalse();
    assertThat(commands.isCommand(Words.split("claims next"))).isTrue();
    assertThat(commands.isCommand(Words.split("claims"))).isTrue();
  }

  @Test
  void refusesOutsideTheChatWhatMeansNothingThere() {
    for (String command : List.of("next", "prev", "resume", "new")) {
      assertThatThrownBy(() -> commands.execute(List.of(command))).isInstanceOf(UsageException.class)
          .hasMessage("“" + command + "” is for the chat: start reading-room, then type it there.");
    }
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void theChatLeavesItsInputToItself() {
    dialogue.begin();
    assertThatThrownBy(() -> commands.execute(List.of("verify", "-"))).isInstanceOf(UsageException.class)
        .hasMessage("“-” stands for standard input, which the chat itself reads.");
    assertThatThrownBy(() -> StandardInput.text(dialogue)).isInstanceOf(UsageException.class);
  }

  @Test
  void copiesOnlyWhereThereIsATerminal() {
    dialogue.continues("first");
    assertThatThrownBy(() -> commands.execute(List.of("copy", "1"))).isInstanceOf(UsageException.class);
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void countsWhoWritesGetsAndIsNamed() {
    commands.execute(List.of("people"));
    assertThat(out.toString().lines()).containsExactly("wrote    got  named  in how many documents",
        "    1      1      2  Joseph Stalin", "    1      0      1  Mao Zedong");
  }

  @Test
  void findsPeopleByTheirAliases() {
    assertThat(commands.execute(List.of("people", "filippov"))).isZero();
    assertThat(out.toString()).startsWith("Joseph Stalin, also Fyn Si, Filippov").contains(
        "wrote     7  1950-01-30  Telegram, Joseph Stalin to Shtykov",
        "  got     8  1950-06-30  Letter, Mao Zedong to Joseph Stalin");
    assertThat(commands.execute(List.of("people", "Filipov"))).isEqualTo(3);
    assertThat(out.toString()).contains("did you mean “Filippov”?");
  }

  @Test
  void namesDocumentsOfPeopleByTheirIdsWhereThereAreSeveralCollections() {
    Document paper = new Document("papers", 7, "A paper on lead", null, DocumentDate.UNKNOWN, Kind.OTHER,
        "Mao Zedong", null, null, null, "Words.", "00", List.of(), List.of());
    Collection both = new Collection("papers,test", "Both", "", "", "00",
        List.of(paper, Samples.LEAD, Samples.PLANES), Samples.COLLECTION.authority(), List.of());
    CommandRegistry known = new CommandRegistry();
    known.registerCommand(new PeopleCommand(() -> both, json, screen));
    Commands people = new Commands(known, Samples.room(), screen);

    people.execute(List.of("people", "Zedong"));
    assertThat(out.toString()).contains("wrote  papers:7  ", "  A paper on lead",
        "wrote  test:8    1950-06-30  Letter, Mao Zedong to Joseph Stalin").doesNotContain("test:7");
    out.getBuffer().setLength(0);
    people.execute(List.of("people", "Zedong", "--json"));
    assertThat(json.readTree(out.toString()).at("/0/wrote").valueStream().map(JsonNode::stringValue))
        .containsExactly("papers:7", "test:8");
    out.getBuffer().setLength(0);
    commands.execute(List.of("people", "Zedong", "--json"));
    assertThat(json.readTree(out.toString()).at("/0/wrote/0").intValue()).isEqualTo(8);
  }

  @Test
  void drawsTheDocumentsOfEachMonth() {
    commands.execute(List.of("timeline"));
    assertThat(out.toString().lines()).containsExactly("1950-01    1  ██", "     …", "1950-06    1  ██");
    assertThat(commands.execute(List.of("timeline", "--from", "1960"))).isEqualTo(3);
    assertThat(TimelineCommand.bars(new TreeMap<>(Map.of(YearMonth.of(1950, 1), 400)), 60)).singleElement()
        .satisfies(line -> assertThat(line).hasSize(60));
  }

  @Test
  void listsAndResumesWhatWasKept() {
    commands.execute(List.of("history"));
    assertThat(out.toString()).contains("  1  ", "  Who wanted what?");
    assertThatThrownBy(() -> commands.execute(List.of("resume", "1"))).isInstanceOf(UsageException.class);
    dialogue.begin();
    commands.execute(List.of("resume", "1"));
    assertThat(dialogue.id()).isEqualTo("first");
    assertThat(out.toString()).contains("? Who wanted what?", "“We ask for planes.” [2]");
    assertThatThrownBy(() -> commands.execute(List.of("resume", "2"))).isInstanceOf(UsageException.class);
  }

  @Test
  void exportsAndDoesNotOverwrite() throws Exception {
    dialogue.continues("first");
    Path notes = folder.resolve("notes.md");
    commands.execute(List.of("export", notes.toString()));
    assertThat(notes).content().startsWith("# Who wanted what?")
        .contains("tons [^1], and Mao wanted planes [^2].", "\n[^2]: “Letter, Mao Zedong");
    Files.writeString(notes, "mine");
    assertThatThrownBy(() -> commands.execute(List.of("export", notes.toString())))
        .isInstanceOf(UsageException.class).hasMessageEndingWith("already; --force writes over it.");
    assertThat(notes).hasContent("mine");
    commands.execute(List.of("export", notes.toString(), "--force"));
    assertThat(notes).content().startsWith("# Who wanted what?");
    assertThatThrownBy(() -> commands.execute(List.of("export", folder.toString())))
        .isInstanceOf(UsageException.class);
  }

  @Test
  void exportsIntoTheFileThatATypedLineNames() {
    dialogue.continues("first");
    Path notes = folder.resolve("my notes.md");
    commands.execute(Words.split("export \"" + notes + "\""));
    assertThat(notes).content().startsWith("# Who wanted what?");
    assertThatThrownBy(() -> commands.execute(List.of("export", folder.resolve("none/notes.md").toString())))
        .isInstanceOf(UsageException.class)
        .hasMessage("There is no folder " + folder.resolve("none") + " to write into.");
  }

  @Test
  void namesTheConversationThatIsExportedOutsideTheChat() {
    commands.execute(List.of("export", "-"));
    assertThat(out.toString()).startsWith("# Who wanted what?");
    assertThat(err.toString().lines()).containsExactly("From the conversation: Who wanted what?");
  }

  @Test
  void progressLeavesRemarksALineOfTheirOwn() {
    Screen watched = Samples.screen(out, err, true);
    QuestionList list = new QuestionList(line -> {
      throw new InvalidQuestionException("The question is too long.");
    }, watched);
    list.answer(List.of("lead?", "# done"), new ScreenWriter(out));
    assertThat(err.toString()).contains("\rLine 1 of 2\u001b[K\r\u001b[KLine 1: The question is too long.")
        .endsWith("\r\u001b[K");
  }

  @Test
  void answersAListLineByLine() {
    QuestionList list = new QuestionList(line -> {
      if (line.length() > 20) {
        throw new InvalidQuestionException("The question is too long.");
      }
      return new QuestionList.Reply("{" + line + "}", !line.equals("nothing"));
    }, screen);
    ScreenWriter writer = new ScreenWriter(out);
    assertThat(list.answer(List.of("# two", "", "lead?", "  planes? "), writer).code()).isZero();
    assertThat(out.toString().lines()).hasSize(2);
    assertThat(list.answer(List.of("lead?", "nothing"), writer).code()).isEqualTo(3);
    assertThat(list.answer(List.of("lead?", "x".repeat(21), "nothing"), writer).code()).isEqualTo(2);
    assertThat(out.toString().lines()).hasSize(6);
    assertThat(err.toString().lines()).containsExactly("Line 2: The question is too long.");
    assertThatThrownBy(() -> list.answer(List.of("#"), writer)).isInstanceOf(UsageException.class);
    assertThatThrownBy(() -> list.answer(folder.resolve("none").toString(), dialogue, writer))
        .isInstanceOf(UsageException.class);
  }

  @Test
  void completesCommandsOptionsAndWhatTheyTake() {
    dialogue.continues("first");
    LineCompleter completer = new LineCompleter(registry, () -> Samples.COLLECTION, last());
    assertThat(values(completer, "", List.of())).contains("verify", "people", "timeline");
    assertThat(values(completer, "/pe", List.of())).contains("/people");
    assertThat(values(completer, "--f", List.of("timeline"))).contains("--from", "--person");
    assertThat(values(completer, "", List.of("open"))).containsExactly("1", "2");
    assertThat(values(completer, "", List.of("claims"))).isEmpty();
    dialogue.continues("claimed");
    assertThat(values(completer, "", List.of("claims"))).containsExactly("1", "2");
    assertThat(values(completer, "b", List.of("cite", "1", "--format"))).contains("bibtex");
    assertThat(values(completer, "le", List.of("How", "much"))).isEmpty();
  }

  @Test
  void completesMonthsOfDocumentsThatHaveOne() {
    Document dated = Samples.document(1, "A letter", LocalDate.of(1950, 6, 30), Kind.LETTER, "Mao", "Kim",
        "Dear.");
    Document undated = new Document("test", 2, "A paper", null, DocumentDate.UNKNOWN, Kind.OTHER, null, null,
        null,
        null, "Words.", "00", List.of(), List.of());
    Collection collection = new Collection("test", "A Reader", "A Press", "A Reader (A Press).", "00",
        List.of(dated, undated), new Authority(List.of()), List.of());

    LineCompleter completer = new LineCompleter(registry, () -> collection, last());

    assertThat(values(completer, "", List.of("timeline", "--from"))).containsExactly("1950-06");
  }

  @Test
  void whatIsOfferedDoesNotControlTheTerminal() {
    Document document = Samples.document(9, "A \u001b[2Jletter", LocalDate.of(1950, 6, 30), Kind.LETTER,
        "Mao",
        "Kim", "Dear \u009bKim.");
    Collection collection = new Collection("test", "A Reader", "A Press", "A Reader (A Press).", "00",
        List.of(document), new Authority(List.of(
            new Authority.Entry(Authority.Type.PERSON, "Kim \u202eIl Sung", List.of("\u009bKim")))),
        List.of());
    LineCompleter completer = new LineCompleter(registry, () -> collection, last());
    assertThat(completer.candidates(List.of("show"), "")).extracting(Candidate::descr)
        .containsExactly("A \\u001b[2Jletter, 1950-06-30");
    assertThat(completer.candidates(List.of("people"), "")).isNotEmpty().allSatisfy(
        person -> assertThat(person.displ() + person.descr()).doesNotContain("\u009b", "\u202e"));
  }

  @Test
  void completesPeopleByTheWordsThatDocumentsCallThemBy() {
    Document letter = Samples.document(8, "Letter, Mao Zedong to Joseph Stalin", LocalDate.of(1950, 6, 30),
        Kind.LETTER, "Mao Zedong", "Joseph Stalin", "To Filippov. We ask for planes.");
    Authority authority = new Authority(List.of(
        new Authority.Entry(Authority.Type.PERSON, "Joseph Stalin", List.of("Filip", "Fyn Si", "Filippov")),
        new Authority.Entry(Authority.Type.PERSON, "Mao Zedong", List.of("Mao Tse-tung")),
        new Authority.Entry(Authority.Type.PERSON, "Nobody", List.of())));
    Collection collection = new Collection("test", "A Reader", "A Press", "A Reader (A Press).", "00",
        List.of(letter), authority, List.of());
    LineCompleter completer = new LineCompleter(registry, () -> collection, last());
    assertThat(values(completer, "", List.of("timeline", "--person"))).containsExactly("Filippov",
        "\"Mao Zedong\"");
    assertThat(values(completer, "Fi", List.of("people"))).contains("Filippov");
  }

  @Test
  void completesPeopleOfTheCollectionInUse() {
    Document letter = Samples.document(1, "Letter", LocalDate.of(1950, 6, 30), Kind.LETTER, "Kim", "Shtykov",
        "Yours, Kim.");
    Collection other = new Collection("other", "Letters", "", "Letters.", "00", List.of(letter),
        new Authority(List.of(new Authority.Entry(Authority.Type.PERSON, "Kim", List.of()))), List.of());
    List<Collection> used = new ArrayList<>(List.of(Samples.COLLECTION));
    LineCompleter completer = new LineCompleter(registry, used::getFirst, last());
    assertThat(values(completer, "", List.of("people"))).contains("\"Joseph Stalin\"");
    used.set(0, other);
    assertThat(values(completer, "", List.of("people"))).containsExactly("Kim");
  }

  @Test
  void namesTheCommandThatWasMeant() {
    assertThat(commands.meant(List.of("opne", "2"))).contains("open");
    assertThat(commands.meant(List.of("timelien"))).contains("timeline");
    assertThat(commands.meant(List.of("How", "much", "lead?"))).isEmpty();
    assertThat(commands.meant(List.of("open", "questions", "remain?"))).isEmpty();
  }

  @Test
  void anAnswerStopsWhenItShould() {
    AnswerListener listener = dialogue.stoppable(AnswerListener.NONE);
    assertThat(listener.isCancelled()).isFalse();
    assertThat(dialogue.stop()).isTrue();
    assertThat(listener.isCancelled()).isTrue();
    assertThat(dialogue.stop()).isFalse();
    dialogue.goOn();
    assertThat(listener.isCancelled()).isFalse();
  }

  @Test
  void asciiHasNothingElse() {
    assertThat(Ascii.of("“Pák…” │ No – █")).isEqualTo("\"Pak...\" | No - #");
  }

  @Test
  void highlightsOverLineBreaks() {
    String marked = Highlight.mark("aa bb cc dd", 10, List.of(new Span(13, 18)));
    assertThat(Highlight.paint(Lines.wrap(marked, 7, ""), Ink.PLAIN)).containsExactly("aa »bb", "cc« dd");
    assertThat(Highlight.paint(Lines.wrap(marked, 7, ""), new Ink(true)).stream().map(ScreenWriter::written))
        .containsExactly("aa \u001b[1;36mbb\u001b[0m", "\u001b[1;36mcc\u001b[0m dd");
  }

  @Test
  void aTextSetsNothingOffByItself() {
    assertThat(
        Highlight.paint(List.of(Highlight.mark("a \ue000b\ue001 c", 0, List.of(new Span(0, 1)))), Ink.PLAIN))
        .containsExactly("»a« \ufffdb\ufffd c");
  }

  private static List<String> values(LineCompleter completer, String word, List<String> before) {
    return completer.candidates(before, word).stream().map(Candidate::value).toList();
  }

  private LastAnswer last() {
    return new LastAnswer(this::kept, dialogue, screen);
  }

  private Conversations kept() {
    Conversation conversation = new Conversation("first", "Who wanted what?", Instant.EPOCH, Instant.EPOCH);
    return new Conversations(null, Clock.systemUTC()) {
      @Override
      public List<Conversation> list() {
        return List.of(conversation);
      }

      @Override
      public List<Turn> turns(String conversationId) {
        assertThat(conversationId).isIn("first", "claimed");
        return List.of(conversationId.equals("first") ? turn : claimed);
      }

      @Override
      public Conversation conversation(String id) {
        return conversation;
      }
    };
  }

  private CommandRegistry registry() {
    CommandRegistry known = new CommandRegistry();
    LastAnswer last = last();
    CitationWalk walk = new CitationWalk(last, dialogue);
    Pager pager = new Pager(new Window(screen));
    List.of(
        new ShowCommand(() -> Samples.COLLECTION, () -> Sources.of(Samples.REFERENCE), json, pager, screen),
        new VerifyCommand(() -> QUOTED::find, null, () -> Sources.of(Samples.REFERENCE), dialogue, json,
            screen),
        new CiteCommand(last, () -> Sources.of(Samples.REFERENCE)),
        new SourcesCommand(last, () -> Sources.of(Samples.REFERENCE), json, screen),
        OpenCommand.named(walk, () -> Sources.of(Samples.REFERENCE), pager, screen),
        OpenCommand.next(walk, () -> Sources.of(Samples.REFERENCE), pager, screen),
        OpenCommand.previous(walk, () -> Sources.of(Samples.REFERENCE), pager, screen),
        new ClaimsCommand(last, json, pager, screen),
        new CopyCommand(last, () -> Sources.of(Samples.REFERENCE), screen),
        new PeopleCommand(() -> Samples.COLLECTION, json, screen),
        new TimelineCommand(() -> Samples.COLLECTION, json, screen),
        new HistoryCommand(this::kept, dialogue, json, screen),
        new NewCommand(dialogue), new ResumeCommand(this::kept, dialogue, screen),
        new ExportCommand(last, this::kept, () -> Sources.of(Samples.REFERENCE)))
        .forEach(known::registerCommand);
    return known;
  }
}
