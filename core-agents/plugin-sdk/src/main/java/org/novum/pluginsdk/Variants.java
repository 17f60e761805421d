package org.novum.pluginsdk;

import com.fasterxml.jackson.databind.JsonNode;
import org.novum.api.discipline.Hypothesis;
import org.novum.api.study.Study;

/** Values that differ from another one in a single respect. */
final class Variants {
    private Variants() {}

    static Study withOptions(Study study, JsonNode options) {
        return new Study(
                study.name(),
                study.question(),
                study.experiment(),
                study.discipline(),
                study.data(),
                options,
                study.budget());
    }

    /** The same study under another name and question. */
    static Study renamed(Study study) {
        return new Study(
                study.name() + "-again",
                "The same question in other words.",
                study.experiment(),
                study.discipline(),
                study.data(),
                study.options(),
                study.budget());
    }

    static Hypothesis proposedBy(Hypothesis hypothesis, String proposer) {
        return new Hypothesis(hypothesis.id(), hypothesis.statement(), proposer, hypothesis.claim());
    }

    static Hypothesis withClaim(Hypothesis hypothesis, JsonNode claim) {
        return new Hypothesis(hypothesis.id(), hypothesis.statement(), hypothesis.proposer(), claim);
    }
}
