package org.readingroom.collection;

import org.jspecify.annotations.Nullable;

/** Holds who wrote a document and to whom, as far as is known. */
record Parties(@Nullable String from, @Nullable String to) {}
