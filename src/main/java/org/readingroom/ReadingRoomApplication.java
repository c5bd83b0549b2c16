package org.readingroom;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Reading Room as a terminal chat, as one command, or as an HTTP server. */
@SpringBootApplication
public class ReadingRoomApplication {

  public static void main(String[] args) {
    SpringApplication.run(ReadingRoomApplication.class, args);
  }
}
