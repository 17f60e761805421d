package org.novum.spectra;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.novum.api.data.DataSource;
import org.novum.api.data.Unit;
import org.novum.api.discipline.Discipline;
import org.novum.api.discipline.Hypothesis;
import org.novum.api.study.Budget;
import org.novum.api.study.Study;
import org.novum.pluginsdk.FindingContract;
import org.novum.pluginsdk.HypothesisContract;
import org.novum.pluginsdk.OutcomeContract;
import org.novum.pluginsdk.PlanContract;
import org.novum.pluginsdk.fake.InMemoryDataset;
import org.novum.pluginsdk.fake.InMemoryTable;
import org.novum.spectra.spectrum.RawSpectrum;

/** The contract of studies whose claims come from a survey's table and from the explored half of the exposures. */
@Tag("slow")
class ExposureClaimsContractTest implements HypothesisContract, PlanContract, OutcomeContract, FindingContract {
    private static InMemoryDataset sky(int galaxies, double error, long seed) {
        List<List<RawSpectrum>> spectra = new ArrayList<>();
        String[] files = new String[galaxies];
        String[] classes = new String[galaxies];
        double[] redshifts = new double[galaxies];
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < galaxies; i++) {
            double redshift = error == 0 ? 0.05 + 0.07 * i : random.nextDouble(0.0, 0.9);
            files[i] = "survey/one-" + i + ".fits.gz";
            classes[i] = "GALAXY";
            redshifts[i] = error == 0 ? redshift : error;
            spectra.add(exposures(i, redshift, seed + 10L * i));
        }
        return InMemoryDataset.of(
                "sky",
                SyntheticSky.exposures("spectra", spectra),
                InMemoryTable.named("table").texts("file", files).texts("class", classes).reals("z", Unit.ONE, redshifts));
    }

    private static List<RawSpectrum> exposures(int object, double redshift, long seed) {
        return LongStream.range(0, 3)
                .mapToObj(turn -> SyntheticSky.galaxy("one-" + object + ".fits", redshift, seed + turn))
                .toList();
    }

    @Override
    public Discipline discipline() {
        return new Spectra();
    }

    @Override
    public Study study() {
        ObjectNode options = JsonNodeFactory.instance.objectNode().put("claims", "survey").put("tolerance", 300).put("split", "exposures");
        return new Study(
                "exposures",
                "Are these galaxies where their survey puts them?",
                "synthetic-exposures",
                "spectra",
                DataSource.of("memory:sky"),
                options,
                Budget.USUAL);
    }

    @Override
    public InMemoryDataset planted() {
        return sky(3, 0, 5);
    }

    /** Noise about a level: whatever is claimed or found in the explored blocks, nothing is there. */
    @Override
    public InMemoryDataset nullData(long seed) {
        return InMemoryDataset.of(
                "sky",
                SyntheticSky.exposures(
                        "spectra",
                        List.of(List.of(
                                SyntheticSky.noise("one-0.fits", seed), SyntheticSky.noise("one-0.fits", seed + 1000)))),
                InMemoryTable.named("table")
                        .texts("file", "one-0.fits.gz")
                        .texts("class", "GALAXY")
                        .reals("z", Unit.ONE, new SplittableRandom(seed).nextDouble(0.0, 0.9)));
    }

    @Override
    public int nullDatasets() {
        return 30;
    }

    @Override
    public List<String> requiredColumns() {
        return List.of("wavelength", "flux", "ivar", "turn");
    }

    @Override
    public List<Hypothesis> foreignHypotheses() {
        return List.of(new Hypothesis(
                "redshift/other/GALAXY/0.1",
                "A claim that this study cannot ask.",
                "a test",
                JsonNodeFactory.instance.objectNode().put("object", "other").put("class", "GALAXY").put("z", 0.1)));
    }

    @Override
    public List<JsonNode> wrongOptions() {
        return List.of(
                JsonNodeFactory.instance.objectNode().put("claims", "survey").put("tolerance", 5),
                JsonNodeFactory.instance.objectNode().put("claims", "survey").put("split", "thirds"));
    }

    @Override
    public List<OperationCall> operationCalls() {
        return List.of();
    }
}
