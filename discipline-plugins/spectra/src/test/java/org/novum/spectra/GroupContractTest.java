package org.novum.spectra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.novum.api.data.DataSource;
import org.novum.api.discipline.Discipline;
import org.novum.api.discipline.Hypothesis;
import org.novum.api.study.Budget;
import org.novum.api.discipline.ResearchState;
import org.novum.api.discipline.TestPlan;
import org.novum.api.study.Study;
import org.novum.pluginsdk.FindingContract;
import org.novum.pluginsdk.HypothesisContract;
import org.novum.pluginsdk.OutcomeContract;
import org.novum.pluginsdk.PlanContract;
import org.novum.pluginsdk.Rehearsal;
import org.novum.pluginsdk.fake.InMemoryDataset;
import org.novum.spectra.spectrum.LogGrid;
import org.novum.spectra.spectrum.RawSpectrum;
import org.novum.spectra.template.SpectralClass;
import org.novum.spectra.template.TemplateFile;

/** The contract of studies of groups, on galaxies some of which share humps that no template has. */
@Tag("slow")
class GroupContractTest implements HypothesisContract, PlanContract, OutcomeContract, FindingContract {
    private static final int OBJECTS = 10;

    /** Galaxies that are the mean template and noise, with humps beside its lines. */
    private static InMemoryDataset sky(double hump, long seed) {
        double[] template = TemplateFile.shipped().stream()
                .filter(one -> one.spectralClass() == SpectralClass.GALAXY)
                .findFirst()
                .orElseThrow()
                .vectors()[0];
        List<RawSpectrum> spectra = new ArrayList<>();
        for (int i = 0; i < OBJECTS; i++) {
            int shift = 200 + 80 * i;
            SplittableRandom random = new SplittableRandom(seed * 100 + i);
            int pixels = 3800;
            double[] wavelength = new double[pixels];
            double[] flux = new double[pixels];
            double[] ivar = new double[pixels];
            for (int k = 0; k < pixels; k++) {
                int pixel = 400 + k;
                wavelength[k] = LogGrid.wavelength(pixel);
                flux[k] = 10 * template[pixel + LogGrid.OFFSET - shift] / template[LogGrid.OFFSET + 1500]
                        + random.nextGaussian();
                ivar[k] = 1;
                for (double rest : new double[] {4150, 4600, 5350}) {
                    double x = (wavelength[k] / (1 + LogGrid.redshift(shift)) - rest) / 25;
                    flux[k] += hump * StrictMath.exp(-0.5 * x * x);
                }
            }
            spectra.add(new RawSpectrum("one-" + i + ".fits", 0, null, wavelength, flux, ivar, new int[pixels], null));
        }
        return InMemoryDataset.of("sky", SyntheticSky.table("spectra", spectra));
    }

    @Override
    public Discipline discipline() {
        return new Spectra();
    }

    @Override
    public Study study() {
        return new Study(
                "groups",
                "Do some of these galaxies share what no template explains?",
                "synthetic-groups",
                "spectra",
                DataSource.of("memory:sky"),
                JsonNodeFactory.instance.objectNode().put("groups", "GALAXY"),
                Budget.USUAL);
    }

    @Override
    public InMemoryDataset planted() {
        return sky(6, 1);
    }

    /** Residuals of noise alone: whatever stands out among the explored objects is not in the others. */
    @Override
    public InMemoryDataset nullData(long seed) {
        return sky(0, seed);
    }

    /** Nothing stands out in noise, so that nothing is asked of it. */
    @Test
    @Override
    public void strengthsAreValidUnderTheNull() {
        for (int seed = 1; seed <= nullDatasets(); seed++) {
            assertThat(Rehearsal.of(discipline(), study(), nullData(seed)).space().propose(ResearchState.EMPTY))
                    .as("seed " + seed)
                    .isEmpty();
        }
    }

    /** The p-value is a rank among some 140 moved residuals, and cannot reach the contract's bar. */
    @Test
    @Override
    public void plantedEffectIsSeen() {
        Rehearsal rehearsal = Rehearsal.of(discipline(), study(), planted());
        TestPlan plan = rehearsal.plan(rehearsal.firstQuestion());
        assertThat(rehearsal.test(plan, 1))
                .anySatisfy(outcome -> assertThat(outcome.detail().path("better").asInt()).isEqualTo(1));
    }

    @Override
    public int nullDatasets() {
        return 5;
    }

    @Override
    public List<String> requiredColumns() {
        return List.of("wavelength", "flux", "ivar");
    }

    @Override
    public List<Hypothesis> foreignHypotheses() {
        return List.of(new Hypothesis(
                "group/other/GALAXY",
                "A group that this study cannot ask.",
                "a test",
                JsonNodeFactory.instance.objectNode().put("like", "other").put("class", "GALAXY")));
    }

    @Override
    public List<JsonNode> wrongOptions() {
        return List.of(JsonNodeFactory.instance.objectNode().put("groups", "COMET"));
    }

    @Override
    public List<OperationCall> operationCalls() {
        return List.of();
    }
}
