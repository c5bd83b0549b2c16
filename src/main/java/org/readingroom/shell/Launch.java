package org.readingroom.shell;

import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.ToIntFunction;
import org.readingroom.mcp.StdioServer;
import org.readingroom.search.SearchAhead;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts the program in the mode that its arguments ask for. */
public final class Launch {

  /**
   * The console's log: one line an event, for stack traces are for the log file, and a question mark for what would
   * control the terminal.
   */
  static final String CONSOLE = "%d{HH:mm:ss} %-5level %logger{0}: "
      + "%replace(%msg){'[\\pC\\u2028\\u2029&&[^\\n]]','?'}%n%nopex";

  private Launch() {}

  /**
   * Runs the program. Whatever fails ends in one sentence on standard error.
   *
   * @param server the application with its web server
   * @return the exit status, or nothing while the server runs
   */
  public static OptionalInt run(Class<?> server, String... arguments) {
    Screen screen = Screen.ofProcess();
    try {
      return switch (Mode.of(arguments)) {
        case Mode.Server mode -> {
          serve(server, mode, screen);
          yield OptionalInt.empty();
        }
        case Mode.Assistant assistant -> {
          InputStream in = System.in;
          // Nothing is read ahead: the greeting comes first, and what it is followed by opens the index.
          yield OptionalInt.of(shell(screen, Optional.empty(), context -> {
            context.getBean(StdioServer.class).run(in, screen.out());
            return Exit.ANSWERED;
          }));
        }
        case Mode.Chat chat -> OptionalInt.of(shell(screen, Optional.of(new SearchAhead(false)), context -> {
          context.getBean(Dialogue.class).begin();
          try (LineSource lines = System.console() != null && System.console().isTerminal()
              ? context.getBean(TypedLines.class)
              : new PipedLines(System.in)) {
            return context.getBean(Chat.class).run(lines);
          }
        }));
        case Mode.OneCommand command ->
          OptionalInt.of(
              shell(screen, command.ahead(),
                  context -> context.getBean(Commands.class).execute(command.words())));
      };
    } catch (RuntimeException | Error e) {
      if (!Failure.isPlain(e)) {
        LoggerFactory.getLogger(Launch.class).error("The program failed", e);
      }
      screen.remark(Failure.sentence(e));
      return OptionalInt.of(Exit.of(e));
    }
  }

  private static void serve(Class<?> server, Mode.Server mode, Screen screen) {
    SpringApplication application = new SpringApplication(server);
    application.setWebApplicationType(WebApplicationType.SERVLET);
    application.addListeners(new PrivateHome(screen), new LogFile());
    application.setLogStartupInfo(false);
    application.setDefaultProperties(Map.of("logging.pattern.console", CONSOLE));
    ConfigurableApplicationContext context = application.run(mode.settings());
    screen.remark("Reading Room listens at http://"
        + context.getEnvironment().getProperty("server.address", "localhost") + ":"
        + context.getEnvironment().getProperty("local.server.port") + "/ until Ctrl-C.");
  }

  private static int shell(Screen screen, Optional<SearchAhead> ahead,
      ToIntFunction<ConfigurableApplicationContext> work) {
    LogStream.replaceStandardStreams();
    SpringApplication application = new SpringApplication(ShellApplication.class);
    application.setWebApplicationType(WebApplicationType.NONE);
    application.setAdditionalProfiles(ShellApplication.PROFILE);
    // Questions are no settings, even where they look like --spring.x=y.
    application.setAddCommandLineProperties(false);
    application.setLazyInitialization(true);
    application.setLogStartupInfo(false);
    // Ctrl-C ends a build at once; taking the context down under it would only make it fail first.
    application.setRegisterShutdownHook(false);
    application.addListeners(new PrivateHome(screen), new LogFile());
    ahead.ifPresent(application::addInitializers);
    application.setDefaultProperties(Map.of("logging.console.enabled", "false",
        "logging.register-shutdown-hook", "false"));
    try (ConfigurableApplicationContext context = application.run()) {
      return work.applyAsInt(context);
    }
  }
}
