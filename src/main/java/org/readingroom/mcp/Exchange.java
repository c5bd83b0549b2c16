package org.readingroom.mcp;

/** What a request needs of the connection that it came by. */
public interface Exchange {

  /** Returns what tells the requests of one client from those of others, so that they can be cancelled. */
  String session();

  /** Returns the address of the page, where no setting tells another. */
  String address();

  /** Sends a message before the reply. */
  void send(String notification);

  /** Returns whether nobody waits for the reply any more. */
  boolean isOver();
}
