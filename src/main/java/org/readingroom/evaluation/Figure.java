package org.readingroom.evaluation;

/**
 * Is a mean with its 95 % confidence interval.
 *
 * @param low the lower end of the interval
 * @param high the upper end of the interval
 * @param n how many were counted: questions, or quotations for {@code verbatim}
 */
public record Figure(double value, double low, double high, int n) {}
