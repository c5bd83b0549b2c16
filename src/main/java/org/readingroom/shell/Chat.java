package org.readingroom.shell;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.readingroom.answer.AnswerCancelledException;
import org.readingroom.collection.Collection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers line after line, in one conversation, until there are no more. */
final class Chat {

  private static final Logger log = LoggerFactory.getLogger(Chat.class);
  private static final Set<String> FAREWELLS = Set.of("exit", "quit");

  private final Commands commands;
  private final IndexOpening index;
  private final Supplier<Collection> collection;
  private final Screen screen;

  Chat(Commands commands, IndexOpening index, Supplier<Collection> collection, Screen screen) {
    this.commands = commands;
    this.index = index;
    this.collection = collection;
    this.screen = screen;
  }

  /** Answers the lines and returns the exit status: that of the last one, unless somebody typed them. */
  int run(LineSource lines) {
    if (index.isFirst()) {
      index.ready(); // what takes minutes is better watched before the first question than after it
    }
    if (screen.terminal()) {
      screen.out()
          .println(screen.ink().bold(collection.get().title()) + ", " + collection.get().documents().size()
              + " documents.");
      Lines.wrap("Type a question. “new” starts another conversation, “help” explains, “exit” ends.",
          screen.width(), "").forEach(screen.out()::println);
      screen.out().println();
    }
    Thread ahead = Thread.ofPlatform().daemon().name("index-ahead").start(index::openAhead);
    try {
      return answers(lines);
    } finally {
      finished(ahead); // a process must not end while native code is still loading
    }
  }

  private static void finished(Thread ahead) {
    try {
      ahead.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private int answers(LineSource lines) {
    int status = Exit.ANSWERED;
    for (String line = lines.next(); line != null; line = lines.next()) {
      String stripped = line.strip();
      String typed = withoutSlash(stripped);
      if (FAREWELLS.contains(typed)) {
        break;
      }
      lines.columns().ifPresent(screen.columns()::set);
      if (!typed.isEmpty()) {
        status = answer(typed, typed.length() < stripped.length());
        screen.out().println();
      }
    }
    return lines.isTyped() ? Exit.ANSWERED : status;
  }

  /** Takes a command with a slash before it for the command. */
  private static String withoutSlash(String typed) {
    return typed.matches("/[a-z]+(\\s.*)?") ? typed.substring(1) : typed;
  }

  private int answer(String line, boolean slashed) {
    try {
      List<String> words = Words.split(line);
      if (slashed && !commands.isCommand(words)) {
        return commands.execute(words); // what has a slash is no question
      }
      Optional<String> meant = commands.meant(words);
      if (meant.isPresent()) {
        throw new UsageException(
            "There is no command “" + words.getFirst() + "”; did you mean “" + meant.get()
                + "”? To ask it as a question, start with: ask");
      }
      return commands.isCommand(words) ? commands.execute(words) : commands.ask(line);
    } catch (AnswerCancelledException e) {
      screen.remark("Stopped.");
      return Exit.FAILED;
    } catch (RuntimeException e) {
      if (!Failure.isPlain(e)) {
        log.error("A line of the chat failed", e);
      }
      screen.remark(Failure.sentence(e));
      return Exit.of(e);
    }
  }
}
