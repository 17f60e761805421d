package org.novum.api.discipline;

/**
 * What an operation is.
 *
 * @param name {@code discipline.verb}
 * @param summary one sentence
 * @param result what it returns, one sentence with units
 */
public record OperationCard(String name, String summary, String result) {}
