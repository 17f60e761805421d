package org.novum.report;

import org.novum.api.discipline.Strength;

/**
 * One hypothesis in the experiment's error ledger, as {@code ledger.csv} and the report show it.
 *
 * @param index in the experiment's ledger, from 1; the order of asking
 * @param study that asked
 * @param hypothesis its id
 * @param statement of its claim
 * @param proposer who proposed it
 * @param registration digest of the registration it belongs to
 * @param spent the error budget that its registration paid, as a rate in [0, 1]; members of one registration share it
 * @param level at or below which its p-value had to be
 * @param strength of the evidence
 * @param accepted whether the ledger accepted it
 */
public record LedgerRow(
        long index,
        String study,
        String hypothesis,
        String statement,
        String proposer,
        String registration,
        double spent,
        double level,
        Strength strength,
        boolean accepted) {}
