/**
 * Runs ONNX models and cuts text into their word pieces: sessions, tokenizer, native libraries.
 *
 * <p>
 * Knows nothing of what a model's numbers mean. Never uses the network. The only package that sees ONNX Runtime and
 * the tokenizer.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.readingroom.onnx;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
