package org.readingroom.library;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the files that are sent to collections in a database that machines share, in pieces, and brings them into a
 * folder of the machine that needs them.
 */
final class SharedOriginals implements Originals {

  private static final int PIECE = 1 << 20;
  private static final int TRIES = 100;

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final TransactionTemplate snapshot;
  private final Function<String, Path> folder;
  private final Clock clock;

  /**
   * Makes those of a database.
   *
   * @param folder finds the folder of a collection on this machine by its id
   */
  SharedOriginals(DataSource source, Function<String, Path> folder, Clock clock) {
    JdbcTransactionManager manager = new JdbcTransactionManager(source);
    this.jdbc = JdbcClient.create(source);
    this.transaction = new TransactionTemplate(manager);
    this.snapshot = new TransactionTemplate(manager);
    this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    this.folder = folder;
    this.clock = clock;
  }

  /** A file as it is kept. */
  record Row(String name, long size, long modified, boolean looked) {}

  @Override
  public List<String> keep(String collection, List<SentFile> files, Set<String> known, FreeName free) {
    try {
      return List.copyOf(transaction.<List<String>>execute(status -> {
        Set<String> taken = new HashSet<>(known);
        rows(collection).forEach(row -> taken.add(row.name()));
        return files.stream().map(file -> keep(collection, file, taken, free)).toList();
      }));
    } catch (DataIntegrityViolationException removed) {
      throw new UnknownCollectionException(collection);
    }
  }

  private String keep(String collection, SentFile file, Set<String> taken, FreeName free) {
    try (InputStream in = Files.newInputStream(file.content())) {
      long size = Files.size(file.content());
      String name = file.replaces() ? file.name() : free.of(file.name(), taken::contains);
      // Another server may have taken the name meanwhile; its transaction is waited for.
      for (int tries = 0; !insert(collection, name, size, file.replaces()); tries++) {
        if (tries == TRIES) {
          throw new LibraryException("No free name was found for a file that was sent.");
        }
        taken.add(name);
        name = free.of(file.name(), taken::contains);
      }
      taken.add(name);
      jdbc.sql("DELETE FROM sent_piece WHERE collection = ? AND name = ?").param(collection).param(name)
          .update();
      byte[] piece = in.readNBytes(PIECE);
      for (int position = 0; piece.length > 0; position++) {
        jdbc.sql("INSERT INTO sent_piece (collection, name, position, bytes) VALUES (?, ?, ?, ?)")
            .param(collection).param(name).param(position).param(piece).update();
        piece = in.readNBytes(PIECE);
      }
      return name;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean insert(String collection, String name, long size, boolean replaces) {
    return jdbc.sql("INSERT INTO sent (collection, name, size, modified) VALUES (?, ?, ?, ?) ON CONFLICT "
        + (replaces
            ? "(collection, name) DO UPDATE SET size = excluded.size, looked = FALSE, "
                + "modified = greatest(excluded.modified, sent.modified + 1)"
            : "DO NOTHING"))
        .param(collection).param(name).param(size).param(clock.millis()).update() > 0;
  }

  @Override
  public Brought bring(String collection) {
    List<Row> rows = rows(collection);
    Path here = folder.apply(collection);
    try {
      if (Files.isDirectory(here)) {
        Set<String> names = new HashSet<>(rows.stream().map(Row::name).toList());
        try (Stream<Path> files = Files.list(here)) {
          files.filter(file -> !names.contains(String.valueOf(file.getFileName()))).toList()
              .forEach(Folders::remove);
        }
      }
      for (Row row : rows) {
        bring(collection, row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return () -> rows.stream().filter(row -> !row.looked()).forEach(row -> jdbc
        .sql("UPDATE sent SET looked = TRUE WHERE collection = ? AND name = ? AND modified = ?")
        .param(collection).param(row.name()).param(row.modified()).update());
  }

  @Override
  public void bring(String collection, Path file) {
    if (file.startsWith(folder.apply(collection))) {
      String name = String.valueOf(file.getFileName());
      try {
        for (Row row : jdbc.sql("SELECT * FROM sent WHERE collection = ? AND name = ?").param(collection)
            .param(name).query((row, at) -> row(row)).list()) {
          bring(collection, row);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Writes a file into its folder, unless it is there. */
  private void bring(String collection, Row row) throws IOException {
    Path file = folder.apply(collection).resolve(row.name());
    if (Files.exists(file) && Files.size(file) == row.size()
        && Files.getLastModifiedTime(file).toMillis() == row.modified()) {
      return;
    }
    Path incoming = Files.createDirectories(folder.apply(collection).resolveSibling("incoming"))
        .resolve(UUID.randomUUID().toString());
    try {
      Long modified = snapshot.execute(status -> write(collection, row.name(), incoming));
      if (modified != null) {
        Files.setLastModifiedTime(incoming, FileTime.fromMillis(modified));
        Files.createDirectories(folder.apply(collection));
        Files.move(incoming, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      }
    } finally {
      Files.deleteIfExists(incoming);
    }
  }

  /** Writes the content of a file, and returns when it was sent; null where it is gone. */
  private @Nullable Long write(String collection, String name, Path to) {
    try (OutputStream out = Files.newOutputStream(to)) {
      List<Row> found = jdbc.sql("SELECT * FROM sent WHERE collection = ? AND name = ?").param(collection)
          .param(name).query((row, at) -> row(row)).list();
      if (found.isEmpty()) {
        return null;
      }
      long left = found.getFirst().size();
      for (int position = 0; left > 0; position++) {
        byte[] piece = jdbc
            .sql("SELECT bytes FROM sent_piece WHERE collection = ? AND name = ? AND position = ?")
            .param(collection).param(name).param(position).query(byte[].class).single();
        out.write(piece);
        left -= piece.length;
      }
      return found.getFirst().modified();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(row.getString("name"), row.getLong("size"), row.getLong("modified"),
        row.getBoolean("looked"));
  }

  private List<Row> rows(String collection) {
    return jdbc.sql("SELECT * FROM sent WHERE collection = ? ORDER BY name").param(collection)
        .query((row, at) -> row(row)).list();
  }

  @Override
  public void remove(String collection, Path file) {
    jdbc.sql("DELETE FROM sent WHERE collection = ? AND name = ?").param(collection)
        .param(String.valueOf(file.getFileName())).update();
    Folders.remove(file);
  }

  @Override
  public List<String> waiting(String collection) {
    return jdbc.sql("SELECT name FROM sent WHERE collection = ? AND NOT looked ORDER BY name")
        .param(collection).query((row, number) -> row.getString("name")).list();
  }

  @Override
  public List<String> waiting() {
    return jdbc.sql("SELECT DISTINCT collection FROM sent WHERE NOT looked")
        .query((row, number) -> row.getString("collection")).list();
  }
}
