package org.readingroom.search;

import java.util.ArrayList;
import java.util.List;
import org.readingroom.reading.PassageReader;
import org.readingroom.reading.ReadablePassage;
import org.readingroom.reading.Reading;

/** Finds that what holds some words answers and nothing else does, and remembers what it read. */
final class FakeReader implements PassageReader {

  static final double FITS = 3;
  static final double DOES_NOT = -5;

  final List<String> questions = new ArrayList<>();
  final List<ReadablePassage> passages = new ArrayList<>();
  private final String words;

  private FakeReader(String words) {
    this.words = words;
  }

  static FakeReader finding(String words) {
    return new FakeReader(words);
  }

  static FakeReader findingNothing() {
    return new FakeReader("\0");
  }

  @Override
  public List<Reading> read(String question, List<ReadablePassage> read) {
    questions.add(question);
    passages.addAll(read);
    return read.stream().map(passage -> {
      List<Double> sentences = passage.sentences().stream()
          .map(sentence -> sentence.contains(words) ? FITS : DOES_NOT).toList();
      return new Reading(sentences.contains(FITS) ? FITS : DOES_NOT, sentences);
    }).toList();
  }

  @Override
  public List<Reading> support(String claim, List<ReadablePassage> read) {
    return read(claim, read);
  }

  @Override
  public String name() {
    return "fake";
  }
}
