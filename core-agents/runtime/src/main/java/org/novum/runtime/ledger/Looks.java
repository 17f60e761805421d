package org.novum.runtime.ledger;

import java.util.List;
import org.novum.journal.ExperimentLedgerStore;
import org.novum.journal.LedgerRecord;
import org.novum.journal.LedgerState;
import org.novum.journal.Registration;
import org.novum.runtime.content.Contents;

/**
 * The looks of people at data outside any experiment, of a whole {@code NOVUM_HOME}.
 *
 * <p>A look is recorded here whether or not an experiment knows the data. An experiment that takes up the same content
 * later finds it here and counts it as its own.
 */
public interface Looks {
    /** No look at all. */
    Looks NONE = sample -> List.of();

    /** The openings that looked at a file of this sample or at one that overlaps with it, and the sketches they need. */
    List<LedgerRecord.Opened> at(RegistrationRequest.Sample sample);

    /** The looks in the store of a home. */
    static Looks in(LedgerFiles files) {
        return sample -> {
            if (!files.haveLooks()) {
                return List.of();
            }
            try (ExperimentLedgerStore store = files.looks()) {
                return new Openings(store.state()).looksAt(sample);
            }
        };
    }

    /** A person's look. */
    record Look(RegistrationRequest.Sample sample, Registration.Requester requester, String when) {
        /** Records it, with the sketches by which the data are known again. */
        public void record(ExperimentLedgerStore store) {
            LedgerState state = store.state();
            Openings.unknown(sample, requester, state).ifPresent(store::opened);
            store.opened(Openings.byPerson(sample, requester, when));
        }
    }
}
