package org.readingroom.search;

/** Counts what is embedded. */
final class Embedded implements BuildProgress {

  int passages;
  int waits;

  @Override
  public void embedded(int done, int total) {
    passages = done;
  }

  @Override
  public void waitsForOther() {
    waits++;
  }
}
