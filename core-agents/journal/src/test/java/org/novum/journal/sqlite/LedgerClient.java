package org.novum.journal.sqlite;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.novum.journal.Digest;
import org.novum.journal.LedgerRecord;
import org.novum.journal.LedgerState;
import org.novum.journal.Registration;

/**
 * One of several processes that use one ledger at once. Arguments: folder, name of this process, number of
 * registrations of its own, number that all processes share. Says {@code own <hash>} after each decision of its own is
 * recorded.
 *
 * <p>Each registration is granted half of what is left of the budget, and each decision states how many stood before
 * it, so that a lost or doubled transaction would show in the numbers.
 */
final class LedgerClient {

    static final String EXPERIMENT = "shared";

    private LedgerClient() {}

    public static void main(String[] arguments) {
        String name = arguments[1];
        try (SqliteExperimentLedgerStore ledger =
                SqliteExperimentLedgerStore.open(Path.of(arguments[0]), EXPERIMENT, InstantSource.system())) {
            for (int i = 0; i < Integer.parseInt(arguments[2]); i++) {
                Digest own = RunFolder.digest(name + " " + i);
                use(ledger, own, name);
                System.out.println("own " + own);
                if (i < Integer.parseInt(arguments[3])) {
                    use(ledger, RunFolder.digest("everybody's " + i), name);
                }
            }
        }
    }

    static void use(SqliteExperimentLedgerStore ledger, Digest hash, String name) {
        Registration.Requester requester = new Registration.Requester("study", name);
        ledger.register(
                hash,
                state -> new Registration(
                        hash,
                        requester,
                        JsonNodeFactory.instance.textNode(name),
                        new Registration.Stake(List.of(RunFolder.digest("data")), left(state) / 2)));
        ledger.opened(
                new LedgerRecord.Opened(RunFolder.digest("rows"), requester, RunFolder.json("plan", hash.toString())));
        ledger.decide(
                hash,
                state -> JsonNodeFactory.instance
                        .objectNode()
                        .put("before", state.decisions().size()));
    }

    /** What is left of a budget of one. */
    static double left(LedgerState state) {
        double left = 1;
        for (Registration registration : state.registrations()) {
            left -= registration.stake().share();
        }
        return left;
    }
}
