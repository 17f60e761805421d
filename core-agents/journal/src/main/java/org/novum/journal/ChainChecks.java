package org.novum.journal;

import java.util.List;
import java.util.function.Supplier;

/** What journal and ledger have in common: numbered entries, each sealed over the one before it. */
final class ChainChecks {

    static final String SEQUENCE = "sequence";
    static final String HASH_CHAIN = "hash chain";

    /** One entry of a chain; {@code expected} computes the hash it should have. */
    record Link(long sequence, String previousHash, String hash, Supplier<Digest> expected) {}

    private ChainChecks() {}

    static Check sequence(List<Link> links) {
        long expected = 1;
        for (Link link : links) {
            if (link.sequence() != expected) {
                return Check.failed(
                        SEQUENCE,
                        expected,
                        "entry %d is missing: entry %d follows entry %d"
                                .formatted(expected, link.sequence(), expected - 1));
            }
            expected++;
        }
        return Check.passed(SEQUENCE, links.size());
    }

    static Check hashes(List<Link> links) {
        String previous = Digest.ZERO.hex();
        long examined = 0;
        for (Link link : links) {
            examined++;
            if (!link.previousHash().equals(previous)) {
                return Check.failed(
                        HASH_CHAIN,
                        examined,
                        "entry %d names %s as the hash before it, which is %s"
                                .formatted(link.sequence(), link.previousHash(), previous));
            }
            String expected = link.expected().get().hex();
            if (!link.hash().equals(expected)) {
                return Check.failed(
                        HASH_CHAIN,
                        examined,
                        "entry %d was changed: its content hashes to %s, not to its hash %s"
                                .formatted(link.sequence(), expected, link.hash()));
            }
            previous = link.hash();
        }
        return Check.passed(HASH_CHAIN, examined);
    }

    static Digest head(List<Link> links) {
        return links.isEmpty() ? Digest.ZERO : headOf(links.getLast().hash());
    }

    /** A damaged hash is reported by the check of the chain; as a head it is none. */
    private static Digest headOf(String hash) {
        try {
            return new Digest(hash);
        } catch (JournalException e) {
            return Digest.ZERO;
        }
    }
}
