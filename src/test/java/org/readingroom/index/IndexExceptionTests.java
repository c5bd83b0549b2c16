package org.readingroom.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import org.junit.jupiter.api.Test;

class IndexExceptionTests {

  private static final String FOLDER = "home/index";

  @Test
  void saysThatTheDiskIsFull() {
    String sentence = "There is no space left for the index in home/index.";
    assertThat(sentence(new IOException("No space left on device"))).isEqualTo(sentence);
    assertThat(sentence(new FileSystemException("x", null, "Disk quota exceeded"))).isEqualTo(sentence);
    assertThat(sentence(new UncheckedIOException(new IOException("No space left on device"))))
        .isEqualTo(sentence);
  }

  @Test
  void saysThatTheFolderCannotBeWritten() {
    assertThat(sentence(new AccessDeniedException("home/index/_0.si"))).isEqualTo(
        "The index cannot be written to home/index; set READING_ROOM_HOME to a folder that can be.");
    assertThat(sentence(new FileSystemException("home/index", null, "Read-only file system"))).isEqualTo(
        "The index cannot be written to home/index (Read-only file system); set READING_ROOM_HOME to a folder"
            + " that can be.");
  }

  @Test
  void saysWhatHelpsAgainstTooLittleMemory() {
    assertThat(sentence(new OutOfMemoryError("Java heap space"))).isEqualTo(
        "There is too little memory to build the index; READING_ROOM_OPTS=-Xmx1g gives more.");
  }

  @Test
  void endsEverySentenceOnce() {
    assertThat(sentence(new IOException("it broke"))).isEqualTo(
        "The index in home/index cannot be built: it broke.");
    assertThat(sentence(new IllegalStateException("It broke."))).endsWith(": It broke.");
    assertThat(sentence(new IOException())).endsWith(": java.io.IOException.");
  }

  @Test
  void leavesASentenceAsItIs() {
    IndexException said = new IndexException("The index is closed.");
    assertThat(IndexException.of(FOLDER, said)).isSameAs(said);
  }

  private static String sentence(Throwable thrown) {
    return IndexException.of(FOLDER, thrown).getMessage();
  }
}
