package org.novum.runtime.ledger;

import java.util.List;
import org.novum.api.discipline.TestOutcome;
import org.novum.journal.Digest;
import org.novum.journal.Registration;
import org.novum.report.LedgerRow;

/** The error ledger as a run uses it. */
public interface Ledger {
    /** Registers a family; the same family is registered once. */
    Enrolment register(RegistrationRequest request);

    /** Judges a registered family once; later calls return the first ruling, whatever their outcomes. */
    Ruling decide(Digest hash, List<TestOutcome> outcomes);

    /**
     * Fixes how the files of a run are split, before anything of them is explored.
     *
     * @return how often people have looked at these files outside any registration
     */
    long fixPartition(RegistrationRequest.Sample sample, Registration.Requester requester);

    /**
     * Records that agents look at confirmation rows which this run has opened; nobody can confirm with them any more.
     *
     * @param sample whose slice is looked at
     */
    void explored(RegistrationRequest.Sample sample, Registration.Requester requester);

    /** Every hypothesis ever asked of the experiment. */
    List<LedgerRow> rows();

    /** The ledger of a replay: everything it could say is in the bundle, and asking it is a defect. */
    Ledger OF_REPLAY = new Ledger() {
        @Override
        public Enrolment register(RegistrationRequest request) {
            throw refused();
        }

        @Override
        public Ruling decide(Digest hash, List<TestOutcome> outcomes) {
            throw refused();
        }

        @Override
        public long fixPartition(RegistrationRequest.Sample sample, Registration.Requester requester) {
            throw refused();
        }

        @Override
        public void explored(RegistrationRequest.Sample sample, Registration.Requester requester) {
            throw refused();
        }

        @Override
        public List<LedgerRow> rows() {
            throw refused();
        }

        private IllegalStateException refused() {
            return new IllegalStateException("a replay uses the recorded ledger only");
        }
    };
}
