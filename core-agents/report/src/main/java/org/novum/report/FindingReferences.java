package org.novum.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.novum.api.finding.Significance;
import org.novum.report.FindingsDocument.Finding;
import org.novum.report.prose.References;

/**
 * What prose about a run may refer to: the quantities, names and verdicts of its findings, the methods' sources, and passages
 * of literature.
 */
public final class FindingReferences {
    private final Map<String, References.Target> targets = new TreeMap<>();

    private FindingReferences() {}

    /**
     * The references.
     *
     * @param document the findings; those that get a section of the page are {@code finding-1}, {@code finding-2}, … in its
     *     order
     * @param citations of the discipline, which are {@code c:method-1}, {@code c:method-2}, …
     */
    public static References of(FindingsDocument document, List<String> citations) {
        FindingReferences made = new FindingReferences();
        List<Finding> told = Told.of(document);
        for (int i = 0; i < told.size(); i++) {
            made.finding(Told.anchor(i), told.get(i));
        }
        made.put("q", References.RUN, "tested", "hypotheses tested", Numbers.count(document.tested()));
        long accepted = document.findings().stream().filter(Finding::accepted).count();
        made.put("q", References.RUN, "accepted", "findings accepted", Numbers.count(accepted));
        for (int i = 0; i < citations.size(); i++) {
            made.targets.put("c:method-" + (i + 1), new References.Target(References.RUN, "source", citations.get(i)));
        }
        document.literature().ifPresent(made::literature);
        return new References(made.targets);
    }

    /** The name under which a finding is referred to; empty where it has no section. */
    public static Optional<String> anchorOf(FindingsDocument document, String hypothesis) {
        List<Finding> told = Told.of(document);
        for (int i = 0; i < told.size(); i++) {
            if (told.get(i).id().equals(hypothesis)) {
                return Optional.of(Told.anchor(i));
            }
        }
        return Optional.empty();
    }

    /** Passages are cited by their own key, or by that of their publication, which stands for the nearest one of it. */
    private void literature(Literature literature) {
        for (Literature.Source passage : literature.passages()) {
            References.Target target = new References.Target(References.RUN, References.PASSAGE, passage.key());
            targets.put("l:" + passage.key(), target);
            if (literature.folders().size() == 1) {
                targets.putIfAbsent("l:" + passage.work(), target);
            }
        }
    }

    private void finding(String anchor, Finding finding) {
        targets.put(
                "n:" + anchor,
                new References.Target(anchor, "name", FindingsTable.known(finding).orElse(FindingsTable.subject(finding))));
        targets.put("v:" + anchor, new References.Target(anchor, "verdict", finding.verdict()));
        finding.quantities()
                .forEach((name, quantity) -> put("q", anchor, key(name), words(name), Numbers.quantity(quantity)));
        Significance deviations = finding.significance();
        deviations(anchor, "local", deviations.local());
        deviations(anchor, "global", deviations.global());
        deviations(anchor, "campaign", deviations.campaign());
        put("q", anchor, "level", "level of the ledger", Numbers.rate(finding.ledger().level()));
    }

    private void deviations(String anchor, String scope, @Nullable Double value) {
        if (value != null) {
            put("q", anchor, "significance." + scope, scope + " significance", Numbers.significance(value) + " σ");
        }
    }

    private void put(String kind, String owner, String key, String label, String text) {
        targets.put(kind + ":" + owner + "." + key, new References.Target(owner, label, text));
    }

    /** No name of a discipline may hold what ends a reference. */
    private static String key(String name) {
        return name.replaceAll("[^A-Za-z0-9_.-]", "-");
    }

    private static String words(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z0-9])", " ").replace('_', ' ').toLowerCase(Locale.ROOT);
    }
}
