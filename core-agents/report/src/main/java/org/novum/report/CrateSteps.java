package org.novum.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.novum.report.ReportModel.JournalStep;

/** The journal's steps in the crate, after the Provenance Run Crate profile. */
final class CrateSteps {
    /** Beyond this many the journal alone tells them, so that the metadata stay readable. */
    private static final int MOST = 1_000;

    private final List<JournalStep> steps;
    private final CrateGraph graph;

    CrateSteps(List<JournalStep> steps, CrateGraph graph) {
        this.steps = steps.size() <= MOST ? steps : List.of();
        this.graph = graph;
    }

    boolean described() {
        return !steps.isEmpty();
    }

    void linkFrom(ObjectNode workflow) {
        if (described()) {
            CrateGraph.refer(
                    workflow, "hasPart", steps.stream().map(CrateSteps::tool).distinct().toList());
            CrateGraph.refer(
                    workflow, "step", steps.stream().map(CrateSteps::howTo).toList());
        }
    }

    void describe(String run, String engine) {
        if (!described()) {
            return;
        }
        steps.forEach(this::describe);
        ObjectNode organize = graph.entity("#orchestration", "OrganizeAction").put("name", "Run of Novum");
        CrateGraph.refer(organize, "instrument", engine);
        CrateGraph.refer(organize, "object", steps.stream().map(CrateSteps::control).toList());
        CrateGraph.refer(organize, "result", run);
    }

    private void describe(JournalStep step) {
        graph.entity(tool(step), "SoftwareApplication")
                .put("name", step.step())
                .put("description", "A step of Novum's research loop of kind " + step.kind());
        ObjectNode howTo = graph.entity(howTo(step), "HowToStep").put("position", Long.toString(step.sequence()));
        CrateGraph.refer(howTo, "workExample", tool(step));
        ObjectNode action = graph.entity(action(step), "CreateAction")
                .put("name", "Step " + step.sequence() + ": " + step.step());
        CrateGraph.refer(action, "instrument", tool(step));
        content(action, "object", step.input());
        content(action, "result", step.output());
        ObjectNode control = graph.entity(control(step), "ControlAction")
                .put("name", "orchestrate step " + step.sequence());
        CrateGraph.refer(control, "instrument", howTo(step));
        CrateGraph.refer(control, "object", action(step));
    }

    /** What a step read or wrote: the journal and the blobs hold it under this digest. */
    private void content(ObjectNode action, String property, String digest) {
        if (!digest.isEmpty()) {
            String id = CrateGraph.local("content", digest);
            graph.entity(id, "CreativeWork").put("name", "Content " + digest).put("sha256", digest);
            CrateGraph.refer(action, property, id);
        }
    }

    private static String tool(JournalStep step) {
        return CrateGraph.local("tool", step.step());
    }

    private static String howTo(JournalStep step) {
        return "#step-" + step.sequence();
    }

    private static String action(JournalStep step) {
        return "#step-run-" + step.sequence();
    }

    private static String control(JournalStep step) {
        return "#step-control-" + step.sequence();
    }
}
