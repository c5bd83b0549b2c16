/**
 * Reads what people have written down of their files in lists that lie beside them: {@code metadata.csv}, BibTeX,
 * CSL-JSON and Zotero's CSV.
 *
 * <p>
 * Says which entry of a list describes which file. Opens the lists alone, never a file that a list names; knows nothing
 * of how a file is parsed or kept.
 */
@ApplicationModule(allowedDependencies = {"collection"})
@NullMarked
package org.readingroom.bibliography;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
