/**
 * Finds where words that somebody quotes stand in the documents, whatever typesetting, copying and editing did
 * to their line breaks, hyphens, quotation marks and ellipses.
 *
 * <p>
 * What is called exact has the document's words, in the document's order, with nothing put in or left out but
 * what an ellipsis stands for.
 */
@ApplicationModule(allowedDependencies = {"collection", "passage", "search"})
@NullMarked
package org.readingroom.quotation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
