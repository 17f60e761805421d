package org.novum.runtime.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.novum.journal.CanonicalJson;
import org.novum.journal.Digest;
import org.novum.journal.LedgerState;
import org.novum.journal.Registration;
import org.novum.runtime.Json;

/**
 * One stream of an experiment's ledger: the registrations whose data overlap ({@link Relatives}), directly or through
 * others.
 *
 * <p>Registrations on disjoint files of one experiment are separate streams with a budget each, since what was learnt from
 * one sample cannot bias a test on another.
 *
 * @param entries registrations of the stream, in the order of asking
 */
record Account(List<Entry> entries) {
    /** A registration with its content and, if there is one, its ruling. */
    record Entry(Registration registration, Enrolment enrolment, Optional<Ruling> ruling) {}

    /** The stream that files belong to; registrations of {@code except} and later are left out. */
    static Account of(LedgerState state, Collection<Digest> files, Digest except) {
        Relatives relatives = Relatives.of(state);
        List<Entry> earlier = new ArrayList<>();
        for (Registration registration : state.registrations()) {
            if (registration.hash().equals(except)) {
                break;
            }
            earlier.add(entry(state, registration));
        }
        Set<Digest> reached = new HashSet<>(relatives.of(files));
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Entry entry : earlier) {
                List<Digest> data = entry.registration().stake().data();
                if (data.stream().anyMatch(reached::contains)) {
                    grown |= reached.addAll(relatives.of(data));
                }
            }
        }
        return new Account(earlier.stream()
                .filter(entry -> entry.registration().stake().data().stream().anyMatch(reached::contains))
                .toList());
    }

    /** A registration of a state as the runtime wrote it. */
    static Entry entry(LedgerState state, Registration registration) {
        return new Entry(
                registration,
                Json.read(CanonicalJson.bytes(registration.members()), Enrolment.class),
                state.decision(registration.hash()).map(Account::ruling));
    }

    static Ruling ruling(JsonNode decision) {
        return Json.read(CanonicalJson.bytes(decision), Ruling.class);
    }

    /** Members registered in the whole experiment so far. */
    static long membersOf(LedgerState state) {
        return state.registrations().stream()
                .mapToLong(registration -> registration.members().path("members").size())
                .sum();
    }

    /** The false discovery rate that the stream promised with its first registration. */
    OptionalDouble promised() {
        return entries.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(entries.getFirst().enrolment().errorRate());
    }

    /** What the stream has spent, as a false discovery rate. */
    double spent() {
        // In the order of asking, and not with a stream's sum, whose rounding is the library's affair.
        double spent = 0;
        for (Entry entry : entries) {
            spent += entry.enrolment().level();
        }
        return spent;
    }

    /** Hypotheses of the stream. */
    long members() {
        return entries.stream()
                .mapToLong(entry -> entry.enrolment().members().size())
                .sum();
    }

    /** Rejections of the stream so far. */
    int discoveries() {
        return entries.stream()
                .flatMap(entry -> entry.ruling().stream())
                .mapToInt(Ruling::accepted)
                .sum();
    }

    /** Whether a registration of the stream opens rows of this slice of one of these files, which are a file's relatives. */
    boolean opens(Collection<Digest> files, String slice) {
        return entries.stream()
                .filter(entry -> entry.enrolment().partition().equals(slice)
                        || entry.enrolment().partition().equals("all")
                        || slice.equals("all"))
                .anyMatch(entry -> entry.registration().stake().data().stream().anyMatch(files::contains));
    }
}
