package org.readingroom.answer;

import org.jspecify.annotations.Nullable;

/**
 * Is an earlier question of a conversation with what was answered.
 *
 * @param answer the answer; null where only the question is known
 */
public record Exchange(String question, @Nullable Answer answer) {}
