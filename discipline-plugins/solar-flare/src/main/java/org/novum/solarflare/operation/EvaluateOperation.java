package org.novum.solarflare.operation;

import java.util.List;
import java.util.Optional;
import org.novum.api.data.DataHandle;
import org.novum.api.discipline.OperationCard;
import org.novum.api.discipline.OperationResult;
import org.novum.api.discipline.NamesFile;
import org.novum.api.discipline.Parameter;
import org.novum.api.discipline.StepContext;
import org.novum.solarflare.input.UtcTime;

/** Scores forecasts against what happened, beside the references and the offices. */
public final class EvaluateOperation extends FlareOperation<EvaluateOperation.Input> {
    private static final int REPLICATES = 1_000;
    private static final int MOST_REPLICATES = 100_000;

    /**
     * Its parameters.
     *
     * @param scope region or full-disk
     * @param from first date
     * @param until date after the last
     * @param srs table of sunspot groups
     * @param flares flare list
     * @param swpc NOAA SWPC's forecasts
     * @param metOffice the Met Office's forecasts
     * @param model file of a model
     * @param replicates of the bootstrap
     */
    public record Input(
            @Parameter("what is scored: region (the default) or full-disk") Optional<String> scope,
            @Parameter("first date scored, yyyy-mm-dd; the first that no model was trained on if left out")
            Optional<String> from,
            @Parameter("date after the last one scored, yyyy-mm-dd; all later rows if left out") Optional<String> until,
            @NamesFile @Parameter("for full-disk: table of sunspot groups, if it is not among the data") Optional<String> srs,
            @NamesFile @Parameter("for full-disk: flare list, if it is not among the data") Optional<String> flares,
            @NamesFile @Parameter("for full-disk: file of the forecasts of NOAA SWPC") Optional<String> swpc,
            @NamesFile @Parameter("for full-disk: file of the forecasts of the Met Office") Optional<String> metOffice,
            @NamesFile @Parameter("file of a model that solar-flare.train wrote; the shipped models if left out") Optional<String> model,
            @Parameter("bootstrap replicates of each interval; 1000 if left out, 100000 at most") Optional<Integer> replicates)
            implements Scoped {}

    /**
     * The days that are scored.
     *
     * @param from first second
     * @param until second after the last
     */
    record Period(long from, long until) {
        boolean holds(long second) {
            return second >= from && second < until;
        }
    }

    /** The operation. */
    public EvaluateOperation() {
        super(
                Input.class,
                new OperationCard(
                        "solar-flare.evaluate",
                        "Scores forecasts of rows that no model was trained on, beside climatology, persistence,"
                                + " McIntosh-Poisson and the offices.",
                        "TSS, HSS, recall, precision, POFD, BSS, ECE, AUC with bootstrap intervals, by active region or"
                                + " in blocks of 14 days; reliability diagram and ROC curve; X flares with POFD,"
                                + " precision, number and exact bound; all-clear and first-flare scores."));
    }

    @Override
    public OperationResult run(Input parameters, DataHandle data, StepContext context) {
        return new OperationResult.Document(
                switch (Scope.of(parameters.scope())) {
                    case REGION -> new RegionEvaluation(parameters, data, context).document();
                    case FULL_DISK -> new DiskEvaluation(parameters, data, context).document();
                });
    }

    static int replicates(Input parameters) {
        int replicates = parameters.replicates().orElse(REPLICATES);
        if (replicates < 20) {
            throw new IllegalArgumentException("replicates is " + replicates + "; an interval needs 20 at least");
        }
        if (replicates > MOST_REPLICATES) {
            throw new IllegalArgumentException("replicates is " + replicates + "; it is " + MOST_REPLICATES + " at most");
        }
        return replicates;
    }

    /**
     * The period asked for.
     *
     * @param oldestCut seconds since 1970: the models were trained on rows before it, which cannot be scored
     */
    static Period period(Input parameters, long oldestCut) {
        long from = parameters.from().map(date -> second("from", date)).orElse(oldestCut);
        long until = parameters.until().map(date -> second("until", date)).orElse(Long.MAX_VALUE);
        if (from < oldestCut) {
            String cut = UtcTime.date(UtcTime.day(oldestCut));
            throw new IllegalArgumentException("from is " + UtcTime.date(UtcTime.day(from))
                    + ", and the models were trained on rows before " + cut + ": scores there would be of memory; write "
                    + cut + " or later, or name an earlier model");
        }
        return new Period(from, until);
    }

    /** A date as seconds since 1970. */
    static long second(String name, String date) {
        return UtcTime.parse(date)
                .orElseThrow(() -> new IllegalArgumentException(name + " is " + date + "; write a date as yyyy-mm-dd"));
    }
}
