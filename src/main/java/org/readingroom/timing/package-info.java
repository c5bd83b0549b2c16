/**
 * Times the stages of an answer for whoever watches the program.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.readingroom.timing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
