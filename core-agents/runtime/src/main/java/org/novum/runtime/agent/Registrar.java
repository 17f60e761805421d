package org.novum.runtime.agent;

import java.util.List;
import org.novum.api.discipline.DisciplineCard;
import org.novum.api.discipline.TestPlan;
import org.novum.api.study.Study;
import org.novum.journal.Registration.Requester;
import org.novum.runtime.ledger.Ledger;
import org.novum.runtime.ledger.RegistrationRequest;
import org.novum.runtime.partition.PartitionedData;
import org.novum.runtime.partition.Slices;

/**
 * Writes registration requests of one run and knows which slice its next round may open.
 *
 * @param ledger of the experiment
 * @param study that asks
 * @param discipline that tests
 * @param data cut by the registered policy
 * @param runId of the run
 */
record Registrar(Ledger ledger, Study study, DisciplineCard discipline, PartitionedData data, String runId) {
    /** How many rounds there can be: each needs a slice that no earlier round has opened. */
    int rounds() {
        return Math.min(study.budget().rounds(), Slices.confirming(data.policy()).size());
    }

    /** The slice that a round opens. */
    String slice(int round) {
        return Slices.confirming(data.policy()).get(round - 1);
    }

    /** What is asked of the ledger for a plan. */
    RegistrationRequest request(TestPlan plan, String slice) {
        return new RegistrationRequest(plan, discipline, sample(slice), requester(), study.budget());
    }

    /** The rows of a slice. */
    RegistrationRequest.Sample sample(String slice) {
        return new RegistrationRequest.Sample(data.card(), data.policy(), slice);
    }

    /** Who asks. */
    Requester requester() {
        return new Requester(study.name(), runId);
    }
}
