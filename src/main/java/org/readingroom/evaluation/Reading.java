package org.readingroom.evaluation;

/**
 * Is what a reader makes of a question: its best span, even where it would rather abstain.
 *
 * @param context the id of the context it is from
 * @param text the words of the span
 * @param confidence how sure it is that there is an answer, from 0 to 1
 * @param answered false if it would abstain
 */
public record Reading(String context, String text, double confidence, boolean answered) {}
