package org.readingroom.reply;

/** Says at every door alike what cannot be used for a while. Why, and where that is, stands in the log. */
public final class Unavailable {

  public static final String LIBRARY = "The library cannot be read or changed at present; try again in a moment.";
  public static final String CONVERSATIONS = "The conversations cannot be read or written at present.";
  public static final String INDEX = "The index cannot be searched at present; try again in a moment.";

  private Unavailable() {}
}
