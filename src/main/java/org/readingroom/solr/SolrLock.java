package org.readingroom.solr;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.apache.solr.client.solrj.request.QueryRequest;
import org.apache.solr.client.solrj.request.UpdateRequest;
import org.apache.solr.common.SolrDocument;
import org.apache.solr.common.SolrInputDocument;
import org.apache.solr.common.params.ModifiableSolrParams;
import org.jspecify.annotations.Nullable;
import org.readingroom.index.Fields;
import org.readingroom.index.IndexException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds the right to change a collection on the servers, which is a record that whoever wants it writes only where it
 * is as it was seen. It is renewed while it is held, and whoever died loses it after a minute; the clocks of those who
 * want it must not be further apart than that.
 */
final class SolrLock implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SolrLock.class);

  private static final String ID = "§lock";
  private static final Duration HELD = Duration.ofMinutes(1);
  private static final Duration RENEWED = Duration.ofSeconds(15);
  /** The version of a record that must not exist. */
  private static final long NONE = -1;

  private final SolrServers servers;
  private final String collection;
  private final LongSupplier clock;
  private final String holder = UUID.randomUUID().toString();
  private volatile boolean lost;
  private volatile long until;
  private @Nullable Thread renewing;

  private SolrLock(SolrServers servers, String collection, LongSupplier clock) {
    this.servers = servers;
    this.collection = collection;
    this.clock = clock;
  }

  /**
   * Takes the lock, or returns nothing where somebody else holds it.
   *
   * @param clock the time in milliseconds since 1970
   */
  static Optional<SolrLock> take(SolrServers servers, String collection, LongSupplier clock) {
    SolrLock lock = new SolrLock(servers, collection, clock);
    SolrDocument record = lock.record();
    if (record != null && lock.isHeld(record)
        || !lock.write(record == null ? NONE : version(record), lock.later())) {
      return Optional.empty();
    }
    lock.renewing = Thread.ofVirtual().name("solr-lock").start(lock::renew);
    return Optional.of(lock);
  }

  /**
   * Returns whether somebody holds the lock.
   *
   * @param clock the time in milliseconds since 1970
   */
  static boolean isHeld(SolrServers servers, String collection, LongSupplier clock) {
    SolrLock lock = new SolrLock(servers, collection, clock);
    SolrDocument record = lock.record();
    return record != null && lock.isHeld(record);
  }

  private boolean isHeld(SolrDocument record) {
    return ((Number) record.getFieldValue(SolrFields.EXPIRES)).longValue() > clock.getAsLong();
  }

  private long later() {
    return clock.getAsLong() + HELD.toMillis();
  }

  private static long version(SolrDocument record) {
    return ((Number) record.getFieldValue(SolrFields.VERSION)).longValue();
  }

  /** Returns the record as it was written last, whether that is seen by searches yet or not. */
  private @Nullable SolrDocument record() {
    ModifiableSolrParams params = new ModifiableSolrParams();
    params.set("id", ID);
    QueryRequest request = new QueryRequest(params);
    request.setPath("/get");
    return (SolrDocument) servers.search(request, collection).getResponse().get("doc");
  }

  /** Writes the record where its version is the one given; returns false where it is not. */
  private boolean write(long version, long expires) {
    SolrInputDocument record = new SolrInputDocument();
    record.setField(Fields.ID, ID);
    record.setField(SolrFields.HOLDER, holder);
    record.setField(SolrFields.EXPIRES, expires);
    record.setField(SolrFields.VERSION, version);
    try {
      servers.write(new UpdateRequest().add(record), collection);
      until = expires;
      return true;
    } catch (SolrRefusal e) {
      if (!e.isConflict()) {
        throw e;
      }
      // An attempt that was tried again may have succeeded the first time.
      SolrDocument written = record();
      boolean ours = written != null && holder.equals(written.getFieldValue(SolrFields.HOLDER))
          && expires == ((Number) written.getFieldValue(SolrFields.EXPIRES)).longValue();
      until = ours ? expires : until;
      return ours;
    }
  }

  private void renew() {
    try {
      while (!lost) {
        Thread.sleep(RENEWED);
        renewOnce();
      }
    } catch (InterruptedException e) {
      LOG.debug("The lock of {} is given back", collection);
    }
  }

  /** Renews the lock; where the servers do not answer, it is held until its time is up, and tried again. */
  private void renewOnce() {
    try {
      SolrDocument record = record();
      lost = record == null || !holder.equals(record.getFieldValue(SolrFields.HOLDER))
          || !write(version(record), later());
    } catch (IndexException e) {
      LOG.warn("The lock of {} could not be renewed yet: {}", collection, e.getMessage());
    }
  }

  /**
   * Makes sure that the lock is still held.
   *
   * @throws IndexException where it is not
   */
  void ensureHeld() {
    if (lost || clock.getAsLong() >= until) {
      throw new IndexException(
          "The lock of the index on the search servers was lost; the update is not finished.");
    }
  }

  @Override
  public void close() {
    Thread thread = renewing;
    if (thread != null) {
      thread.interrupt();
      join(thread);
    }
    if (!lost) {
      try {
        SolrDocument record = record();
        if (record != null && holder.equals(record.getFieldValue(SolrFields.HOLDER))) {
          write(version(record), 0);
        }
      } catch (RuntimeException e) {
        LOG.debug("The lock of {} runs out by itself", collection, e);
      }
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
