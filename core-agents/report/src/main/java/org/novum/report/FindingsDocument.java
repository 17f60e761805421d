package org.novum.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.novum.api.data.DataPart;
import org.novum.api.data.Quantity;
import org.novum.api.finding.LedgerDecision;
import org.novum.api.finding.Measurement;
import org.novum.api.finding.Significance;
import org.novum.api.finding.Verdict;

/**
 * The content of {@code findings.json}: what a run found, with the run that found it.
 *
 * <p>The same document gives the same bytes on every machine, so that replay can compare them.
 *
 * @param run that found it
 * @param tested number of hypotheses that spent error budget in this run
 * @param findings in the order of the report
 * @param literature that models were shown and cited, where the study names any
 */
public record FindingsDocument(Run run, long tested, List<Finding> findings, Optional<Literature> literature) {
    /** Copies the list. */
    public FindingsDocument {
        findings = List.copyOf(findings);
    }

    /** A document without literature. */
    public FindingsDocument(Run run, long tested, List<Finding> findings) {
        this(run, tested, findings, Optional.empty());
    }

    /** The document as UTF-8 JSON: fixed order of keys, indented, a newline at the end. */
    public byte[] toBytes() {
        return FindingsJson.write(this);
    }

    /**
     * Reads what {@link #toBytes()} wrote.
     *
     * @throws ReportException with {@code DATA} if the bytes are not such a document; the message names the place
     */
    public static FindingsDocument parse(byte[] json) {
        return FindingsJsonReader.parse(json);
    }

    /**
     * The run behind the findings.
     *
     * @param id of the run
     * @param study its name
     * @param experiment whose error ledger paid
     * @param discipline that answered
     * @param seed of every random number
     * @param data parts in the order of the dataset's card
     * @param versions of programs and plugins, by name
     */
    public record Run(
            String id,
            String study,
            String experiment,
            String discipline,
            long seed,
            List<Data> data,
            Map<String, String> versions) {
        /** Copies the collections, versions in the order of their names. */
        public Run {
            data = List.copyOf(data);
            versions = Collections.unmodifiableSortedMap(new TreeMap<>(versions));
        }
    }

    /**
     * One part of the data.
     *
     * @param name of the part, as a rule the file's stem
     * @param uri where it was read from
     * @param rows how many it has
     * @param sha256 lower-case hexadecimal digest of its decompressed bytes
     */
    public record Data(String name, String uri, long rows, String sha256) {
        /** What the document says of a dataset's part. */
        public static Data of(DataPart part) {
            return new Data(part.name(), part.uri(), part.rows(), part.sha256());
        }
    }

    /**
     * One finding.
     *
     * @param id of its hypothesis
     * @param statement what was found, in one sentence with numbers
     * @param verdict {@code discovery}, {@code evidence}, {@code inconclusive} or {@code refuted}
     * @param attributes the discipline's own fields, an object; they stand at the finding's top level in the file
     * @param quantities with units and errors, by name
     * @param significance in standard deviations
     * @param log10p the decimal logarithms of the same p-values
     * @param ledger what the error ledger decided
     * @param evidence digests of the steps and blobs that prove the numbers
     */
    public record Finding(
            String id,
            String statement,
            String verdict,
            ObjectNode attributes,
            Map<String, Quantity> quantities,
            Significance significance,
            Significance log10p,
            Ledger ledger,
            List<String> evidence) {
        /** Copies the collections, quantities in the order of their names. */
        public Finding {
            Verdict.of(verdict, "");
            attributes = attributes.deepCopy();
            quantities = Collections.unmodifiableSortedMap(new TreeMap<>(quantities));
            evidence = List.copyOf(evidence);
        }

        /** The finding that a discipline's measurement, its verdict and the ledger's decision make. */
        public static Finding of(
                Measurement measurement, Verdict verdict, LedgerDecision decision, List<String> evidence) {
            ObjectNode attributes = JsonNodeFactory.instance.objectNode();
            measurement.attributes().properties().forEach(field -> attributes.set(field.getKey(), field.getValue()));
            return new Finding(
                    measurement.hypothesis(),
                    measurement.statement(),
                    verdict.word(),
                    attributes,
                    measurement.quantities(),
                    measurement.significance(),
                    measurement.log10p(),
                    Ledger.of(decision),
                    evidence);
        }

        /** True for a discovery and for evidence. */
        public boolean accepted() {
            return Verdict.of(verdict, "").accepted();
        }
    }

    /**
     * The ledger's decision as the document tells it.
     *
     * @param index of the hypothesis in the experiment's ledger, from 1
     * @param level at or below which its p-value had to be
     * @param accepted whether it was
     */
    public record Ledger(long index, double level, boolean accepted) {
        /** What the document says of a decision. */
        public static Ledger of(LedgerDecision decision) {
            return new Ledger(decision.index(), decision.level(), decision.accepted());
        }
    }
}
