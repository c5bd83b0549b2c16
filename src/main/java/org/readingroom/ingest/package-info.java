/**
 * Turns one file into documents with a canonical text, its pages, the roles of its parts and an honest status.
 *
 * <p>
 * Files are parsed in a process of their own, which alone loads Tika, POI and PDFBox: a file that hangs, explodes or
 * crashes its parser costs that file. Knows nothing of collections, indexes or questions.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.readingroom.ingest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
