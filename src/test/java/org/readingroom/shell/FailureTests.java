package org.readingroom.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.AccessDeniedException;
import org.junit.jupiter.api.Test;
import org.readingroom.answer.InvalidQuestionException;
import org.readingroom.collection.CollectionException;
import org.readingroom.index.IndexException;
import org.readingroom.passage.Chunking;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ApplicationContextException;

class FailureTests {

  @Test
  void unwrapsOurOwnSentenceFromSpringsWrapping() {
    Throwable thrown = new BeanCreationException("liveIndex", "failed",
        new BeanCreationException("collection", "failed",
            new CollectionException("There is no reader.txt in corpus.", new AccessDeniedException("x"))));
    assertThat(Failure.sentence(thrown)).isEqualTo("There is no reader.txt in corpus.");
    assertThat(Failure.isPlain(thrown)).isTrue();
    assertThat(Exit.of(thrown)).isEqualTo(1);
  }

  @Test
  void namesAPortInUse() {
    assertThat(Failure.sentence(new ApplicationContextException("web", new PortInUseException(8080))))
        .isEqualTo("Port 8080 is in use; choose another with --port.");
  }

  @Test
  void namesASettingThatIsNotPossible() {
    new ApplicationContextRunner().withUserConfiguration(Chunked.class)
        .withPropertyValues("reading-room.chunking.words=5", "reading-room.chunking.overlap=0")
        .run(context -> assertThat(Failure.sentence(context.getStartupFailure())).isEqualTo(
            "A setting is not possible: reading-room.chunking: words is 20 to 400 and overlap 0 to 3."));
    new ApplicationContextRunner().withUserConfiguration(Chunked.class)
        .withPropertyValues("reading-room.chunking.words=few", "reading-room.chunking.overlap=0")
        .run(context -> assertThat(Failure.sentence(context.getStartupFailure()))
            .isEqualTo("The setting reading-room.chunking.words cannot be “few”."));
  }

  @EnableConfigurationProperties(Chunking.class)
  static class Chunked {}

  @Test
  void namesAFileThatCannotBeUsed() {
    assertThat(Failure.sentence(new java.io.UncheckedIOException(new AccessDeniedException("/data/index"))))
        .isEqualTo("There is no permission to use /data/index.");
  }

  @Test
  void saysLittleOfTheUnforeseen() {
    Throwable thrown = new IllegalStateException("bean 'x'\n\tat y");
    assertThat(Failure.sentence(thrown))
        .isEqualTo("Something unforeseen happened (IllegalStateException); the log tells more.");
    assertThat(Failure.isPlain(thrown)).isFalse();
  }

  @Test
  void mapsExceptionsToExitStatus() {
    assertThat(Exit.of(new UsageException("no"))).isEqualTo(2);
    assertThat(Exit.of(new InvalidQuestionException("The question is empty."))).isEqualTo(2);
    assertThat(Exit.of(new IndexException("broken"))).isEqualTo(1);
  }
}
