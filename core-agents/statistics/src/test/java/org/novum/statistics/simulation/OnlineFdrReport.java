package org.novum.statistics.simulation;

import java.util.List;
import java.util.Locale;

/** Writes the measurements of a {@link StreamStudy} as the page docs/reports/online-fdr.md. */
final class OnlineFdrReport {
    static final String COMMAND = "mvn -q -pl core-agents/statistics -am -Pslow test -Dtest=OnlineFdrReportTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Dnovum.reports=$PWD/docs/reports";

    private OnlineFdrReport() {}

    static String of(StreamStudy study, List<StreamStudy.Measurement> measurements) {
        StringBuilder page = new StringBuilder();
        page.append("# Online false discovery rate: what each procedure keeps and finds\n\n")
                .append(String.format(
                        Locale.ROOT,
                        """
                        %,d streams of %d one-sided normal tests for each setting, seed %d; all tests of a stream are
                        equally correlated. In *null* streams no test carries a signal; in *mixed* streams each carries a
                        shift of %.0f standard deviations with probability %.2f. Promised rate %.2f. A rate is the mean false
                        discovery proportion ± its standard error; **bold** exceeds the promise by more than two standard
                        errors. Power is the mean fraction of signals found.
                        """,
                        study.streams(),
                        StreamStudy.LENGTH,
                        study.seed(),
                        SimulatedStream.SHIFT,
                        StreamStudy.SIGNAL_FRACTION,
                        Contender.ALPHA))
                .append("\nMade by (the figures are the same on every machine):\n\n```\n")
                .append(COMMAND)
                .append("\n```\n");
        section(page, "Null streams: false discovery rate", measurements, 0);
        section(page, "Mixed streams: false discovery rate and power", measurements, StreamStudy.SIGNAL_FRACTION);
        page.append(
                """

                ## How to read it

                - *Default* procedures keep the promise at every correlation. They are what the error ledger uses: LOND or
                  families where positive dependence is argued, the harmonic form or e-values otherwise.
                - LORD++ is promised under independence alone and used only where independence is declared. What it does
                  under equal correlation is measured here; no theorem extends it to other dependence.
                - SAFFRON and ADDIS estimate the fraction of nulls from the p-values that came before. Under correlation a
                  whole stream shifts together and the estimate fails: with signals present, SAFFRON's rate reaches
                  several times the promise. They are offered, never a default.
                - *Batch* rows judge all tests of a stream at once, which a stream cannot do; they show what waiting would
                  gain. The families of ten each spend 1/30 of the budget.
                - The likelihood-ratio e-values know the size of the planted shift; calibrated p-values know nothing and
                  pay for it.
                """);
        return page.toString();
    }

    private static void section(
            StringBuilder page, String title, List<StreamStudy.Measurement> measurements, double fraction) {
        page.append("\n## ").append(title).append("\n\n| procedure | standing | proof covers |");
        StringBuilder rule = new StringBuilder("|---|---|---|");
        for (double correlation : StreamStudy.CORRELATIONS) {
            page.append(String.format(Locale.ROOT, " rate, correlation %.1f |", correlation));
            page.append(fraction > 0 ? " power |" : "");
            rule.append(fraction > 0 ? "---:|---:|" : "---:|");
        }
        page.append('\n').append(rule).append('\n');
        for (Contender contender : Contender.all()) {
            page.append("| ")
                    .append(contender.name())
                    .append(" | ")
                    .append(standing(contender.standing()))
                    .append(" | ")
                    .append(contender.promise())
                    .append(" |");
            measurements.stream()
                    .filter(measured -> measured.contender().name().equals(contender.name()))
                    .filter(measured -> measured.setting().signalFraction() == fraction)
                    .forEach(measured -> page.append(cells(measured)));
            page.append('\n');
        }
    }

    private static String cells(StreamStudy.Measurement measured) {
        String rate = String.format(Locale.ROOT, "%.3f ± %.3f", measured.rate(), measured.standardError());
        String shown = measured.withinPromise() ? rate : "**" + rate + "**";
        return Double.isNaN(measured.power())
                ? " " + shown + " |"
                : String.format(Locale.ROOT, " %s | %.3f |", shown, measured.power());
    }

    private static String standing(Contender.Standing standing) {
        return switch (standing) {
            case DEFAULT -> "default";
            case INDEPENDENCE_DECLARED -> "only where independence is declared";
            case OFFERED -> "offered, never default";
        };
    }
}
