package org.readingroom.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.transaction.TransactionSystemException;
import org.sqlite.SQLiteErrorCode;

class SqliteFileTests {

  @TempDir
  Path folder;

  @Test
  void aLockThatOthersHaveIsToldFromOneThatCannotBeMade() throws Exception {
    SqliteFile file = new SqliteFile(folder.resolve("library"));
    assertThatThrownBy(() -> file.alone(Duration.ZERO, () -> file.alone(Duration.ZERO, () -> "")))
        .isInstanceOf(UncheckedIOException.class).hasCauseInstanceOf(InterruptedIOException.class);

    SqliteFile nowhere = new SqliteFile(Files.createFile(folder.resolve("file")).resolve("library"));
    assertThatThrownBy(() -> nowhere.alone(Duration.ZERO, () -> ""))
        .isInstanceOf(UncheckedIOException.class).hasCauseInstanceOf(FileSystemException.class);
  }

  @Test
  void saysThatTheDiskIsFullAlsoWhereTheTransactionIsGone() {
    UncategorizedSQLException full = new UncategorizedSQLException("writing", "INSERT",
        new SQLException("full", "", SQLiteErrorCode.SQLITE_FULL.code));
    TransactionSystemException ended = new TransactionSystemException("rolling back",
        new SQLException("no transaction is active", "", SQLiteErrorCode.SQLITE_ERROR.code));
    ended.initApplicationException(full);

    assertThat(SqliteFile.reason(full)).isEqualTo("the disk is full");
    assertThat(SqliteFile.reason(ended)).isEqualTo("the disk is full");
  }
}
