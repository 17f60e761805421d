package org.novum.api.finding;

/**
 * What the error ledger said of one hypothesis.
 *
 * @param registration digest of the registration it belongs to
 * @param index of the hypothesis in the experiment's ledger, from 1; the order of asking
 * @param level at or below which its p-value had to be
 * @param accepted whether it was
 */
public record LedgerDecision(String registration, long index, double level, boolean accepted) {}
