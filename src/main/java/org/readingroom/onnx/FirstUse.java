package org.readingroom.onnx;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Holds what is loaded at its first use, such as a model. Safe for use by several threads; what cannot be loaded is
 * tried again at the next use.
 */
public final class FirstUse<T> implements AutoCloseable {

  private final String name;
  private final Supplier<T> load;
  private final Consumer<T> free;
  private volatile @Nullable T loaded;
  private boolean closed;

  /**
   * Makes a holder of what is not loaded yet.
   *
   * @param name names it in messages
   */
  public FirstUse(String name, Supplier<T> load, Consumer<T> free) {
    this.name = name;
    this.load = load;
    this.free = free;
  }

  /**
   * Returns what is held; waits where another thread is loading it.
   *
   * @throws ModelException if it cannot be loaded, or was closed
   */
  public T get() {
    T held = loaded;
    return held == null ? load() : held;
  }

  private synchronized T load() {
    if (closed) {
      throw new ModelException(name + " is closed");
    }
    T held = loaded;
    if (held == null) {
      held = load.get();
      loaded = held;
    }
    return held;
  }

  /** Frees what is held, if it was loaded; no other thread may be using it. */
  @Override
  public synchronized void close() {
    closed = true;
    T held = loaded;
    loaded = null;
    if (held != null) {
      free.accept(held);
    }
  }
}
