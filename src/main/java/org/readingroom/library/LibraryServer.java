package org.readingroom.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jspecify.annotations.Nullable;
import org.readingroom.database.AdvisoryLocks;
import org.readingroom.database.DatabaseServer;
import org.springframework.core.NestedRuntimeException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Keeps a library in a PostgreSQL database, for programs of any number of machines.
 *
 * <p>
 * A change of a collection is written over the connection that holds the collection's lock: whoever loses the lock can
 * write no more.
 */
final class LibraryServer implements LibraryStore {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int CONNECTIONS = 8;
  private static final String CHANGE = "change/";

  private final DatabaseServer server;
  private final Lease lease;
  private final Path home;
  private final Path collections;
  private final @Nullable String site;
  private final Originals originals;
  private @Nullable LibraryRows rows;
  private @Nullable Locations locations;

  /**
   * Names the database; it is opened when it is first used.
   *
   * @param collections the folder of what this machine has of collections
   */
  LibraryServer(LibrarySettings settings, Path home, Path collections, Clock clock) {
    this.server = new DatabaseServer(String.valueOf(settings.url()), settings.username(), settings.password(),
        CONNECTIONS);
    this.lease = new Lease(server);
    this.home = home;
    this.collections = collections;
    this.site = settings.site();
    this.originals = new SharedOriginals(server.source(),
        id -> Locations.originals(collections.resolve(id)),
        clock);
  }

  @Override
  public boolean isBegun() {
    return true;
  }

  @Override
  public synchronized LibraryRows rows() {
    if (rows == null) {
      rows = new LibraryRows(server.source(), locations());
    }
    return rows;
  }

  /** Returns how locations are kept, once the tables are there. */
  private synchronized Locations locations() {
    if (locations == null) {
      try {
        server.migrate("db/library/postgresql", "library_schema_history");
        locations = Locations.of(collections, site == null || site.isBlank() ? Site.of(home) : site);
      } catch (FlywayValidateException e) {
        throw new LibraryException(
            "The library in the database that is set is of another version of Reading Room.", e);
      } catch (SQLException | FlywayException | NestedRuntimeException e) {
        throw away(e);
      } catch (IOException e) {
        throw new LibraryException("The data directory " + home + " cannot be written.", e);
      }
    }
    return locations;
  }

  @Override
  public <T> T alone(String collection, Function<LibraryRows, T> work) {
    Locations kept = locations();
    try (Connection connection = server.connect()) {
      if (!AdvisoryLocks.take(connection, CHANGE + collection, PATIENCE)) {
        throw LibraryStore.busy(collection, null);
      }
      return work.apply(new LibraryRows(new SingleConnectionDataSource(connection, true), kept));
    } catch (SQLException | NestedRuntimeException e) {
      throw away(e);
    } catch (UncheckedIOException e) {
      throw LibraryStore.unwritable(collection, e);
    }
  }

  private static LibraryException away(Exception e) {
    return new LibraryException(
        "The library's database does not answer, or refuses what is asked of it; try again later.", e);
  }

  @Override
  public boolean isAwaited(String collection) {
    return AdvisoryLocks.isAwaited(JdbcClient.create(server.source()), CHANGE + collection);
  }

  @Override
  public Originals originals() {
    locations();
    return originals;
  }

  @Override
  public boolean isShared() {
    return true;
  }

  @Override
  public boolean renewLease() {
    return lease.renew();
  }

  @Override
  public boolean holdsLease() {
    return lease.isHeld();
  }

  @Override
  public void close() {
    lease.close();
    server.close();
  }
}
