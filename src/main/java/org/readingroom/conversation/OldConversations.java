package org.readingroom.conversation;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readingroom.conversation.ConversationRows.ConversationRow;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Are the conversations in an H2 file, where they were kept before they were in SQLite. They are moved once; the file
 * is renamed then and never opened again.
 */
final class OldConversations {

  private static final Logger LOG = LoggerFactory.getLogger(OldConversations.class);
  private static final String ENDING = ".mv.db";

  private final DatabaseSettings settings;

  OldConversations(DatabaseSettings settings) {
    this.settings = settings;
  }

  /** Moves them, if there are any; if they cannot be read now, that is tried again at the next start. */
  void moveTo(ConversationRows rows) {
    Path file = settings.file(ENDING);
    if (!Files.exists(file)) {
      return;
    }
    Path moved = settings.file(".old" + ENDING);
    try {
      if (isInUse(file)) {
        LOG.warn("The conversations of an earlier version in {} are read when that version is stopped.",
            file);
        return;
      }
      // A process that was killed leaves these, and H2 opens nothing beside the first.
      for (String beside : List.of(".lock.db", ".trace.db")) {
        Files.deleteIfExists(settings.file(beside));
      }
      JdbcClient old = JdbcClient.create(source());
      List<ConversationRow> conversations = old.sql("SELECT * FROM conversation")
          .query(ConversationRows.CONVERSATION)
          .list();
      rows.addAll(conversations,
          old.sql("SELECT turn.*, CAST(NULL AS VARCHAR) AS claims FROM turn ORDER BY position")
              .query(ConversationRows.TURN).list());
      Files.move(file, moved);
      LOG.info("{} conversations of an earlier version were moved to {}; their file is {} now.",
          conversations.size(), settings.place(), moved);
    } catch (DataAccessException | IOException e) {
      LOG.warn("The conversations of an earlier version in {} could not be read: {}", file,
          NestedExceptionUtils.getMostSpecificCause(e).getMessage());
    }
  }

  /** Tells whether another process has the file open: H2 then has it locked. */
  private static boolean isInUse(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        @Nullable
        FileLock lock = channel.tryLock()) {
      return lock == null;
    }
  }

  /** Reads the file alone and only reads it: no other process is served, hence nothing listens. */
  private DriverManagerDataSource source() {
    String path = settings.file("").toString().replace(";", "\\;");
    DriverManagerDataSource source = new DriverManagerDataSource("jdbc:h2:file:" + path
        + ";ACCESS_MODE_DATA=r;IFEXISTS=TRUE;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0");
    source.setDriverClassName("org.h2.Driver");
    source.setUsername(settings.username() == null ? "" : settings.username());
    source.setPassword(settings.password() == null ? "" : settings.password());
    return source;
  }
}
