package org.novum.journal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * A family of hypotheses registered with the experiment's ledger.
 *
 * @param hash digest of the frozen registration; the same hash is the same registration, whoever makes it
 * @param requester who registers it
 * @param members the members of the family
 * @param stake what it takes from the experiment
 */
public record Registration(Digest hash, Requester requester, JsonNode members, Stake stake) {

    /**
     * Who asks.
     *
     * @param study name of the study
     * @param runId the run
     */
    public record Requester(String study, String runId) {}

    /**
     * What a registration takes from the experiment.
     *
     * @param data digests of the data files it will be tested on
     * @param share share of the experiment's error budget that it is granted, between 0 and 1
     */
    public record Stake(List<Digest> data, double share) {

        /** Keeps its own list; refuses a share outside 0 to 1. */
        public Stake {
            data = List.copyOf(data);
            if (!(share >= 0 && share <= 1)) {
                throw new JournalException("the share of an error budget lies between 0 and 1, not " + share);
            }
        }
    }
}
