/**
 * Turns text into vectors with the ONNX models that come inside the program: one vector for the whole text,
 * and one for each of its tokens.
 *
 * <p>
 * Knows nothing of documents, passages or indexes: text goes in, numbers with offsets into that text come
 * out. Never uses the network. The only package that sees ONNX Runtime and the tokenizer.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.readingroom.embedding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
