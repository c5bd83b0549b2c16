package org.readingroom.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.readingroom.doctor.Finding;
import org.readingroom.doctor.Place;
import org.readingroom.doctor.Program;
import org.readingroom.doctor.Report;
import org.readingroom.doctor.Setting;

/** Lays out what a check-up found. */
final class ReportPage {

  private static final String HANGING = " ".repeat(20);

  private final int width;
  private final Ink ink;

  ReportPage(int width, Ink ink) {
    this.width = width;
    this.ink = ink;
  }

  /** Returns the lines of a report; of the settings only those that are not the default. */
  List<String> lines(Report report) {
    List<String> lines = new ArrayList<>();
    Program program = report.program();
    lines.add(ink.bold("Installed"));
    row("Reading Room", program.version() + ", on " + program.system(), lines);
    row("Java", program.java() + ", at most " + megabytes(program.memory()) + " for objects"
        + (program.learnt() ? ", starts with what it learnt" : ""), lines);
    lines.add("");
    lines.add(ink.bold("Places"));
    report.places().forEach(place -> row(place.name(), said(place), lines));
    row("free", report.freeBytes() < 0 ? "unknown" : megabytes(report.freeBytes()), lines);
    lines.add("");
    lines.add(ink.bold("Settings that are not the default"));
    List<Setting> set = report.settings().stream().filter(each -> !each.origin().equals(Setting.DEFAULT))
        .toList();
    set.forEach(each -> lines.addAll(Lines.wrap(
        each.name() + " = " + each.value() + " (" + each.origin() + (each.origin().equals(Setting.LAUNCHER)
            ? ""
            : ": " + each.from()) + ")",
        width, "  ", "    ")));
    lines.addAll(set.isEmpty() ? List.of("  none") : List.of());
    lines.add("");
    lines.add(ink.bold("Findings"));
    report.findings().forEach(finding -> finding(finding, lines));
    lines.add("");
    long failing = report.findings().stream().filter(each -> each.level() == Finding.Level.ERROR).count();
    lines.add(ink.bold(failing == 0
        ? "Nothing would fail."
        : failing == 1 ? "One thing would fail." : failing + " things would fail."));
    return lines;
  }

  private void finding(Finding finding, List<String> lines) {
    String mark = switch (finding.level()) {
      case OK -> "ok   ";
      case WARNING -> "note ";
      case ERROR -> "FAILS";
    };
    String text = finding.says() + (finding.remedy() == null ? "" : " " + finding.remedy());
    lines.addAll(Lines.wrap(text, width, "  " + mark + "  ", "         "));
  }

  private static String said(Place place) {
    return place.path() + (place.exists()
        ? (place.bytes() == null ? "" : ", " + megabytes(place.bytes()))
            + (place.rights() == null ? "" : ", " + place.rights())
            + (place.owner() == null ? "" : " " + place.owner()) + (place.writable() ? "" : ", read-only")
        : ", not there yet");
  }

  private static String megabytes(long bytes) {
    return String.format(Locale.ROOT, bytes < 10 << 20 ? "%.1f MB" : "%,.0f MB", bytes / (double) (1 << 20));
  }

  private void row(String name, String value, List<String> lines) {
    lines.addAll(Lines.wrap(value, width, "  " + String.format("%-18s", name), HANGING));
  }
}
