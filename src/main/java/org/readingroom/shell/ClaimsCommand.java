package org.readingroom.shell;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readingroom.answer.SupportedClaim;
import org.readingroom.conversation.Turn;
import org.readingroom.reply.ClaimReply;
import org.springframework.shell.core.command.AbstractCommand;
import org.springframework.shell.core.command.CommandContext;
import org.springframework.shell.core.command.ExitStatus;
import tools.jackson.databind.json.JsonMapper;

/** Shows what a language model claimed in the last answer, with the sentences that support it. */
final class ClaimsCommand extends AbstractCommand {

  static final String NAME = "claims";
  /** Stands for the claim after the one that was shown last, and after the last one for the first. */
  static final String NEXT = "next";

  private final LastAnswer last;
  private final JsonMapper json;
  private final Pager pager;
  private final Screen screen;
  private @Nullable String answer;
  private int shown;

  ClaimsCommand(LastAnswer last, JsonMapper json, Pager pager, Screen screen) {
    super(NAME, "shows what supports each sentence of a language model", "", "claims [<n>|next] [--json]",
        false);
    setOptions(List.of(Options.JSON));
    this.last = last;
    this.json = json;
    this.pager = pager;
    this.screen = screen;
  }

  @Override
  public ExitStatus doExecute(CommandContext context) {
    Turn turn = last.turn();
    List<SupportedClaim> claims = claims(turn);
    String word = Words.text(context.parsedInput());
    ClaimsPage page = new ClaimsPage(turn.answer(), screen.width(), screen.ink());
    if (Options.has(context, Options.JSON)) {
      context.outputWriter().println(json.writeValueAsString(claims.stream().map(ClaimReply::of).toList()));
    } else if (!word.isBlank()) {
      shown = word.equals(NEXT) ? following(turn, claims.size()) : number(word, claims.size());
      answer = turn.id();
      page.lines(shown).forEach(context.outputWriter()::println);
    } else if (!pager.shows(NAME, page.lines(), 0)) {
      page.lines().forEach(context.outputWriter()::println);
    }
    return ExitStatus.OK;
  }

  private static List<SupportedClaim> claims(Turn turn) {
    if (!turn.answer().claims().isEmpty()) {
      return turn.answer().claims();
    }
    throw new UsageException(turn.answer().isAnswer()
        ? "The last answer has no claims of a language model."
        : "The last question has no answer, hence no claims.");
  }

  private int following(Turn turn, int claims) {
    return turn.id().equals(answer) ? shown % claims + 1 : 1;
  }

  private static int number(String word, int claims) {
    int number = Options.number("“" + NAME + "”", word, 1, Integer.MAX_VALUE);
    if (number > claims) {
      throw new UsageException("The last answer has no claim " + number + "; it has " + claims + ".");
    }
    return number;
  }
}
