/**
 * Turns evidence into an answer made of checked quotations, or says that there is none.
 *
 * <p>
 * No quotation leaves this package unless {@link org.readingroom.answer.Quote} has checked it against its document.
 */
@ApplicationModule(allowedDependencies = {"catalogue", "collection", "passage", "quotation", "search",
    "model", "text", "timing"})
@NullMarked
package org.readingroom.answer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
