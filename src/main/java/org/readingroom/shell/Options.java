package org.readingroom.shell;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.readingroom.collection.Collection;
import org.readingroom.collection.Document;
import org.readingroom.collection.Kind;
import org.readingroom.reply.InvalidFilterException;
import org.readingroom.reply.WantedDocuments;
import org.readingroom.search.Filters;
import org.springframework.shell.core.command.CommandContext;
import org.springframework.shell.core.command.CommandOption;

/** Declares the options that commands share, and reads their values. */
final class Options {

  static final CommandOption JSON = flag("json", "write JSON; what the HTTP API has too, in its words");
  static final CommandOption FROM = value("from", "not before this date: 1950, 1950-06 or 1950-06-25");
  static final CommandOption TO = value("to", "not after this date; a month means all of it");
  static final CommandOption PERSON = value("person", "only documents that this person wrote, got or is in");
  static final CommandOption KIND = value("kind", "only this kind, such as cable, letter or report");
  static final CommandOption AUTHOR = value("author", "only documents by this author or sender");
  static final CommandOption LANGUAGE = value("language",
      "only documents in this language, such as en or de");
  static final CommandOption COLLECTION = value("collection",
      "the collection to ask, as “collections” lists it; several with commas between, or all");
  static final CommandOption DOCUMENTS = value("documents", "only these documents, such as 7,8");

  private Options() {}

  static CommandOption flag(String name, String description) {
    return CommandOption.with().longName(name).description(description).type(boolean.class).build();
  }

  static CommandOption value(String name, String description) {
    return CommandOption.with().longName(name).description(description).type(String.class).build();
  }

  static CommandOption value(char shortName, String name, String description) {
    return CommandOption.with().shortName(shortName).longName(name).description(description)
        .type(String.class)
        .build();
  }

  /**
   * Checks that a command was given no words but options.
   *
   * @throws UsageException if there are others
   */
  static void only(CommandContext context) {
    if (!context.parsedInput().arguments().isEmpty()) {
      String command = context.parsedInput().commandName();
      throw new UsageException("“" + command + "” takes only options; “help " + command + "” lists them.");
    }
  }

  static boolean has(CommandContext context, CommandOption option) {
    return values(context, option).findAny().isPresent();
  }

  /** Returns the number given, or another where none is. */
  static int number(CommandContext context, CommandOption option, int otherwise, int least, int most) {
    return given(context, option).reduce((earlier, later) -> later).map(last -> number(last, least, most))
        .orElse(otherwise);
  }

  static int number(CommandOption given, int least, int most) {
    return number("--" + given.longName(), String.valueOf(given.value()), least, most);
  }

  static int number(String name, String word, int least, int most) {
    try {
      int number = Integer.parseInt(word.strip());
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // The sentence below says what is wanted.
    }
    throw new UsageException(name + " wants a number" + (most == Integer.MAX_VALUE
        ? " from " + least
        : " from " + least + " to " + most) + ", not “" + word + "”.");
  }

  /** Returns which documents of a collection are wanted; the collection is looked at only for numbers. */
  static Filters filters(CommandContext context, Supplier<Collection> collection) {
    Set<Integer> documents = new LinkedHashSet<>();
    list(context, DOCUMENTS)
        .forEach(word -> documents.add(document("--documents", word, collection.get()).number()));
    Kind kind = text(context, KIND).map(Options::kind).orElse(null);
    LocalDate from = text(context, FROM).map(Options::firstDay).orElse(null);
    LocalDate to = text(context, TO).map(Options::lastDay).orElse(null);
    if (from != null && to != null && to.isBefore(from)) {
      throw new UsageException("--to is before --from.");
    }
    return new Filters(documents, from, to, new LinkedHashSet<>(list(context, PERSON)), kind,
        new LinkedHashSet<>(list(context, AUTHOR)),
        text(context, LANGUAGE).map(Options::language).orElse(null));
  }

  private static String language(String code) {
    try {
      return WantedDocuments.languageOf(code.strip());
    } catch (InvalidFilterException e) {
      throw new UsageException(
          "“" + code + "” is no language; write a code of two or three letters, such as en or de.");
    }
  }

  /** Returns the document of a number. */
  static Document document(String name, String word, Collection collection) {
    int number = number(name, word, 1, Integer.MAX_VALUE);
    return collection.document(number).orElseThrow(
        () -> new UsageException("There is no document " + number + "; “documents” lists what there is."));
  }

  /** Returns the first day of what a date names: a year, a month or a day. */
  static LocalDate firstDay(String date) {
    return day(date, false);
  }

  /** Returns the last day of what a date names: a year, a month or a day. */
  static LocalDate lastDay(String date) {
    return day(date, true);
  }

  private static LocalDate day(String date, boolean last) {
    String word = date.strip();
    try {
      if (word.matches("\\d{4}")) {
        return last
            ? LocalDate.of(Integer.parseInt(word), 12, 31)
            : LocalDate.of(Integer.parseInt(word), 1, 1);
      }
      if (word.matches("\\d{4}-\\d{2}")) {
        YearMonth month = YearMonth.parse(word);
        return last ? month.atEndOfMonth() : month.atDay(1);
      }
      return LocalDate.parse(word);
    } catch (DateTimeParseException e) {
      throw new UsageException("“" + date + "” is not a date; write 1950, 1950-06 or 1950-06-25.");
    }
  }

  private static Kind kind(String word) {
    return Kind.of(word).orElseThrow(() -> new UsageException("There is no kind “" + word + "”; there are "
        + String.join(", ", Stream.of(Kind.values()).map(Kind::word).toList()).toLowerCase(Locale.ROOT)
        + "."));
  }

  /** Returns the last value given, if there is one. */
  static Optional<String> text(CommandContext context, CommandOption option) {
    return values(context, option).reduce((earlier, later) -> later);
  }

  private static List<String> list(CommandContext context, CommandOption option) {
    List<String> words = new ArrayList<>();
    values(context, option).flatMap(value -> Stream.of(value.split(","))).map(String::strip)
        .filter(word -> !word.isEmpty()).forEach(words::add);
    return words;
  }

  private static Stream<String> values(CommandContext context, CommandOption option) {
    return given(context, option).map(CommandOption::value).map(Options::orEmpty);
  }

  private static Stream<CommandOption> given(CommandContext context, CommandOption option) {
    return context.parsedInput().options().stream()
        .filter(given -> option.longName() != null && option.longName().equals(given.longName()));
  }

  private static String orEmpty(@Nullable String value) {
    return value == null ? "" : value;
  }
}
