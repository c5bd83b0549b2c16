package org.readingroom.shell;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.shell.core.command.CommandArgument;
import org.springframework.shell.core.command.CommandOption;
import org.springframework.shell.core.command.ParsedInput;

/**
 * Tells a command's options from its words.
 *
 * <p>
 * Spring Shell's own parser joins the arguments and splits them again at white space and quotes, takes
 * whatever starts with a dash for an option, and swallows the word after it. A question may hold all of
 * these, so only the options that the command declares are options here; the rest is text.
 */
final class Words {

  /** A word that was meant as an option, for no question has it. */
  private static final Pattern OPTION_LIKE = Pattern.compile("--[a-z][a-z-]*(=.*)?|-[a-z]");

  /** White space ends a word, but for that between two double quotes. */
  private static final Pattern WORD = Pattern.compile("(?:[^\\s\"]|\"[^\"]*\"|\")+");

  private Words() {}

  /** Splits a typed line; quotes stay, and one that is never closed is a character like any other. */
  static List<String> split(String line) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(line);
    while (matcher.find()) {
      words.add(matcher.group());
    }
    return words;
  }

  static boolean asksForHelp(List<String> words) {
    return words.size() == 1 && (words.getFirst().equals("--help") || words.getFirst().equals("-h"));
  }

  /**
   * Reads the words after a command's name.
   *
   * @throws UsageException if an option lacks its value or is not one the command has
   */
  static ParsedInput parse(String command, List<CommandOption> declared, List<String> words) {
    ParsedInput.Builder parsed = ParsedInput.builder().commandName(command);
    int count = 0;
    boolean onlyText = false;
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (!onlyText && word.equals("--")) {
        onlyText = true;
        continue;
      }
      CommandOption option = onlyText ? null : named(declared, word);
      if (option == null) {
        if (!onlyText && OPTION_LIKE.matcher(word).matches()) {
          throw unknown(command, declared, word);
        }
        parsed.addArgument(new CommandArgument(count++, word));
        continue;
      }
      int equals = word.indexOf('=');
      if (option.type() == boolean.class) {
        parsed.addOption(given(option, "true"));
      } else if (equals >= 0) {
        parsed.addOption(given(option, word.substring(equals + 1)));
      } else if (i + 1 < words.size() && named(declared, words.get(i + 1)) == null) {
        parsed.addOption(given(option, words.get(++i)));
      } else {
        throw new UsageException(word + " wants a value: " + option.description() + ".");
      }
    }
    return parsed.build();
  }

  /** Returns the words of a command as one text. */
  static String text(ParsedInput parsed) {
    return String.join(" ", parsed.arguments().stream().map(CommandArgument::value).toList());
  }

  /** Returns a text without the double quotes that a typed line has around it. */
  static String unquoted(String text) {
    boolean quoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
    return quoted ? text.substring(1, text.length() - 1) : text;
  }

  /**
   * Returns the path of a file or folder as it is typed: in the chat no shell puts the user's home in the place of
   * {@code ~/}.
   */
  static Path path(String typed) {
    return typed.startsWith("~/")
        ? Path.of(System.getProperty("user.home", ""), typed.substring(2))
        : Path.of(typed);
  }

  private static @Nullable CommandOption named(List<CommandOption> declared, String word) {
    int equals = word.indexOf('=');
    for (CommandOption option : declared) {
      boolean flag = option.type() == boolean.class;
      if (option.isOptionEqual(equals < 0 || flag ? word : word.substring(0, equals))) {
        return option;
      }
    }
    return null;
  }

  private static CommandOption given(CommandOption option, String value) {
    return CommandOption.with().shortName(option.shortName()).longName(String.valueOf(option.longName()))
        .type(option.type()).value(unquoted(value)).build();
  }

  private static UsageException unknown(String command, List<CommandOption> declared, String word) {
    String name = word.replaceFirst("=.*", "");
    List<String> names = declared.stream().map(option -> "--" + option.longName()).toList();
    String hint = Nearest.to(name, names).map(near -> "; did you mean " + near + "?")
        .orElse("; see reading-room help " + command + ".");
    return new UsageException("“" + command + "” has no option " + name + hint
        + " Words that start with a dash go after --.");
  }
}
