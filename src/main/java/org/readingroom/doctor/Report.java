package org.readingroom.doctor;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * Is all that was found out.
 *
 * @param freeBytes how much the data directory's disk still holds; negative where that cannot be told
 */
public record Report(Program program, List<Place> places, long freeBytes, List<Setting> settings,
    List<Finding> findings) {

  public Report {
    places = List.copyOf(places);
    settings = List.copyOf(settings);
    findings = List.copyOf(findings);
  }

  /** Tells whether nothing would fail. */
  @JsonProperty
  public boolean healthy() {
    return findings.stream().noneMatch(finding -> finding.level() == Finding.Level.ERROR);
  }
}
