package org.readingroom.doctor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Looks at everything, one thing after the other; what fails is a finding, too. */
public final class Checkup {

  private final Path home;
  private final List<Place> places;
  private final List<Setting> settings;
  private final List<Check> checks;

  Checkup(Path home, List<Place> places, List<Setting> settings, List<Check> checks) {
    this.home = home;
    this.places = places;
    this.settings = settings;
    this.checks = checks;
  }

  /**
   * Returns what was found.
   *
   * @param sentence says in one sentence what went wrong
   */
  public Report run(Function<Throwable, String> sentence) {
    List<Finding> findings = new ArrayList<>();
    for (Check check : checks) {
      try {
        findings.addAll(check.findings());
      } catch (Exception | LinkageError e) {
        findings.add(Finding.error(check.subject(), whole(sentence.apply(e)), check.remedy()));
      }
    }
    return new Report(Program.running(), places, free(), settings, findings);
  }

  /** Returns what was said with a capital and a full stop. */
  private static String whole(String said) {
    String words = said.strip();
    String begun = words.isEmpty()
        ? "It fails"
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    return begun.endsWith(".") ? begun : begun + ".";
  }

  private long free() {
    try {
      return DataCheck.free(home);
    } catch (IOException e) {
      return -1;
    }
  }
}
