package org.readingroom.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.readingroom.home.DataDirectory;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Sends the log to a file in the data directory, where one can be written; otherwise there is none. */
final class LogFile implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

  private static final String FILE_NAME = "logging.file.name";

  @Override
  public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
    ConfigurableEnvironment environment = event.getEnvironment();
    String home = environment.getProperty("reading-room.home");
    if (home == null || environment.containsProperty(FILE_NAME)) {
      return;
    }
    Path file = Path.of(home, "logs", "reading-room.log");
    if (isWritable(file)) {
      environment.getPropertySources().addLast(new MapPropertySource("log file",
          Map.of(FILE_NAME, file.toString())));
    }
  }

  private static boolean isWritable(Path file) {
    try {
      DataDirectory.createFile(file);
      return Files.isWritable(file);
    } catch (IOException e) {
      return false;
    }
  }

  /** Comes after the settings are read and before the logging is set up. */
  @Override
  public int getOrder() {
    return LoggingApplicationListener.DEFAULT_ORDER - 1;
  }
}
