package org.readingroom.solr;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.io.IOException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.solr.client.solrj.SolrClient;
import org.apache.solr.client.solrj.SolrRequest;
import org.apache.solr.client.solrj.SolrResponse;
import org.apache.solr.client.solrj.SolrServerException;
import org.apache.solr.client.solrj.impl.CloudSolrClient;
import org.apache.solr.client.solrj.impl.HttpJdkSolrClient;
import org.apache.solr.client.solrj.request.CollectionAdminRequest;
import org.apache.solr.client.solrj.request.UpdateRequest;
import org.apache.solr.common.SolrException;
import org.jspecify.annotations.Nullable;
import org.readingroom.index.IndexException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connection with a SolrCloud: what fails may be tried again, and where nothing answers nobody waits for it.
 *
 * <p>
 * Whatever goes wrong is thrown as an {@link IndexException} with a plain sentence. Any number of threads may use it.
 */
public final class SolrServers implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SolrServers.class);

  private static final Duration CONNECT = Duration.ofSeconds(3);
  /** How long a change may take, such as a commit of many passages. */
  private static final Duration CHANGE = Duration.ofMinutes(5);
  private static final int ATTEMPTS = 4;
  private static final Duration PAUSE = Duration.ofMillis(200);
  /** After how many calls, half of which failed, nothing is asked for a while. */
  private static final int CALLS = 10;
  private static final Duration REST = Duration.ofSeconds(5);

  private final SolrSettings settings;
  private final SolrClient searching;
  private final SolrClient changing;
  private final Retry retry;
  private final CircuitBreaker breaker;

  /** Makes a connection, which is opened when it is used. */
  public SolrServers(SolrSettings settings) {
    this.settings = settings;
    this.searching = client(settings, settings.timeout());
    this.changing = client(settings, CHANGE);
    this.retry = Retry.of("solr", RetryConfig.custom().maxAttempts(ATTEMPTS)
        .intervalFunction(IntervalFunction.ofExponentialBackoff(PAUSE, 2))
        .retryOnException(SolrServers::mayPass)
        .build());
    this.breaker = CircuitBreaker.of("solr",
        CircuitBreakerConfig.custom().slidingWindowSize(CALLS).minimumNumberOfCalls(CALLS)
            .waitDurationInOpenState(REST).recordException(SolrServers::isFault).build());
  }

  private static SolrClient client(SolrSettings settings, Duration timeout) {
    HttpJdkSolrClient.Builder http = new HttpJdkSolrClient.Builder().useHttp1_1(true)
        .withConnectionTimeout(CONNECT.toMillis(), TimeUnit.MILLISECONDS)
        .withRequestTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
        .withIdleTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS);
    String user = settings.user();
    String password = settings.password();
    if (user != null && !user.isBlank()) {
      http.withBasicAuthCredentials(user, password == null ? "" : password);
    }
    return builder(settings).withHttpClientBuilder(http)
        .withCollectionCacheTtl(1, TimeUnit.SECONDS)
        .withZkConnectTimeout((int) CONNECT.toMillis(), TimeUnit.MILLISECONDS).build();
  }

  private static CloudSolrClient.Builder builder(SolrSettings settings) {
    String zookeeper = settings.zookeeper();
    if (zookeeper == null || zookeeper.isBlank()) {
      return new CloudSolrClient.Builder(settings.url());
    }
    int path = zookeeper.indexOf('/');
    return new CloudSolrClient.Builder(
        List.of((path < 0 ? zookeeper : zookeeper.substring(0, path)).split(",")),
        path < 0 ? Optional.empty() : Optional.of(zookeeper.substring(path)));
  }

  SolrSettings settings() {
    return settings;
  }

  /** Searches a collection. */
  <T extends SolrResponse> T search(SolrRequest<T> request, String collection) {
    return call(() -> request.process(searching, collection));
  }

  /** Changes a collection, in a way that can be repeated. */
  void change(UpdateRequest request, String collection) {
    call(() -> request.process(changing, collection));
  }

  /** Writes a little, which takes no longer than a search. */
  void write(UpdateRequest request, String collection) {
    call(() -> request.process(searching, collection));
  }

  /** Asks the servers what they have. */
  <T extends SolrResponse> T look(SolrRequest<T> request) {
    return call(() -> request.process(searching));
  }

  /** Manages the servers. */
  <T extends SolrResponse> T manage(SolrRequest<T> request) {
    return call(() -> request.process(changing));
  }

  /** Returns the names of the collections. */
  List<String> collections() {
    return call(() -> CollectionAdminRequest.listCollections(searching));
  }

  private <T> T call(Callable<T> call) {
    try {
      return retry.executeCallable(() -> breaker.executeCallable(call));
    } catch (CallNotPermittedException e) {
      throw new IndexException("The search servers have not answered, and are asked again in a few seconds.",
          e);
    } catch (SolrException e) {
      throw refused(e);
    } catch (SolrServerException e) {
      throw e.getRootCause() instanceof SolrException refused ? refused(refused) : unreachable(e);
    } catch (Exception e) {
      throw unreachable(e);
    }
  }

  /** Returns whether another attempt makes sense: not where the first has used up the time. */
  private static boolean mayPass(Throwable failure) {
    return isFault(failure) && !hasRunOut(failure);
  }

  private static boolean hasRunOut(@Nullable Throwable failure) {
    return failure != null
        && (failure instanceof HttpTimeoutException && !(failure instanceof HttpConnectTimeoutException)
            || failure instanceof TimeoutException || hasRunOut(failure.getCause()));
  }

  /** Returns whether a failure is the servers' and not that of what they were asked. */
  private static boolean isFault(Throwable failure) {
    if (failure instanceof SolrException refused) {
      return refused.code() >= SolrException.ErrorCode.SERVER_ERROR.code || refused.code() <= 0;
    }
    return failure instanceof IOException || failure instanceof SolrServerException;
  }

  /** Says so without the servers' address, which is nobody's business who asks over HTTP. */
  private IndexException unreachable(Exception e) {
    LOG.warn("The search servers ({}) cannot be reached: {}", settings.address(), root(e));
    return new IndexException("The search servers cannot be reached; the log tells more.", e);
  }

  private IndexException refused(SolrException e) {
    return switch (e.code()) {
      case 400, 404, 409 -> {
        LOG.debug("The search servers ({}) refuse a request: {}", settings.address(), root(e));
        yield new SolrRefusal(e.code(), "The search servers refuse a request.", e);
      }
      case 401, 403 -> new IndexException("The search servers do not let this user in; see"
          + " reading-room.index.solr.user and .password.", e);
      default -> unreachable(e);
    };
  }

  private static String root(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
  }

  @Override
  public void close() {
    try (searching; changing) {
      LOG.debug("The connection with the search servers is closed.");
    } catch (IOException e) {
      LOG.debug("The connection with the search servers could not be closed", e);
    }
  }
}
