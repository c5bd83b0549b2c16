package org.readingroom.shell;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class LogStreamTests {

  private final Logger logger = (Logger) LoggerFactory.getLogger(LogStream.class);
  private final ListAppender<ILoggingEvent> logged = new ListAppender<>();

  @BeforeEach
  void listen() {
    logged.start();
    logger.addAppender(logged);
  }

  @AfterEach
  void leave() {
    logger.detachAppender(logged);
  }

  @Test
  void whatIsPrintedIsLoggedLineByLine() {
    PrintStream stream = new PrintStream(new LogStream(), false, StandardCharsets.UTF_8);
    stream.println("“Pák”");
    stream.println();
    stream.print("half");
    assertThat(logged.list).extracting(ILoggingEvent::getFormattedMessage).containsExactly("Printed: “Pák”");
    stream.print(" and half\r\n");
    assertThat(logged.list).extracting(ILoggingEvent::getFormattedMessage).containsExactly("Printed: “Pák”",
        "Printed: half and half");
  }

  @Test
  void aLineWithoutEndIsLoggedInPieces() {
    PrintStream stream = new PrintStream(new LogStream(), false, StandardCharsets.UTF_8);
    stream.print("x".repeat(20_000));
    assertThat(logged.list).hasSize(2);
  }
}
