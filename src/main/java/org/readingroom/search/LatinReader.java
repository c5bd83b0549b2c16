package org.readingroom.search;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.readingroom.reading.PassageReader;
import org.readingroom.reading.ReadablePassage;
import org.readingroom.reading.Reading;
import org.readingroom.text.Script;

/** Has a trained reader, which knows Latin letters only, read what is written in them, and the rest by its words. */
final class LatinReader implements PassageReader {

  private final PassageReader trained;
  private final PassageReader words;

  LatinReader(PassageReader trained, PassageReader words) {
    this.trained = trained;
    this.words = words;
  }

  @Override
  public List<Reading> read(String question, List<ReadablePassage> passages) {
    return of(question).read(question, passages);
  }

  @Override
  public List<Reading> support(String claim, List<ReadablePassage> passages) {
    return of(claim).support(claim, passages);
  }

  @Override
  public Optional<float[]> vector(String question, String encoder) {
    return of(question).vector(question, encoder);
  }

  @Override
  public PassageReader weighing(ToDoubleFunction<String> rarity) {
    return new LatinReader(trained.weighing(rarity), words.weighing(rarity));
  }

  private PassageReader of(String text) {
    return Script.isLatin(text) ? trained : words;
  }

  @Override
  public String name() {
    return trained.name();
  }
}
