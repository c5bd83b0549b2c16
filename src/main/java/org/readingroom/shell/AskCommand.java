package org.readingroom.shell;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.readingroom.answer.AnswerListener;
import org.readingroom.answer.Explanation;
import org.readingroom.answer.ExplanationKeeper;
import org.readingroom.answer.Question;
import org.readingroom.collection.Collection;
import org.readingroom.collection.Document;
import org.readingroom.conversation.Conversations;
import org.readingroom.conversation.Turn;
import org.readingroom.reply.AnswerReply;
import org.readingroom.reply.Sources;
import org.readingroom.search.Filters;
import org.springframework.shell.core.command.AbstractCommand;
import org.springframework.shell.core.command.CommandContext;
import org.springframework.shell.core.command.CommandOption;
import org.springframework.shell.core.command.ExitStatus;
import tools.jackson.databind.json.JsonMapper;

/** Asks a question and writes the answer with its quotations. */
final class AskCommand extends AbstractCommand {

  static final String NAME = "ask";

  private static final CommandOption EXPLAIN = Options.flag("explain",
      "show how the question was understood and why the answer is what it is");
  private static final CommandOption MAX = Options.value("max",
      "how many quotations at most, 1 to " + Question.MAX_CITATIONS);

  private final Supplier<Conversations> conversations;
  private final Supplier<Collection> collection;
  private final Supplier<Sources> sources;
  private final IndexOpening index;
  private final Dialogue dialogue;
  private final JsonMapper json;
  private final Screen screen;
  private final Function<Document, String> label;
  private final BooleanSupplier writes;

  /**
   * Makes the command.
   *
   * @param label names a document's collection where several are asked
   * @param writes tells whether a language model writes the answers, whose words are then shown as they come
   */
  AskCommand(Supplier<Conversations> conversations, Supplier<Collection> collection,
      Supplier<Sources> sources, IndexOpening index,
      Dialogue dialogue, JsonMapper json, Screen screen,
      Function<Document, String> label, BooleanSupplier writes) {
    super(NAME, "answers a question with quotations from the documents", "",
        "ask <question> [--documents 7,8] [--from 1950-06] [--to 1951-07] [--person Mao] [--kind cable] [--author Smith] [--language en]"
            + " [--max 3] [--explain] [--json]; ask - reads the question from standard input, ask --file questions.txt many",
        false);
    setOptions(List.of(Options.DOCUMENTS, Options.FROM, Options.TO, Options.PERSON, Options.KIND,
        Options.AUTHOR, Options.LANGUAGE, MAX,
        EXPLAIN, QuestionList.FILE, Options.COLLECTION, Options.JSON));
    this.conversations = conversations;
    this.collection = collection;
    this.sources = sources;
    this.index = index;
    this.dialogue = dialogue;
    this.json = json;
    this.screen = screen;
    this.label = label;
    this.writes = writes;
  }

  @Override
  public ExitStatus doExecute(CommandContext context) {
    Filters filters = Options.filters(context, collection);
    int max = Options.number(context, MAX, Question.MAX_CITATIONS, 1, Question.MAX_CITATIONS);
    Optional<String> file = Options.text(context, QuestionList.FILE);
    if (file.isPresent()) {
      return list(context, filters, max).answer(file.get(), dialogue, context.outputWriter());
    }
    Question question = new Question(StandardInput.orWords(context, dialogue), dialogue.id(), filters, max);
    index.ready();
    boolean live = screen.terminal() && !Options.has(context, Options.JSON) && writes.getAsBoolean();
    LiveWords words = new LiveWords(context.outputWriter(), screen.width());
    ExplanationKeeper listener = new ExplanationKeeper(
        dialogue.stoppable(live ? words : AnswerListener.NONE));
    Turn turn;
    try {
      turn = dialogue.isLasting()
          ? conversations.get().ask(question, listener)
          : conversations.get().askOnce(question, List.of(), listener);
    } finally {
      words.end();
    }
    dialogue.continues(turn.conversationId());
    Explanation explanation = Options.has(context, EXPLAIN) ? listener.explanation() : null;
    AnswerPage page = new AnswerPage(screen.width(), screen.ink(), label);
    if (Options.has(context, Options.JSON)) {
      context.outputWriter()
          .println(
              json.writeValueAsString(AnswerReply.of(turn, sources.get(), explanation)));
    } else if (live) {
      page.after(turn.answer()).forEach(context.outputWriter()::println);
    } else {
      page.lines(turn.answer()).forEach(context.outputWriter()::println);
    }
    if (explanation != null && !Options.has(context, Options.JSON)) {
      context.outputWriter().println();
      new ExplanationPage(screen.width(), screen.ink()).lines(explanation)
          .forEach(context.outputWriter()::println);
    }
    if (turn.degraded() != null) {
      screen.remark(turn.degraded());
    }
    if (turn.unsaved() != null) {
      screen.remark(turn.unsaved());
    }
    return turn.answer().isAnswer() ? ExitStatus.OK : Exit.NO_ANSWER;
  }

  private QuestionList list(CommandContext context, Filters filters, int max) {
    if (!context.parsedInput().arguments().isEmpty()) {
      throw new UsageException("--file has the questions; there is none beside it.");
    }
    index.ready();
    Sources known = sources.get();
    boolean explain = Options.has(context, EXPLAIN);
    return new QuestionList(line -> {
      ExplanationKeeper listener = new ExplanationKeeper(dialogue.stoppable(AnswerListener.NONE));
      Turn turn = conversations.get().askOnce(new Question(line, null, filters, max), List.of(), listener);
      return new QuestionList.Reply(
          json.writeValueAsString(
              AnswerReply.of(turn, known, explain ? listener.explanation() : null)),
          turn.answer().isAnswer());
    }, screen);
  }
}
