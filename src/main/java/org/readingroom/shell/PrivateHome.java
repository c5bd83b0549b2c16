package org.readingroom.shell;

import java.nio.file.Path;
import org.readingroom.home.DataDirectory;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;

/** Closes the data directory to other users of the machine before anything is written there. */
final class PrivateHome implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

  static final int ORDER = LoggingApplicationListener.DEFAULT_ORDER - 2;

  private final Screen screen;

  /** Remarks on the screen where others can still read what is there. */
  PrivateHome(Screen screen) {
    this.screen = screen;
  }

  @Override
  public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
    String home = event.getEnvironment().getProperty("reading-room.home");
    if (home != null) {
      DataDirectory.protect(Path.of(home)).ifPresent(screen::remark);
    }
  }

  /** Comes after the settings are read and before the log file is made. */
  @Override
  public int getOrder() {
    return ORDER;
  }
}
