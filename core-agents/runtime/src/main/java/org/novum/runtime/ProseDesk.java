package org.novum.runtime;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.novum.api.discipline.DisciplineCard;
import org.novum.api.event.RunEvent;
import org.novum.api.study.Study;
import org.novum.api.study.Team;
import org.novum.report.FindingReferences;
import org.novum.report.FindingsDocument;
import org.novum.report.prose.Prose;
import org.novum.report.prose.References;
import org.novum.runtime.agent.Steps;
import org.novum.runtime.literature.Retrieved;
import org.novum.runtime.model.Criticism;
import org.novum.runtime.model.ModelDesk;
import org.novum.runtime.model.ModelProposer;
import org.novum.runtime.model.ModelWriter;
import org.novum.runtime.taint.Sourced;

/** Has the text around a run's findings written, where its study names a writer or a critic, as recorded steps. */
final class ProseDesk {
    /** Name of the step whose output is the grounded text. */
    static final String STEP = "report/prose";

    private final Steps steps;
    private final ModelDesk desk;
    private final Sources sources;

    ProseDesk(Steps steps, ModelDesk desk, Sources sources) {
        this.steps = steps;
        this.desk = desk;
        this.sources = sources;
    }

    /**
     * What prose may cite.
     *
     * @param discipline with the publications of its methods
     * @param literature of the study
     */
    record Sources(DisciplineCard discipline, Retrieved literature) {}

    /** The text; empty where nobody writes and nobody doubts. */
    Optional<Prose> write(Study study, FindingsDocument document, List<Criticism.Doubt> doubts) {
        boolean written = study.team().has(Team.WRITER);
        if (!written && doubts.isEmpty()) {
            return Optional.empty();
        }
        References references = FindingReferences.of(document, sources.discipline().citations());
        ModelWriter writer = new ModelWriter(desk, references, sources.literature());
        ModelProposer.Answer answer = written ? writer.ask(Team.WRITER, study) : new ModelProposer.Answer(null, "");
        Prose prose = steps.pure(
                        STEP,
                        Map.of("references", references, "answer", answer, "doubts", doubts),
                        Prose.class,
                        () -> (written ? writer.grounded(Team.WRITER, answer) : Prose.nothing(Team.CRITIC, ""))
                                .and(writer.doubts(byAnchor(document, doubts))))
                .value();
        steps.event(new RunEvent.ModelWrote(prose.author(), prose.struck(), prose.problem()));
        return Optional.of(prose);
    }

    /** Doubts of findings that have a section; the last one of each. */
    private static Map<String, Sourced<String>> byAnchor(FindingsDocument document, List<Criticism.Doubt> doubts) {
        Map<String, Sourced<String>> reasons = new TreeMap<>();
        doubts.forEach(doubt -> FindingReferences.anchorOf(document, doubt.hypothesis())
                .ifPresent(anchor -> reasons.put(anchor, doubt.reason())));
        return reasons;
    }
}
