package org.readingroom;

import org.readingroom.shell.Launch;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.shell.core.autoconfigure.SpringShellAutoConfiguration;

/**
 * Starts Reading Room as a terminal chat, as one command, or as an HTTP server.
 *
 * <p>
 * Spring Shell's own runner blocks the main thread while the server is up, so it is left out here; the shell
 * package brings its commands together itself.
 */
@SpringBootApplication(exclude = SpringShellAutoConfiguration.class)
public class ReadingRoomApplication {

  public static void main(String[] args) {
    Launch.run(ReadingRoomApplication.class, args).ifPresent(System::exit);
  }
}
