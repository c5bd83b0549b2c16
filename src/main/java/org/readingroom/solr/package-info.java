/**
 * The engine for more than one machine: an index in SolrCloud, which any number of programs search and one at a time
 * brings up to date.
 *
 * <p>
 * Terms are cut by the program and sent ready-made, so that the servers need no plugin and weigh them as the embedded
 * engine does.
 */
@ApplicationModule(allowedDependencies = {"collection", "passage", "text", "index"})
@NullMarked
package org.readingroom.solr;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
