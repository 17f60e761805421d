package org.novum.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import org.novum.api.event.RunEvent;
import org.novum.api.study.Study;
import org.novum.report.FindingsDocument;
import org.novum.report.FindingsTable;
import org.novum.runtime.RunListener;
import org.novum.runtime.bundle.Bundle;

/**
 * Tells a person how a run goes: a line for each fact, progress of long steps, and the findings at the end.
 *
 * <p>Progress goes to standard error, results to standard output.
 */
final class Console implements RunListener, AutoCloseable {
    private static final int WIDTH = 100;

    private final PrintWriter out;
    private final PrintWriter error;
    private final SlowProgress progress;

    Console(PrintWriter out, PrintWriter error) {
        this.out = out;
        this.error = error;
        this.progress = new SlowProgress(error, SlowProgress.onTerminal());
    }

    /** The study that is about to run. */
    void begin(Study study) {
        error.println("Study " + study.name() + ": " + study.question());
        error.flush();
    }

    /** The findings, and where everything is. */
    void conclude(FindingsDocument document, Path folder) {
        close();
        out.println();
        out.print(FindingsTable.render(document, WIDTH));
        out.println();
        DoubtText.of(folder).ifPresent(text -> out.println("Models:  " + text));
        out.println("Report:  " + folder.resolve(Bundle.REPORT));
        out.println("Bundle:  " + folder + "  (check it: novum verify " + folder + "; derive it again: novum replay " + folder + ")");
        out.flush();
    }

    @Override
    public synchronized void happened(RunEvent event) {
        switch (event) {
            case RunEvent.DataOpened opened ->
                line("data", "%,d rows in %d part%s; rows to be opened: %s", opened.rows(), opened.parts(), plural(opened.parts()), opened.partitioning());
            case RunEvent.LiteratureRead read ->
                line("read", "%,d passage%s of %,d publication%s%s", read.passages(), plural(read.passages()), read.works(), plural(read.works()), read.problems() == 0 ? "" : String.format(Locale.ROOT, "; %,d file%s could not be read", read.problems(), plural(read.problems())));
            case RunEvent.FamilyProposed proposed ->
                line("propose", "round %d: %,d hypothes%s, the first: %s", proposed.round(), proposed.hypotheses(), proposed.hypotheses() == 1 ? "is" : "es", proposed.first());
            case RunEvent.OperationCalled called -> line("call", "%s", called.operation());
            case RunEvent.ModelAnswered call ->
                line("model", "%s (%s) %s%s: %,d tokens sent, %,d received, %.1f s", call.model().name(), call.model().model(), call.end(), call.problem().isEmpty() ? "" : " (" + call.problem() + ")", call.spent().inputTokens(), call.spent().outputTokens(), call.spent().seconds());
            case RunEvent.ModelInDoubt doubt -> line(
                    "model",
                    "%s was interrupted; it is asked again under the same key%s",
                    doubt.step(),
                    doubt.tokens() == 0 ? "" : String.format(Locale.ROOT, ", and may be charged once more, at most %,d tokens", doubt.tokens()));
            case RunEvent.ModelProposed made ->
                line("model", "%s: %,d proposal%s kept, %,d dropped%s", made.model(), made.kept(), plural(made.kept()), made.dropped(), because(made.problem()));
            case RunEvent.ModelInspected made ->
                line("model", "%s: %,d call%s on exploration rows%s", made.model(), made.calls(), plural(made.calls()), because(made.problem()));
            case RunEvent.ModelCriticised made ->
                line("critic", "%s: %,d withdrawn, %,d further check%s, %,d doubt%s%s", made.model(), made.withdrawn(), made.checks(), plural(made.checks()), made.doubts(), plural(made.doubts()), because(made.problem()));
            case RunEvent.ModelWrote made ->
                line("report", "%s: %,d sentence%s struck out%s", made.model(), made.struck(), plural(made.struck()), because(made.problem()));
            case RunEvent.ToolsOffered offer ->
                line("tools", "%s: %,d tool%s offered, %,d admitted", offer.server(), offer.offered(), plural(offer.offered()), offer.admitted());
            case RunEvent.ToolCalled call ->
                line("tool", "%s %s for %s%s: %,d bytes sent, %,d received, %.1f s", call.tool(), call.end(), call.askedBy(), because(call.problem()), call.traffic().sent(), call.traffic().received(), call.traffic().seconds());
            case RunEvent.FamilyAnalysed analysed -> line("analyse", "%s", analysed.summary());
            case RunEvent.PlanApproved approved ->
                line("approve", "%s approved the plan%s%s", approved.by(), approved.withdrawn() == 0 ? "" : String.format(Locale.ROOT, " and withdrew %,d", approved.withdrawn()), approved.remark().isBlank() ? "" : ": " + approved.remark());
            case RunEvent.PlanRegistered registered ->
                line("register", "%s at level %.3g, before %s is opened", registered.registration().substring(0, 12), registered.level(), registered.partition());
            case RunEvent.FamilyTested tested -> line("test", "%,d outcome%s", tested.outcomes(), plural(tested.outcomes()));
            case RunEvent.FamilyJudged judged -> line("judge", "%,d of %,d accepted by the ledger", judged.accepted(), judged.judged());
            case RunEvent.RunFinished finished -> line("finish", "%,d finding%s, %,d hypotheses tested", finished.findings(), plural(finished.findings()), finished.tested());
            case RunEvent.Progressed progressed -> progress(progressed);
        }
    }

    private static String because(String problem) {
        return problem.isEmpty() ? "" : " (" + problem + ")";
    }

    private void progress(RunEvent.Progressed progressed) {
        progress.at(progressed.what(), progressed.done(), progressed.total());
    }

    private void line(String step, String format, Object... arguments) {
        close();
        error.println(String.format(Locale.ROOT, "  %-9s ", step) + String.format(Locale.ROOT, format, arguments));
        error.flush();
    }

    private static String plural(long count) {
        return count == 1 ? "" : "s";
    }

    @Override
    public synchronized void close() {
        progress.close();
    }
}
