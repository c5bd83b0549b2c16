package org.readingroom.shell;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.readingroom.catalogue.DocumentFinder;
import org.readingroom.collection.Collection;
import org.readingroom.collection.Document;
import org.springframework.shell.core.command.AbstractCommand;
import org.springframework.shell.core.command.CommandContext;
import org.springframework.shell.core.command.ExitStatus;
import tools.jackson.databind.json.JsonMapper;

/** Draws how many documents there are of each month. */
final class TimelineCommand extends AbstractCommand {

  static final String NAME = "timeline";

  private static final int LABEL = 14;
  private static final int MOST_BAR = 60;

  private final Supplier<Collection> collection;
  private final JsonMapper json;
  private final Screen screen;

  /** A month as JSON. */
  record MonthReply(String month, int documents) {}

  TimelineCommand(Supplier<Collection> collection, JsonMapper json, Screen screen) {
    super(NAME, "draws the documents of each month", "",
        "timeline [--from 1950-06] [--to 1951-07] [--person Mao] [--kind cable] [--author Smith] [--language en] [--json]",
        false);
    setOptions(List.of(Options.DOCUMENTS, Options.FROM, Options.TO, Options.PERSON, Options.KIND,
        Options.AUTHOR, Options.LANGUAGE,
        Options.COLLECTION, Options.JSON));
    this.collection = collection;
    this.json = json;
    this.screen = screen;
  }

  @Override
  public ExitStatus doExecute(CommandContext context) {
    Options.only(context);
    List<Document> documents = new DocumentFinder(collection.get())
        .find(Options.filters(context, collection), "");
    TreeMap<YearMonth, Integer> months = new TreeMap<>();
    for (Document document : documents) {
      LocalDate day = document.date().sortDay();
      if (!day.equals(LocalDate.MAX)) {
        months.merge(YearMonth.from(day), 1, Integer::sum);
      }
    }
    int undated = documents.size() - months.values().stream().mapToInt(Integer::intValue).sum();
    PrintWriter out = context.outputWriter();
    if (Options.has(context, Options.JSON)) {
      out.println(json.writeValueAsString(months.entrySet().stream()
          .map(month -> new MonthReply(month.getKey().toString(), month.getValue())).toList()));
    } else if (documents.isEmpty()) {
      out.println("No document fits.");
    } else {
      bars(months, screen.width()).forEach(out::println);
      if (undated > 0) {
        out.println("undated  " + undated);
      }
    }
    return documents.isEmpty() ? Exit.NO_ANSWER : ExitStatus.OK;
  }

  /** Returns a bar for each month, and a line for each stretch of months without documents. */
  static List<String> bars(TreeMap<YearMonth, Integer> months, int width) {
    int most = months.values().stream().mapToInt(Integer::intValue).max().orElse(1);
    int full = Math.min(MOST_BAR, Math.max(1, width - LABEL));
    List<String> lines = new ArrayList<>();
    YearMonth before = null;
    for (Map.Entry<YearMonth, Integer> month : months.entrySet()) {
      if (before != null && before.plusMonths(1).isBefore(month.getKey())) {
        lines.add("     …");
      }
      before = month.getKey();
      int bar = Math.max(1, Math.round((float) month.getValue() * Math.min(full, most * 2) / most));
      lines.add(String.format("%s  %3d  %s", month.getKey(), month.getValue(), "█".repeat(bar)));
    }
    return lines;
  }
}
