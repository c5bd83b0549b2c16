/**
 * Turns texts into vectors with the encoders that come inside the program.
 *
 * <p>
 * Knows nothing of documents, passages or indexes: text goes in, a vector comes out.
 */
@ApplicationModule(allowedDependencies = {"onnx"})
@NullMarked
package org.readingroom.embedding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
