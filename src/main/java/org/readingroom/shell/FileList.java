package org.readingroom.shell;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.readingroom.library.FileRecord;
import org.readingroom.library.UpdateReport;

/** Says what became of files. */
final class FileList {

  private FileList() {}

  /** Returns a row for each file: its status, its path and the sentence that goes with it. */
  static List<String> rows(List<FileRecord> files) {
    int width = files.stream().mapToInt(file -> file.status().length()).max().orElse(0);
    return files.stream().map(file -> String.format("%-" + width + "s  %s%s", file.status(), file.path(),
        file.message().isEmpty() ? "" : ": " + file.message())).toList();
  }

  /** Returns one sentence on an update. */
  static String summary(String collection, UpdateReport report) {
    Map<String, Long> counts = report.files().stream()
        .collect(Collectors.groupingBy(FileRecord::status, TreeMap::new, Collectors.counting()));
    String of = counts.entrySet().stream().map(count -> count.getValue() + " " + words(count.getKey()))
        .collect(Collectors.joining(", "));
    int files = report.files().size();
    return collection + ": " + files + (files == 1 ? " file" : " files") + (of.isEmpty() ? "" : ": " + of)
        + (report.removed().isEmpty() ? "" : "; " + report.removed().size() + " removed") + ".";
  }

  private static String words(String status) {
    return status.replace('_', ' ');
  }
}
