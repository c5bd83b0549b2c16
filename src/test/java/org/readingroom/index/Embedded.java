package org.readingroom.index;

/** Counts what is embedded. */
public final class Embedded implements BuildProgress {

  public int passages;
  public int waits;

  @Override
  public void embedded(int done, int total) {
    passages = done;
  }

  @Override
  public void waitsForOther() {
    waits++;
  }
}
