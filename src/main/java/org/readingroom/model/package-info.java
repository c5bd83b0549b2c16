/**
 * Speaks with language models on other servers: which one by configuration, with a limit to every wait, bounded
 * retries and a circuit breaker. Knows nothing of questions, evidence or answers.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.readingroom.model;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
