package org.novum.solarflare;

import java.util.List;
import org.novum.api.data.DataHandle;
import org.novum.api.data.DatasetCard;
import org.novum.api.data.PartitionPolicy;
import org.novum.api.discipline.Analysis;
import org.novum.api.discipline.Discipline;
import org.novum.api.discipline.DisciplineCard;
import org.novum.api.discipline.HypothesisSpace;
import org.novum.api.discipline.Operation;
import org.novum.api.discipline.ResearchState;
import org.novum.api.discipline.StepContext;
import org.novum.api.discipline.TestOutcome;
import org.novum.api.discipline.TestPlan;
import org.novum.api.finding.LedgerDecision;
import org.novum.api.finding.Measurement;
import org.novum.api.finding.Verdict;
import org.novum.api.study.Study;
import org.novum.solarflare.operation.EvaluateOperation;
import org.novum.solarflare.operation.ExplainOperation;
import org.novum.solarflare.operation.ForecastOperation;
import org.novum.solarflare.operation.TrainOperation;
import org.novum.solarflare.study.FlareMeasurement;
import org.novum.solarflare.study.FlareOptions;
import org.novum.solarflare.study.FlareResearch;
import org.novum.solarflare.study.FlareSpace;

/** Forecasts solar flares, and tests claims that one forecast is better than another. */
public final class SolarFlare implements Discipline {
    private static final DisciplineCard CARD = new DisciplineCard(
            "solar-flare",
            "1",
            "Forecasts solar flares of active regions and of the whole disk, and tests forecasts against references.",
            FlareOptions.CARDS,
            List.of(
                    "P. T. Gallagher, Y.-J. Moon, H. Wang, Active-region monitoring and flare forecasting, Solar Phys. 209"
                            + " (2002) 171",
                    "C. J. Schrijver, A characteristic magnetic field pattern associated with all major solar flares, ApJ"
                            + " Lett. 655 (2007) L117",
                    "M. G. Bobra, S. Couvidat, Solar flare prediction using SDO/HMI vector magnetic field data, ApJ 798"
                            + " (2015) 135",
                    "Z. Sun et al., Predicting solar flares using CNN and LSTM on two solar cycles of active region data,"
                            + " ApJ 931 (2022) 163",
                    "S. A. Murray et al., Flare forecasting at the Met Office Space Weather Operations Centre, Space Weather"
                            + " 15 (2017) 577"));

    @Override
    public DisciplineCard card() {
        return CARD;
    }

    @Override
    public List<Operation<?>> operations() {
        return List.of(new TrainOperation(), new ForecastOperation(), new EvaluateOperation(), new ExplainOperation());
    }

    @Override
    public PartitionPolicy partitionPolicy(Study study, DatasetCard data) {
        return FlareResearch.policy(FlareOptions.of(study));
    }

    @Override
    public HypothesisSpace hypothesisSpace(Study study, DatasetCard data) {
        return new FlareSpace(FlareOptions.of(study));
    }

    @Override
    public void check(Study study, DataHandle data, StepContext context) {
        FlareResearch.check(study, data, context);
    }

    @Override
    public Analysis analyse(Question question, DataHandle exploration, StepContext context) {
        return FlareResearch.analyse(question, exploration, context);
    }

    @Override
    public TestPlan plan(Question question, Analysis analysis) {
        return FlareResearch.plan(question, analysis);
    }

    @Override
    public List<TestOutcome> test(TestPlan plan, DataHandle confirmation, StepContext context) {
        return FlareResearch.test(plan, confirmation, context);
    }

    @Override
    public Verdict verdict(TestPlan plan, TestOutcome outcome, LedgerDecision decision) {
        return FlareResearch.verdict(outcome, decision);
    }

    @Override
    public List<Measurement> measure(ResearchState state, DataHandle opened, StepContext context) {
        return state.rounds().stream()
                .flatMap(round -> round.judged().stream())
                .flatMap(judged -> FlareMeasurement.of(judged).stream())
                .toList();
    }
}
