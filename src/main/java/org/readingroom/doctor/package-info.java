/**
 * Finds out what is installed, where its data lies, which settings are in effect, and what would fail.
 *
 * <p>
 * Changes nothing. Never tells a secret, such as an API key.
 */
@ApplicationModule(allowedDependencies = {"collection", "embedding", "reading", "search", "conversation",
    "library", "model"})
@NullMarked
package org.readingroom.doctor;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
