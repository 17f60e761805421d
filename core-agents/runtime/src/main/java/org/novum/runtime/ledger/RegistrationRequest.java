package org.novum.runtime.ledger;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.novum.api.data.DataPart;
import org.novum.api.data.DatasetCard;
import org.novum.api.data.PartitionPolicy;
import org.novum.api.discipline.DisciplineCard;
import org.novum.api.discipline.Hypothesis;
import org.novum.api.discipline.TestPlan;
import org.novum.api.study.Budget;
import org.novum.journal.CanonicalJson;
import org.novum.journal.Digest;
import org.novum.journal.Registration.Requester;
import org.novum.runtime.content.Contents;

/**
 * A family that asks to be registered.
 *
 * @param plan its frozen test
 * @param discipline that will run the test
 * @param sample the rows it will be tested on
 * @param requester study and run that ask
 * @param budget from which it is paid
 */
public record RegistrationRequest(
        TestPlan plan, DisciplineCard discipline, Sample sample, Requester requester, Budget budget) {
    /**
     * Rows that confirm.
     *
     * @param data the whole dataset
     * @param policy that cuts it
     * @param slice that is opened
     * @param contents by which copies of the files are known; needed where files may be new to the ledger
     */
    public record Sample(DatasetCard data, PartitionPolicy policy, String slice, Contents contents) {
        /** A sample of files that the ledger knows, or knows by their digests alone. */
        public Sample(DatasetCard data, PartitionPolicy policy, String slice) {
            this(data, policy, slice, Contents.UNKNOWN);
        }

        /** Digests of the files, in ascending order. */
        public List<Digest> files() {
            return data.parts().stream()
                    .map(DataPart::sha256)
                    .map(Digest::new)
                    .distinct()
                    .sorted()
                    .toList();
        }

        /** Digest that identifies these rows. */
        Digest digest() {
            return CanonicalJson.digest((Object) Map.of(
                    "policy", policy, "slice", slice, "files", files().stream().map(Digest::hex).toList()));
        }
    }

    /**
     * The identity of a registration: everything that its outcome depends on, and nothing else.
     *
     * <p>Neither the study's name, nor the run, its seed or the proposer belong to it, so that asking the same thing again
     * is recognised and costs nothing.
     */
    public Digest hash() {
        Map<String, Object> identity = new TreeMap<>();
        identity.put("discipline", discipline.name() + " " + discipline.version());
        identity.put("claims", plan.family().stream().map(Hypothesis::claim).toList());
        identity.put("statistic", plan.statistic());
        identity.put("selection", plan.selection());
        identity.put("dependence", plan.dependence());
        identity.put("weights", plan.weights());
        identity.put("design", plan.design());
        identity.put("policy", sample.policy());
        identity.put("slice", sample.slice());
        identity.put("files", sample.files().stream().map(Digest::hex).toList());
        return CanonicalJson.digest((Object) identity);
    }
}
