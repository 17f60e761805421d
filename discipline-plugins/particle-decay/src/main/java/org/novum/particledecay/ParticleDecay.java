package org.novum.particledecay;

import java.util.List;
import java.util.Map;
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
import org.novum.particledecay.pdg.ParticleTable;
import org.novum.particledecay.search.DecaySearch;
import org.novum.particledecay.search.SearchOptions;

/**
 * Searches invariant-mass spectra of decay candidates for narrow states.
 *
 * <p>The test is a registered scan of all masses with its look-elsewhere correction by pseudo-experiments; what it finds is
 * measured by an unbinned fit and matched to the known states.
 */
public final class ParticleDecay implements Discipline {
    private static final DisciplineCard CARD = new DisciplineCard(
            "particle-decay",
            "2",
            "Searches invariant-mass spectra of decay candidates for narrow states.",
            SearchOptions.CARDS,
            List.of(
                    "G. Cowan, K. Cranmer, E. Gross, O. Vitells, Asymptotic formulae for likelihood-based tests of new physics,"
                            + " Eur. Phys. J. C 71 (2011) 1554, arXiv:1007.1727",
                    "E. Gross, O. Vitells, Trial factors for the look elsewhere effect in high energy physics, Eur. Phys. J. C"
                            + " 70 (2010) 525, arXiv:1005.1891",
                    "P. D. Dauncey, M. Kenzie, N. Wardle, G. J. Davies, Handling uncertainties in background shapes: the discrete"
                            + " profiling method, JINST 10 (2015) P04015, arXiv:1408.6865",
                    "H. Akaike, A new look at the statistical model identification, IEEE Trans. Autom. Control 19 (1974) 716",
                    "J. Besag, P. Clifford, Sequential Monte Carlo p-values, Biometrika 78 (1991) 301",
                    "S. Navas et al. (Particle Data Group), Review of Particle Physics, Phys. Rev. D 110 (2024) 030001 and 2026"
                            + " update"));

    private final DecaySearch search = new DecaySearch();

    @Override
    public DisciplineCard card() {
        return CARD;
    }

    @Override
    public Map<String, String> tables() {
        return Map.of("pdg", ParticleTable.EDITION);
    }

    @Override
    public List<Operation<?>> operations() {
        return search.operations();
    }

    @Override
    public PartitionPolicy partitionPolicy(Study study, DatasetCard data) {
        return search.partitionPolicy(SearchOptions.of(study.options()), data);
    }

    @Override
    public HypothesisSpace hypothesisSpace(Study study, DatasetCard data) {
        return search.space(SearchOptions.of(study.options()), data);
    }

    @Override
    public void check(Study study, DataHandle data, StepContext context) {
        search.check(SearchOptions.of(study.options()), data, context);
    }

    @Override
    public Analysis analyse(Question question, DataHandle exploration, StepContext context) {
        return search.analyse(question, exploration, context);
    }

    @Override
    public TestPlan plan(Question question, Analysis analysis) {
        return search.plan(question, analysis);
    }

    @Override
    public List<TestOutcome> test(TestPlan plan, DataHandle confirmation, StepContext context) {
        return search.test(plan, confirmation, context);
    }

    @Override
    public Verdict verdict(TestPlan plan, TestOutcome outcome, LedgerDecision decision) {
        return search.verdict(plan, outcome, decision);
    }

    @Override
    public List<Measurement> measure(ResearchState state, DataHandle opened, StepContext context) {
        return search.measure(state, opened, context);
    }
}
