package org.novum.runtime.agent;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.apache.arrow.memory.BufferAllocator;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.api.data.DataHandle;
import org.novum.api.data.DataPart;
import org.novum.api.data.PartitionPolicy;
import org.novum.journal.CanonicalJson;
import org.novum.journal.Digest;
import org.novum.journal.JournalRecord;
import org.novum.runtime.partition.PartitionedData;
import org.novum.runtime.partition.Slices;

/**
 * The second law in one place: which rows a step may see, and when.
 *
 * <p>Exploration handles hold the exploration slice and the slices that earlier rounds have opened, for an opened row can
 * never confirm again. A confirmation slice is handed out only under a plan that is registered in the journal; the opening
 * is recorded first, and the journal refuses it without the registration.
 */
public final class DataAccess {
    private final PartitionedData data;
    private final Registrar registrar;
    private final Steps steps;
    private final Map<Digest, String> registered = new ConcurrentHashMap<>();
    private final ConcurrentSkipListSet<String> opened = new ConcurrentSkipListSet<>();

    /**
     * @param registrar knows the data as the registered policy cuts them, and the ledger
     * @param steps where registrations and openings are recorded
     */
    DataAccess(Registrar registrar, Steps steps) {
        this.data = registrar.data();
        this.registrar = registrar;
        this.steps = steps;
    }

    /** Names of the slices that an exploration handle holds now. */
    public List<String> explorable() {
        TreeSet<String> slices = new TreeSet<>(opened);
        if (!(data.policy() instanceof PartitionPolicy.WholeSample)) {
            slices.add(Slices.EXPLORATION);
        } else {
            slices.clear();
        }
        return List.copyOf(slices);
    }

    /** Names of the slices that are open now; what may be measured. */
    public List<String> open() {
        TreeSet<String> slices = new TreeSet<>(opened);
        slices.addAll(explorable());
        return List.copyOf(slices);
    }

    /** The rows of slices that are explorable or opened. */
    public DataHandle opened(List<String> slices, BufferAllocator allocator) {
        if (!new TreeSet<>(open()).containsAll(slices)) {
            throw new IllegalArgumentException("slices " + slices + " are not open; open are " + open());
        }
        return data.handle(slices, allocator);
    }

    /** Digest that identifies slices of this data: policy, experiment, file digests and names. */
    public Digest digest(List<String> slices) {
        Map<String, Object> identity = new TreeMap<>();
        identity.put("experiment", registrar.study().experiment());
        identity.put("policy", data.policy());
        identity.put("slices", slices);
        identity.put("sha256", data.card().parts().stream().map(DataPart::sha256).sorted().toList());
        return CanonicalJson.digest((Object) identity);
    }

    /** Records that a plan is registered; from now on it may open its slice. */
    void registered(Digest registration, String slice, ObjectNode payload) {
        payload.put("slice", slice).put("partition", digest(List.of(slice)).hex());
        steps.record(new JournalRecord.Registered(registration, payload));
        registered.put(registration, slice);
    }

    /**
     * Records that a registered plan opens a confirmation slice.
     *
     * @throws org.novum.journal.JournalException if the plan is not registered
     * @throws NovumException with {@code REFUSED} if it is registered for another slice
     */
    public void open(Digest registration, String slice) {
        String promised = registered.getOrDefault(registration, slice);
        if (!promised.equals(slice)) {
            throw new NovumException(
                    ExitCode.REFUSED,
                    "registration " + registration.hex() + " opens " + promised + ", not " + slice
                            + "; register a plan for that slice first");
        }
        ObjectNode payload = JsonNodeFactory.instance.objectNode();
        payload.put("slice", slice).put("by", "verification agent");
        steps.record(new JournalRecord.Opened(
                digest(List.of(slice)), new JournalRecord.Purpose.Confirmation(registration), payload));
        opened.add(slice);
    }

    /**
     * Records that a round looks at the rows which are explorable now, and gives their slices.
     *
     * <p>Slices opened by earlier rounds become exploration in the experiment's ledger too, so that no other run can
     * confirm with them.
     */
    List<String> explore(int round) {
        List<String> slices = explorable();
        List<String> reused =
                slices.stream().filter(slice -> !slice.equals(Slices.EXPLORATION)).toList();
        if (!reused.isEmpty()) {
            steps.idempotent("round-" + round + "/explore", Map.of("slices", reused), Integer.class, () -> {
                reused.forEach(slice -> registrar.ledger().explored(registrar.sample(slice), registrar.requester()));
                return reused.size();
            });
        }
        if (!slices.isEmpty()) {
            ObjectNode payload = JsonNodeFactory.instance.objectNode();
            payload.put("slices", String.join("+", slices)).put("by", "analysis agent").put("round", round);
            steps.record(new JournalRecord.Opened(digest(slices), new JournalRecord.Purpose.Exploration(), payload));
        }
        return slices;
    }
}
