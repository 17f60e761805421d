package org.novum.statistics.online;

/**
 * What an online procedure decided about one hypothesis.
 *
 * @param level the level the hypothesis was tested at
 * @param rejected whether its null was rejected (a discovery)
 * @param next the procedure's state for the hypothesis after it
 * @param <E> p-value or e-value
 */
public record Decision<E>(double level, boolean rejected, OnlineProcedure<E> next) {}
