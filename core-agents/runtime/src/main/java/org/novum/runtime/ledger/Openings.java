package org.novum.runtime.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.api.data.PartitionPolicy;
import org.novum.journal.CanonicalJson;
import org.novum.journal.Digest;
import org.novum.journal.LedgerRecord;
import org.novum.journal.LedgerState;
import org.novum.journal.Registration;
import org.novum.runtime.partition.Slices;

/**
 * Who has looked at which rows of an experiment outside a registered test, as its ledger tells.
 *
 * @param state of the ledger
 */
record Openings(LedgerState state) {
    private static final String EXPLORATION = "exploration";
    private static final String PERSON = "person";
    private static final String CONTENT = "content";

    /** The entry that says that agents explore a slice. */
    static LedgerRecord.Opened exploration(RegistrationRequest.Sample sample, Registration.Requester requester) {
        return opening(sample, requester, payload(EXPLORATION, sample));
    }

    /** The entry that says that a person looked; {@code when} tells one look from the next. */
    static LedgerRecord.Opened byPerson(
            RegistrationRequest.Sample sample, Registration.Requester requester, String when) {
        return opening(sample, requester, payload(PERSON, sample).put("at", when));
    }

    /** The entry that keeps the sketches of the files that a ledger does not know yet; empty if it knows them all. */
    static Optional<LedgerRecord.Opened> unknown(
            RegistrationRequest.Sample sample, Registration.Requester requester, LedgerState state) {
        Set<String> known = Relatives.known(state).keySet();
        ObjectNode payload = JsonNodeFactory.instance.objectNode();
        ObjectNode sketches = payload.put("kind", CONTENT).putObject(Relatives.SKETCHES);
        sample.contents().sketches().forEach((file, sketch) -> {
            if (!known.contains(file)) {
                sketches.put(file, sketch.hashes());
            }
        });
        return sketches.isEmpty() ? Optional.empty() : Optional.of(opening(sample, requester, payload));
    }

    private static ObjectNode payload(String kind, RegistrationRequest.Sample sample) {
        ObjectNode payload = JsonNodeFactory.instance.objectNode();
        payload.put("kind", kind).put("slice", sample.slice());
        payload.set("policy", CanonicalJson.tree(sample.policy()));
        sample.files().forEach(file -> payload.withArray("/files").add(file.hex()));
        return payload;
    }

    private static LedgerRecord.Opened opening(
            RegistrationRequest.Sample sample, Registration.Requester requester, ObjectNode payload) {
        return new LedgerRecord.Opened(sample.digest(), requester, payload);
    }

    /**
     * Refuses a split that would turn explored rows into confirming ones: another split of files that have been explored,
     * or other fractions under the same keys, which the same events in another file would fall under.
     *
     * @throws NovumException with {@code REFUSED}
     */
    void requireSameSplit(RegistrationRequest.Sample sample) {
        Set<Digest> files = relatives(sample);
        explorations()
                .filter(payload -> !same(payload.path("policy"), sample.policy()))
                .filter(payload -> names(payload, files) || sameKeys(payload.path("policy"), sample.policy()))
                .findFirst()
                .ifPresent(payload -> {
                    throw new NovumException(
                            ExitCode.REFUSED,
                            "this experiment has explored rows under the split " + payload.path("policy")
                                    + "; explored rows cannot confirm, so keep that split, not "
                                    + CanonicalJson.tree(sample.policy()) + ", or name another experiment for other data");
                });
    }

    /** Who explored rows of this slice of these files, if anybody did. */
    Optional<String> explorerOf(RegistrationRequest.Sample sample) {
        Set<Digest> files = relatives(sample);
        return state.openings().stream()
                .filter(opening -> isExploration(opening.payload()))
                .filter(opening -> names(opening.payload(), files))
                .filter(opening -> sample.slice().equals(Slices.ALL)
                        || sample.slice().equals(opening.payload().path("slice").asText()))
                .map(opening -> "run " + opening.requester().runId() + " of study "
                        + opening.requester().study())
                .findFirst();
    }

    /** How often people have looked at these files or at others that overlap with them. */
    long looksByPeople(RegistrationRequest.Sample sample) {
        Set<Digest> files = relatives(sample);
        return state.openings().stream()
                .map(LedgerRecord.Opened::payload)
                .filter(payload -> payload.path("kind").asText().equals(PERSON))
                .filter(payload -> names(payload, files))
                .count();
    }

    /** The looks of people at files that overlap with this sample, and the sketches of what they looked at. */
    List<LedgerRecord.Opened> looksAt(RegistrationRequest.Sample sample) {
        Set<Digest> files = relatives(sample);
        List<LedgerRecord.Opened> looks = state.openings().stream()
                .filter(opening -> opening.payload().path("kind").asText().equals(PERSON))
                .filter(opening -> names(opening.payload(), files))
                .toList();
        Set<String> seen = new TreeSet<>();
        looks.forEach(look -> look.payload().path("files").forEach(file -> seen.add(file.asText())));
        List<LedgerRecord.Opened> needed = new ArrayList<>(state.openings().stream()
                .filter(opening -> seen.stream()
                        .anyMatch(opening.payload().path(Relatives.SKETCHES)::has))
                .toList());
        needed.addAll(looks);
        return needed;
    }

    /** Whether the experiment has registered or explored one of these files or another that overlaps with it. */
    boolean know(RegistrationRequest.Sample sample) {
        Set<Digest> files = relatives(sample);
        return explorations().anyMatch(payload -> names(payload, files))
                || state.registrations().stream()
                        .anyMatch(registration -> registration.stake().data().stream().anyMatch(files::contains));
    }

    private Set<Digest> relatives(RegistrationRequest.Sample sample) {
        return Relatives.of(state, sample.contents()).of(sample.files());
    }

    private Stream<JsonNode> explorations() {
        return state.openings().stream().map(LedgerRecord.Opened::payload).filter(Openings::isExploration);
    }

    private static boolean isExploration(JsonNode payload) {
        return payload.path("kind").asText().equals(EXPLORATION);
    }

    private static boolean same(JsonNode recorded, PartitionPolicy policy) {
        return CanonicalJson.digest(recorded).equals(CanonicalJson.digest((Object) policy));
    }

    private static boolean sameKeys(JsonNode recorded, PartitionPolicy policy) {
        return switch (policy) {
            case PartitionPolicy.WholeSample _ -> false;
            case PartitionPolicy.ByKey byKey ->
                CanonicalJson.digest(recorded.path("keyColumns")).equals(CanonicalJson.digest((Object) byKey.keyColumns()));
            case PartitionPolicy.ByTime byTime ->
                CanonicalJson.digest(recorded.path("timeColumns")).equals(CanonicalJson.digest((Object) byTime.timeColumns()));
            // Another axis or other blocks of other objects' files turn nothing explored into confirming elements.
            case PartitionPolicy.ByBlock _ -> false;
            // Nor do the turns of other objects' measurements.
            case PartitionPolicy.ByTurn _ -> false;
        };
    }

    private static boolean names(JsonNode payload, Set<Digest> files) {
        for (JsonNode named : payload.path("files")) {
            if (files.contains(new Digest(named.asText()))) {
                return true;
            }
        }
        return false;
    }
}
