package org.novum.runtime.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.novum.api.discipline.Strength;
import org.novum.api.finding.LedgerDecision;
import org.novum.journal.LedgerState;
import org.novum.journal.Registration;
import org.novum.report.LedgerRow;

/** The error ledger as people read it: one row per hypothesis ever asked. */
public final class LedgerView {
    private static final Strength UNDECIDED = new Strength.Untested("registered, not decided yet");

    private LedgerView() {}

    /** All rows of an experiment, in the order of asking; undecided registrations count, with their payment. */
    public static List<LedgerRow> rows(LedgerState state) {
        List<LedgerRow> rows = new ArrayList<>();
        for (Registration registration : state.registrations()) {
            Account.Entry entry = Account.entry(state, registration);
            for (int i = 0; i < entry.enrolment().members().size(); i++) {
                rows.add(row(entry, i));
            }
        }
        return List.copyOf(rows);
    }

    private static LedgerRow row(Account.Entry entry, int position) {
        Enrolment enrolment = entry.enrolment();
        Enrolment.Member member = enrolment.members().get(position);
        Optional<Ruling.Entry> ruled = entry.ruling().map(ruling -> ruling.entries().get(position));
        return new LedgerRow(
                enrolment.firstIndex() + position,
                entry.registration().requester().study(),
                member.hypothesis(),
                member.statement(),
                member.proposer(),
                entry.registration().hash().hex(),
                enrolment.level(),
                ruled.map(Ruling.Entry::decision).map(LedgerDecision::level).orElse(0.0),
                ruled.map(Ruling.Entry::strength).orElse(UNDECIDED),
                ruled.map(Ruling.Entry::decision).map(LedgerDecision::accepted).orElse(false));
    }
}
