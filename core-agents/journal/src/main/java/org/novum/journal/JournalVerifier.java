package org.novum.journal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.novum.journal.ChainChecks.Link;

/**
 * Proves a journal from its own bytes: that no entry was changed, removed or moved, that every blob it names is there
 * and whole, that every result has its intent, and that no confirmation partition was opened before its plan was
 * registered.
 *
 * <p>The checks run in the order of the constants. Whoever can rewrite the whole file can also seal it anew; the
 * {@linkplain Verification#head() head} published elsewhere is what stops that.
 */
public final class JournalVerifier {

    /** The file can be read. */
    public static final String FILE = "journal file";
    /** Entries are numbered from 1 without gaps. */
    public static final String SEQUENCE = ChainChecks.SEQUENCE;
    /** Every entry carries the hash of its content and of the entry before it. */
    public static final String HASH_CHAIN = ChainChecks.HASH_CHAIN;
    /** Every entry reads as what it claims to be, and all belong to one run. */
    public static final String ENTRIES = "entries";
    /** Every entry was written under the lease taken last before it, and epochs ascend by one. */
    public static final String LEASES = "leases";
    /** Every result follows the one intent of its step and has its input. */
    public static final String INTENTS = "intent before result";
    /** No step has two results. */
    public static final String SINGLE_RESULTS = "one result per step";
    /** Every opening for confirmation follows the registration of its plan. */
    public static final String REGISTRATIONS = "registration before opening";
    /** Every mark of publication follows its event. */
    public static final String PUBLICATIONS = "event before publication";
    /** Every blob that an entry names is there and whole. */
    public static final String BLOBS = "blobs";

    private JournalVerifier() {}

    /** Runs all checks; those on the meaning of entries are left out when an entry cannot be read. */
    public static Verification verify(JournalReader journal, BlobStore blobs) {
        List<StoredEntry> stored;
        try {
            stored = journal.stored();
        } catch (JournalException e) {
            return new Verification(List.of(Check.failed(FILE, 1, String.valueOf(e.getMessage()))), Digest.ZERO);
        }
        List<Link> links = stored.stream()
                .map(entry ->
                        new Link(entry.header().sequence(), entry.previousHash(), entry.hash(), entry::expectedHash))
                .toList();
        List<Check> checks = new ArrayList<>();
        checks.add(
                stored.isEmpty()
                        ? Check.failed(FILE, 1, journal.location() + " holds no entry")
                        : Check.passed(FILE, 1));
        checks.add(ChainChecks.sequence(links));
        checks.add(ChainChecks.hashes(links));
        List<JournalEntry> entries = new ArrayList<>();
        Check readable = decode(stored, entries);
        checks.add(readable);
        if (readable.ok()) {
            checks.addAll(JournalMeaning.checks(entries));
            checks.add(blobs(stored, blobs));
        }
        return new Verification(checks, ChainChecks.head(links));
    }

    private static Check decode(List<StoredEntry> stored, List<JournalEntry> entries) {
        for (StoredEntry entry : stored) {
            String runId = stored.getFirst().header().runId();
            if (!entry.header().runId().equals(runId)) {
                return Check.failed(
                        ENTRIES,
                        entries.size() + 1,
                        "entry %d belongs to run %s, not to run %s"
                                .formatted(
                                        entry.header().sequence(),
                                        entry.header().runId(),
                                        runId));
            }
            try {
                entries.add(entry.decode());
            } catch (JournalException e) {
                return Check.failed(ENTRIES, entries.size() + 1, String.valueOf(e.getMessage()));
            }
        }
        return Check.passed(ENTRIES, entries.size());
    }

    private static Check blobs(List<StoredEntry> stored, BlobStore blobs) {
        long examined = 0;
        for (StoredEntry entry : stored) {
            for (String reference : references(CanonicalJson.parse(entry.payloadBytes()))) {
                examined++;
                try {
                    blobs.get(RecordCodec.blob(reference));
                } catch (JournalException e) {
                    return Check.failed(
                            BLOBS,
                            examined,
                            "entry %d (%s%s): %s"
                                    .formatted(
                                            entry.header().sequence(),
                                            entry.content().kind(),
                                            Optional.ofNullable(entry.content().step())
                                                    .map(step -> " of " + step)
                                                    .orElse(""),
                                            e.getMessage()));
                }
            }
        }
        return Check.passed(BLOBS, examined);
    }

    private static List<String> references(JsonNode node) {
        if (node.isTextual()) {
            return node.textValue().startsWith(Digest.BLOB_PREFIX) ? List.of(node.textValue()) : List.of();
        }
        List<String> found = new ArrayList<>();
        node.forEach(child -> found.addAll(references(child)));
        return found;
    }
}
