package org.novum.runtime.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
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

    /** The entry that says that agents explore a slice. */
    static LedgerRecord.Opened exploration(RegistrationRequest.Sample sample, Registration.Requester requester) {
        return opening(sample, requester, payload(EXPLORATION, sample));
    }

    /** The entry that says that a person looked; {@code when} tells one look from the next. */
    static LedgerRecord.Opened byPerson(
            RegistrationRequest.Sample sample, Registration.Requester requester, String when) {
        return opening(sample, requester, payload(PERSON, sample).put("at", when));
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
        explorations()
                .filter(payload -> !same(payload.path("policy"), sample.policy()))
                .filter(payload -> names(payload, sample.files()) || sameKeys(payload.path("policy"), sample.policy()))
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
        return state.openings().stream()
                .filter(opening -> isExploration(opening.payload()))
                .filter(opening -> names(opening.payload(), sample.files()))
                .filter(opening -> sample.slice().equals(Slices.ALL)
                        || sample.slice().equals(opening.payload().path("slice").asText()))
                .map(opening -> "run " + opening.requester().runId() + " of study "
                        + opening.requester().study())
                .findFirst();
    }

    /** How often people have looked at these files. */
    long looksByPeople(List<Digest> files) {
        return state.openings().stream()
                .map(LedgerRecord.Opened::payload)
                .filter(payload -> payload.path("kind").asText().equals(PERSON))
                .filter(payload -> names(payload, files))
                .count();
    }

    /** Whether somebody has explored one of these files. */
    boolean explored(List<Digest> files) {
        return explorations().anyMatch(payload -> names(payload, files));
    }

    private java.util.stream.Stream<JsonNode> explorations() {
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
        };
    }

    private static boolean names(JsonNode payload, List<Digest> files) {
        for (JsonNode named : payload.path("files")) {
            if (files.contains(new Digest(named.asText()))) {
                return true;
            }
        }
        return false;
    }
}
