package org.novum.spectra;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.io.TempDir;
import org.novum.api.data.DataSource;
import org.novum.api.discipline.Discipline;
import org.novum.api.discipline.Hypothesis;
import org.novum.api.study.Budget;
import org.novum.api.study.Study;
import org.novum.pluginsdk.DisciplineContract;
import org.novum.pluginsdk.fake.InMemoryDataset;
import org.novum.spectra.spectrum.RawSpectrum;

/** The discipline's contract, on galaxies whose claimed redshift is or is not theirs. */
class SpectraContractTest extends DisciplineContract {
    private static final double CLAIMED = 0.1;

    private static final InMemoryDataset PLANTED = InMemoryDataset.of("sky", SyntheticSky.table("spectra", sky()));

    /** Enough objects of each class to train on. */
    private static List<RawSpectrum> sky() {
        List<RawSpectrum> spectra = new ArrayList<>();
        spectra.add(SyntheticSky.galaxy("folder/one.fits", CLAIMED, 1));
        spectra.add(SyntheticSky.broken("folder/broken.fits", "truncated"));
        for (int i = 0; i < 13; i++) {
            spectra.add(SyntheticSky.galaxy("folder/galaxy-" + i + ".fits", 0.02 * i, 10 + i));
        }
        for (int i = 0; i < 9; i++) {
            spectra.add(SyntheticSky.quasar("folder/quasar-" + i + ".fits", 0.5 + 0.3 * i, 50 + i));
        }
        for (int i = 0; i < 17; i++) {
            spectra.add(SyntheticSky.star("folder/star-" + i + ".fits", 1e-4 * i, 90 + i));
        }
        return spectra;
    }

    @TempDir
    private static Path folder;

    @Override
    public Discipline discipline() {
        return new Spectra();
    }

    @Override
    public Study study() {
        return new Study(
                "claims",
                "Are these galaxies where they are said to be?",
                "synthetic-sky",
                "spectra",
                DataSource.of("memory:sky"),
                options(),
                Budget.USUAL);
    }

    private static ObjectNode options() {
        ObjectNode options = JsonNodeFactory.instance.objectNode();
        options.putArray("claims").add(claim("one", "GALAXY", CLAIMED));
        return options;
    }

    private static ObjectNode claim(String object, String spectralClass, double redshift) {
        return JsonNodeFactory.instance.objectNode().put("object", object).put("class", spectralClass).put("z", redshift);
    }

    @Override
    public InMemoryDataset planted() {
        return PLANTED;
    }

    @Override
    public InMemoryDataset nullData(long seed) {
        double redshift = new SplittableRandom(seed).nextDouble(0.0, 0.9);
        return InMemoryDataset.of(
                "null", SyntheticSky.table("spectra", List.of(SyntheticSky.galaxy("one.fits", redshift, seed))));
    }

    @Override
    public int nullDatasets() {
        return 40;
    }

    @Override
    public List<String> requiredColumns() {
        return List.of("file", "wavelength", "flux", "ivar", "mask", "problem");
    }

    @Override
    public List<Hypothesis> foreignHypotheses() {
        return List.of(
                foreign("redshift/other/GALAXY/0.1", claim("other", "GALAXY", 0.1)),
                foreign("redshift/one/COMET/0.1", claim("one", "COMET", 0.1)),
                foreign("redshift/one/GALAXY/7.0", claim("one", "GALAXY", 7)),
                foreign("redshift/one/GALAXY/0.1", claim("one", "GALAXY", 0.1).put("note", "x")));
    }

    private static Hypothesis foreign(String id, ObjectNode claim) {
        return new Hypothesis(id, "A claim that this study cannot ask.", "a test", claim);
    }

    @Override
    public List<JsonNode> wrongOptions() {
        ObjectNode twice = options();
        twice.withArray("/claims").add(claim("one", "GALAXY", CLAIMED));
        ObjectNode far = options();
        far.withArray("/claims").add(claim("two", "GALAXY", 9));
        ObjectNode comet = options();
        comet.withArray("/claims").add(claim("two", "COMET", 0.1));
        return List.of(JsonNodeFactory.instance.objectNode(), twice, far, comet, options().put("claims", "all"));
    }

    @Override
    public List<OperationCall> operationCalls() {
        ObjectNode none = JsonNodeFactory.instance.objectNode();
        return List.of(
                new OperationCall("spectra.redshift", none),
                new OperationCall("spectra.lines", none),
                new OperationCall("spectra.parameters", none),
                new OperationCall("spectra.continuum", none),
                new OperationCall("spectra.outliers", none),
                new OperationCall("spectra.plot", none.deepCopy().put("most", 5)),
                new OperationCall("spectra.train", none.deepCopy().put("truth", truth())),
                new OperationCall("spectra.evaluate", none.deepCopy().put("truth", truth()).set("degrade", JsonNodeFactory.instance.arrayNode().add(1.0))));
    }

    private static String truth() {
        try {
            Path file = folder.resolve("truth.csv");
            StringBuilder table = new StringBuilder("file,class,z\nfolder/one.fits,GALAXY,0.1\n");
            for (int i = 0; i < 13; i++) {
                table.append("folder/galaxy-" + i + ".fits,GALAXY," + 0.02 * i + "\n");
            }
            for (int i = 0; i < 9; i++) {
                table.append("folder/quasar-" + i + ".fits,QSO," + (0.5 + 0.3 * i) + "\n");
            }
            for (int i = 0; i < 17; i++) {
                table.append("folder/star-" + i + ".fits,STAR," + 1e-4 * i + "\n");
            }
            Files.writeString(file, table);
            return file.toString();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
