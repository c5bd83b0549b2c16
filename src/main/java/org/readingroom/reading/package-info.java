/**
 * Reads passages for a question: how well each passage answers it, and each of its sentences.
 *
 * <p>
 * Knows nothing of documents or indexes: a question and texts go in, scores come out.
 */
@ApplicationModule(allowedDependencies = {"onnx"})
@NullMarked
package org.readingroom.reading;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
