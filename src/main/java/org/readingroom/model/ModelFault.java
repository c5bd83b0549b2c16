package org.readingroom.model;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Says in one plain sentence why a language model did not answer. What the server said is left out, for it may
 * repeat the key.
 */
public final class ModelFault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Says what kind of fault it is. */
  public enum Kind {
    TIMEOUT("did not answer in time", false), //
    UNREACHABLE("cannot be reached", true), //
    UNAUTHORISED("does not accept the API key", false), //
    OUT_OF_QUOTA("has no quota or credit left for the API key", false), //
    RATE_LIMITED("is asked too often at the moment", true), //
    OVERLOADED("is overloaded at the moment", true), //
    UNKNOWN_MODEL("does not know the model", false), //
    TOO_LONG("cannot take so long a prompt", false), //
    TEMPERATURE("does not take the temperature that is set", false), //
    REJECTED("does not take the request", false), //
    REFUSED("declined to answer", false), //
    OUT_OF_TOKENS("ran out of tokens before it said anything", false), //
    SERVER_ERROR("failed", true), //
    BROKEN_OFF("broke off", true), //
    NOT_A_MODEL("answers with a web page instead of a model's words", false), //
    PAUSED("failed several times and is left alone for a while", false), //
    CANCELLED("was told to stop", false);

    private final String says;
    private final boolean passing;

    Kind(String says, boolean passing) {
      this.says = says;
      this.passing = passing;
    }
  }

  private final Kind kind;
  private final transient @Nullable Duration retryAfter;

  ModelFault(Kind kind) {
    this(kind, null, null);
  }

  /**
   * Makes a fault.
   *
   * @param retryAfter how long the server asks to be left alone; null where it does not say
   */
  ModelFault(Kind kind, @Nullable Duration retryAfter, @Nullable Throwable cause) {
    super("The language model " + kind.says + ".", cause);
    this.kind = kind;
    this.retryAfter = retryAfter;
  }

  public Kind kind() {
    return kind;
  }

  /** Tells whether the same call may do better a little later. */
  boolean mayPass() {
    return kind.passing;
  }

  @Nullable
  Duration retryAfter() {
    return retryAfter;
  }
}
