package org.readingroom.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Holds a loaded model. Safe for use by several threads, which share the session.
 *
 * <p>
 * Each run uses one thread: on two cores two runs side by side are half again as fast as one run on both.
 * Texts are never batched, because the quantised models scale their activations by the whole batch, so that
 * a text's result would depend on its neighbours.
 */
public final class OnnxModel implements AutoCloseable {

  private static final Executor THREAD_PER_TASK = task -> Thread.ofPlatform().daemon().name("model-loader")
      .start(task);

  private final String name;
  private final OrtEnvironment environment;
  private final OrtSession session;

  private OnnxModel(String name, OrtEnvironment environment, OrtSession session) {
    this.name = name;
    this.environment = environment;
    this.session = session;
  }

  /**
   * Loads a model.
   *
   * @param name names the model in messages
   * @param model where its bytes are: a resource of the class path or a file
   * @param cacheFolder where resources and native libraries are unpacked once; null to unpack nothing there
   * @throws ModelException if it cannot be loaded
   */
  public static OnnxModel load(String name, ModelLocation model, @Nullable Path cacheFolder) {
    NativeLibraries.prepare(cacheFolder);
    try {
      // The environment's native libraries load while the model comes out of the jar.
      CompletableFuture<OrtEnvironment> environment = CompletableFuture
          .supplyAsync(OrtEnvironment::getEnvironment, THREAD_PER_TASK);
      ModelFiles.Source source = switch (model) {
        case ModelLocation.Resource resource -> ModelFiles.locate(resource.name(), cacheFolder);
        case ModelLocation.File file -> new ModelFiles.OnDisk(file.path());
      };
      return new OnnxModel(name, environment.join(), createSession(environment.join(), source));
    } catch (IOException | OrtException | CompletionException e) {
      throw new ModelException("the model " + name + " cannot be loaded", e);
    }
  }

  private static OrtSession createSession(OrtEnvironment environment, ModelFiles.Source source)
      throws OrtException {
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      // Fusing more also loads faster: there are fewer nodes to prepare.
      options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
      // But for this one: a sum and its norm take longer as one step than as two, which costs a tenth of a run.
      options.addConfigEntry("optimization.disable_specified_optimizers", "SkipLayerNormFusion");
      return switch (source) {
        case ModelFiles.OnDisk onDisk -> environment.createSession(onDisk.file().toString(), options);
        case ModelFiles.InMemory inMemory -> environment.createSession(inMemory.bytes(), options);
      };
    }
  }

  /** Tells whether the model has an output of a name. */
  public boolean gives(String output) {
    return session.getOutputNames().contains(output);
  }

  /** Holds one input of a run, in row-major order. */
  public sealed interface Input {

    long[] shape();

    /** Whole numbers, such as token ids. */
    @SuppressWarnings("ArrayRecordComponent") // passed on once, never compared
    record Longs(long[] values, long... shape) implements Input {}

    /** Fractions, such as weights. */
    @SuppressWarnings("ArrayRecordComponent") // passed on once, never compared
    record Floats(float[] values, long... shape) implements Input {}
  }

  /**
   * Runs the model.
   *
   * @param inputs the inputs by name; those that the model does not have are left out
   * @return the outputs by name in the order of the model, each flattened in row-major order
   * @throws ModelException if the model fails
   */
  public SequencedMap<String, float[]> run(Map<String, Input> inputs) {
    Map<String, OnnxTensor> tensors = new HashMap<>();
    try {
      for (Map.Entry<String, Input> input : inputs.entrySet()) {
        if (session.getInputNames().contains(input.getKey())) {
          tensors.put(input.getKey(), tensor(input.getValue()));
        }
      }
      try (OrtSession.Result result = session.run(tensors)) {
        SequencedMap<String, float[]> outputs = new LinkedHashMap<>();
        for (Map.Entry<String, ai.onnxruntime.OnnxValue> output : result) {
          FloatBuffer values = ((OnnxTensor) output.getValue()).getFloatBuffer();
          float[] copy = new float[values.remaining()];
          values.get(copy);
          outputs.put(output.getKey(), copy);
        }
        return outputs;
      }
    } catch (OrtException e) {
      throw new ModelException("the model " + name + " failed", e);
    } finally {
      tensors.values().forEach(OnnxTensor::close);
    }
  }

  private OnnxTensor tensor(Input input) throws OrtException {
    return switch (input) {
      case Input.Longs longs -> OnnxTensor.createTensor(environment, LongBuffer.wrap(longs.values()),
          longs.shape());
      case Input.Floats floats -> OnnxTensor.createTensor(environment, FloatBuffer.wrap(floats.values()),
          floats.shape());
    };
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new ModelException("the model " + name + " cannot be closed", e);
    }
  }
}
