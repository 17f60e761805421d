package org.novum.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.novum.api.finding.Figure;
import org.novum.api.finding.LedgerDecision;
import org.novum.api.finding.Verdict;
import org.novum.report.prose.Prose;

/**
 * Everything the report page shows, as plain data.
 *
 * @param study that was asked
 * @param document the findings, exactly as {@code findings.json} has them
 * @param details of each finding by its id: the reason of its verdict, its registration, its figures
 * @param verdicts how many tested hypotheses got each verdict word, over all of them and not only the findings
 * @param rounds in their order
 * @param ledger rows of the experiment's error ledger, in the order of asking
 * @param journal steps of the run, in the order of their sequence numbers
 * @param methods used, with citations
 * @param warnings a reader should know of; each one sentence
 * @param prose of a model around the findings, where the study has a report writer or a critic
 */
public record ReportModel(
        StudySection study,
        FindingsDocument document,
        Map<String, Detail> details,
        Map<String, Long> verdicts,
        List<Round> rounds,
        List<LedgerRow> ledger,
        List<JournalStep> journal,
        Methods methods,
        List<String> warnings,
        Optional<Prose> prose) {
    /** Copies the collections and checks that findings and details belong together. */
    public ReportModel {
        details = Collections.unmodifiableSortedMap(new TreeMap<>(details));
        verdicts = Collections.unmodifiableSortedMap(new TreeMap<>(verdicts));
        rounds = List.copyOf(rounds);
        ledger = List.copyOf(ledger);
        journal = List.copyOf(journal);
        warnings = List.copyOf(warnings);
        verdicts.keySet().forEach(word -> Verdict.of(word, ""));
        TreeSet<String> ids = document.findings().stream()
                .map(FindingsDocument.Finding::id)
                .collect(Collectors.toCollection(TreeSet::new));
        if (!ids.equals(details.keySet())) {
            throw new IllegalArgumentException(
                    "each finding needs its detail and each detail its finding; findings are " + ids + ", details "
                            + details.keySet());
        }
    }

    /** A page without prose. */
    public ReportModel(
            StudySection study,
            FindingsDocument document,
            Map<String, Detail> details,
            Map<String, Long> verdicts,
            List<Round> rounds,
            List<LedgerRow> ledger,
            List<JournalStep> journal,
            Methods methods,
            List<String> warnings) {
        this(study, document, details, verdicts, rounds, ledger, journal, methods, warnings, Optional.empty());
    }

    /** The same with prose. */
    public ReportModel told(Prose other) {
        return new ReportModel(
                study, document, details, verdicts, rounds, ledger, journal, methods, warnings, Optional.of(other));
    }

    /** How many tested hypotheses were accepted. */
    public long accepted() {
        return verdicts.entrySet().stream()
                .filter(entry -> Verdict.of(entry.getKey(), "").accepted())
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /**
     * The study's own words.
     *
     * @param name of the study
     * @param question it asks
     * @param experiment whose error ledger pays
     * @param discipline that answers
     * @param options of the discipline as the study sets them, an object
     */
    public record StudySection(String name, String question, String experiment, String discipline, JsonNode options) {}

    /**
     * What the page shows of a finding beyond {@code findings.json}.
     *
     * @param reason of its verdict, one line
     * @param registration digest of the registration it was tested under
     * @param figures to draw
     */
    public record Detail(String reason, String registration, List<Figure> figures) {
        /** Copies the list. */
        public Detail {
            figures = List.copyOf(figures);
        }

        /** The detail that a verdict, a decision and a measurement's figures make. */
        public static Detail of(Verdict verdict, LedgerDecision decision, List<Figure> figures) {
            return new Detail(verdict.reason(), decision.registration(), figures);
        }
    }

    /**
     * One round of the research.
     *
     * @param number from 1
     * @param proposal what was proposed, by whom and why
     * @param analysis what the exploration data said
     * @param registration digest of the plan that was committed
     * @param partition that was opened after the commitment
     * @param judged every member of the family, in its order
     */
    public record Round(
            int number,
            String proposal,
            String analysis,
            String registration,
            String partition,
            List<Judged> judged) {
        /** Copies the list. */
        public Round {
            judged = List.copyOf(judged);
        }
    }

    /**
     * A judged hypothesis.
     *
     * @param hypothesis its id
     * @param statement of its claim
     * @param verdict it got
     */
    public record Judged(String hypothesis, String statement, Verdict verdict) {}

    /**
     * One step of the journal.
     *
     * @param sequence number in the run
     * @param step what ran
     * @param kind {@code PURE}, {@code IDEMPOTENT} or {@code UNSAFE}
     * @param input digest of what it was given, empty where there is none
     * @param output digest of what it gave, empty where there is none
     */
    public record JournalStep(long sequence, String step, String kind, String input, String output) {}

    /**
     * The methods section.
     *
     * @param notes one paragraph per method
     * @param citations publications, one line each
     */
    public record Methods(List<Note> notes, List<String> citations) {
        /** Copies the lists. */
        public Methods {
            notes = List.copyOf(notes);
            citations = List.copyOf(citations);
        }

        /**
         * A paragraph.
         *
         * @param title of the method
         * @param text about it
         */
        public record Note(String title, String text) {}
    }
}
