package org.readingroom.evaluation;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Says what a report was made with.
 *
 * @param set the name of the question set
 * @param corpusSha256 the SHA-256 of the collection's source file
 * @param questionsSha256 the SHA-256 of the questions file
 * @param promptsSha256 the SHA-256 of all prompts; empty where none are used
 * @param model what wrote the answers
 * @param configuration the settings that matter to the figures
 * @param date when it was made
 * @param jdk the Java that ran it
 * @param cores the processors it could use
 */
public record Provenance(String set, String corpusSha256, String questionsSha256, String promptsSha256,
    String model, Map<String, String> configuration, Instant date, String jdk, int cores) {

  public Provenance {
    configuration = Collections.unmodifiableMap(new TreeMap<>(configuration));
  }
}
