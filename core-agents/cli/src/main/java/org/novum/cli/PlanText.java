package org.novum.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.novum.api.discipline.Hypothesis;
import org.novum.runtime.approval.Waiting;

/** A plan that waits, as a person reads it. */
final class PlanText {
    private static final int SHOWN = 40;

    private PlanText() {}

    static void print(PrintWriter out, Waiting waiting) {
        List<Hypothesis> family = waiting.plan().family();
        out.println(String.format(
                Locale.ROOT, "Round %d: %,d hypothes%s would be registered and tested together.", waiting.round(), family.size(), family.size() == 1 ? "is" : "es"));
        out.println("  statistic  " + waiting.plan().statistic());
        out.println("  rows       " + waiting.plan().selection());
        for (int i = 0; i < Math.min(SHOWN, family.size()); i++) {
            Hypothesis member = family.get(i);
            String mark = waiting.withdrawn().contains(member.id()) ? "  (withdrawn by the critic)" : "";
            out.println(String.format(Locale.ROOT, "  %3d  %s%s", i + 1, member.statement(), mark));
        }
        if (family.size() > SHOWN) {
            out.println(String.format(Locale.ROOT, "  and %,d more: approvals/waiting.json has all", family.size() - SHOWN));
        }
        out.flush();
    }
}
