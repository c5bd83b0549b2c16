/** Starts the program; everything else lives in a package named for what it does. */
@NullMarked
package org.readingroom;

import org.jspecify.annotations.NullMarked;
