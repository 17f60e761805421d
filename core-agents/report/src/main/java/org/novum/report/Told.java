package org.novum.report;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.novum.report.FindingsDocument.Finding;

/** Which findings get a section of the page, in which order. */
final class Told {
    static final List<String> VERDICTS = List.of("discovery", "evidence", "inconclusive", "refuted");

    /** Accepted findings have a section each; the others too, up to this many. */
    static final int FEW = 40;

    private Told() {}

    static List<Finding> accepted(FindingsDocument document) {
        return document.findings().stream()
                .filter(Finding::accepted)
                .sorted(Comparator.comparing((Finding finding) -> VERDICTS.indexOf(finding.verdict())))
                .toList();
    }

    static List<Finding> others(FindingsDocument document) {
        return document.findings().stream().filter(finding -> !finding.accepted()).toList();
    }

    static List<Finding> of(FindingsDocument document) {
        List<Finding> notAccepted = others(document);
        Stream<Finding> others = notAccepted.size() <= FEW ? notAccepted.stream() : Stream.of();
        return Stream.concat(accepted(document).stream(), others).toList();
    }

    /** Name of the section at this place, from 0. */
    static String anchor(int place) {
        return "finding-" + (place + 1);
    }
}
