package org.readingroom.shell;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.readingroom.collection.Collection;
import org.readingroom.collection.Document;
import org.readingroom.passage.Passage;
import org.readingroom.reply.PassageReply;
import org.readingroom.search.EvidenceSearch;
import org.readingroom.search.RetrievedPassage;
import org.readingroom.search.SearchSession;
import org.springframework.shell.core.command.AbstractCommand;
import org.springframework.shell.core.command.CommandContext;
import org.springframework.shell.core.command.CommandOption;
import org.springframework.shell.core.command.ExitStatus;
import tools.jackson.databind.json.JsonMapper;

/** Finds passages and writes them, without answering anything. */
final class SearchCommand extends AbstractCommand {

  static final String NAME = "search";

  private static final int USUAL = 10;
  private static final int MOST = 100;
  /** How many characters of a passage are shown on a terminal. */
  private static final int SNIPPET = 320;
  private static final CommandOption COUNT = Options.value('k', "count",
      "how many passages, 1 to " + MOST + "; " + USUAL + " unless told");

  private final Supplier<EvidenceSearch> search;
  private final Supplier<Collection> collection;
  private final IndexOpening index;
  private final JsonMapper json;
  private final Screen screen;

  SearchCommand(Supplier<EvidenceSearch> search, Supplier<Collection> collection, IndexOpening index,
      JsonMapper json, Screen screen) {
    super(NAME, "finds passages, the best first", "",
        "search <words> [-k 10] [--documents 7,8] [--from 1950-06] [--to 1951-07] [--person Mao]"
            + " [--kind cable] [--author Smith] [--language en] [--json]",
        false);
    setOptions(List.of(COUNT, Options.DOCUMENTS, Options.FROM, Options.TO, Options.PERSON, Options.KIND,
        Options.AUTHOR, Options.LANGUAGE,
        Options.COLLECTION, Options.JSON));
    this.search = search;
    this.collection = collection;
    this.index = index;
    this.json = json;
    this.screen = screen;
  }

  @Override
  public ExitStatus doExecute(CommandContext context) {
    String words = Words.text(context.parsedInput());
    if (words.isBlank()) {
      throw new UsageException("“search” wants the words to look for.");
    }
    int count = Options.number(context, COUNT, USUAL, 1, MOST);
    var filters = Options.filters(context, collection);
    index.ready();
    PrintWriter out = context.outputWriter();
    try (SearchSession session = search.get().open()) {
      session.leftOut().forEach(screen::remark);
      List<RetrievedPassage> found = session.search(words, filters, count);
      if (Options.has(context, Options.JSON)) {
        out.println(json.writeValueAsString(found.stream().map(PassageReply::of).toList()));
      } else if (found.isEmpty()) {
        out.println("Nothing was found.");
      } else {
        found.forEach(hit -> print(words, hit, session, out));
      }
      return found.isEmpty() ? Exit.NO_ANSWER : ExitStatus.OK;
    }
  }

  private void print(String words, RetrievedPassage hit, SearchSession session, PrintWriter out) {
    Passage passage = hit.passage();
    Document document = passage.document();
    Lines.wrap(String.format(Locale.ROOT, "%s (chars %d-%d, score %.2f)", AnswerPage.named(document),
        passage.span().start(), passage.span().end(),
        hit.score()), screen.width(), "").stream().map(screen.ink()::bold).forEach(out::println);
    if (screen.terminal()) {
      String snippet = Snippet.of(passage, session.matches(words, passage), SNIPPET);
      Highlight.paint(Lines.wrap(snippet, screen.width(), "  "), screen.ink()).forEach(out::println);
    } else {
      Lines.wrap(passage.text(), screen.width(), "  ").forEach(out::println);
    }
    out.println();
  }
}
