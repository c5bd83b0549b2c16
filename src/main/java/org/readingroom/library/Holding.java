package org.readingroom.library;

import java.time.Instant;
import java.util.List;

/**
 * Describes a collection that is made from files.
 *
 * @param id its short name, which is part of its documents' ids
 * @param publisher who published it; empty where nobody says
 * @param examples questions to begin with, where the collection has some
 * @param documents how many documents were read from its files
 * @param files how many files it knows, those that could not be read included
 * @param sequence grows with every change
 * @param changed when it last changed
 */
public record Holding(String id, String title, String publisher, List<String> examples, int documents,
    int files, long sequence, Instant changed) {}
