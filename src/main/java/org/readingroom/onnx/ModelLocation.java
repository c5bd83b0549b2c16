package org.readingroom.onnx;

import java.nio.file.Path;

/** Says where a model's bytes are. */
public sealed interface ModelLocation {

  /** A resource of the class path, such as {@code /bge-small-en-v1.5-q.onnx}. */
  record Resource(String name) implements ModelLocation {}

  /** A file. */
  record File(Path path) implements ModelLocation {}
}
