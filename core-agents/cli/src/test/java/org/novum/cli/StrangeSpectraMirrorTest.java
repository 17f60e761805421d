package org.novum.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.novum.cli.SurveyLayout.Sampled;
import org.novum.spectra.redshift.Redshift;
import org.novum.spectra.redshift.RedshiftPipeline;
import org.novum.spectra.redshift.Warning;
import org.novum.spectra.spectrum.GridSpectrum;
import org.novum.spectra.spectrum.RawSpectrum;
import org.novum.spectra.spectrum.Resampling;
import org.novum.spectra.template.TemplateFile;

/** Spectra of things that no template shows carry a warning and no confidence. */
@Tag("mirror")
@EnabledIfEnvironmentVariable(named = "NOVUM_MIRROR", matches = ".+")
class StrangeSpectraMirrorTest {
    /** One object of three, chosen by a hash of its name. */
    private static final int PART = 3;

    private record Counted(int spectra, int badFit, int warned, int doubtful, int confident) {
        static final Counted NONE = new Counted(0, 0, 0, 0, 0);

        Counted and(Redshift answer) {
            double confidence = answer.confidence() == null ? 0 : answer.confidence();
            return new Counted(
                    spectra + 1,
                    badFit + (answer.warnings().contains(Warning.BAD_FIT) ? 1 : 0),
                    warned + (answer.warnings().isEmpty() ? 0 : 1),
                    doubtful + (confidence <= 0.5 ? 1 : 0),
                    confident + (confidence >= 0.95 ? 1 : 0));
        }
    }

    @Test
    void whatNoTemplateShowsIsWarnedOf() {
        Path mirror = Path.of(System.getenv("NOVUM_MIRROR")).resolve("spectra");
        Map<String, Sampled> spectra = new TreeMap<>();
        MirrorSpectra.read(mirror.resolve("sdss"), PART, spectra);
        MirrorSpectra.read(mirror.resolve("lamost"), PART, spectra);
        assertThat(spectra).hasSizeGreaterThan(80);
        RedshiftPipeline pipeline = new RedshiftPipeline(TemplateFile.shipped());
        Counted real = Counted.NONE;
        Map<StrangeSpectrum, Counted> strange = new TreeMap<>();
        SplittableRandom random = new SplittableRandom(2026);
        for (Map.Entry<String, Sampled> entry : spectra.entrySet()) {
            GridSpectrum spectrum = grid(entry.getKey(), entry.getValue());
            real = real.and(pipeline.redshift(spectrum));
            for (StrangeSpectrum kind : StrangeSpectrum.values()) {
                Redshift answer = pipeline.redshift(kind.of(spectrum, random.split()));
                strange.merge(kind, Counted.NONE.and(answer), (sum, _) -> sum.and(answer));
            }
        }
        System.out.println("REAL " + real);
        strange.forEach((kind, counted) -> System.out.println(kind + " " + counted));
        assertThat(real.badFit()).isLessThanOrEqualTo(real.spectra() * 3 / 100);
        strange.forEach((kind, counted) -> {
            assertThat(counted.warned()).as("%s %s", kind, counted).isGreaterThanOrEqualTo(counted.spectra() * 9 / 10);
            assertThat(counted.confident()).as("%s %s", kind, counted).isLessThanOrEqualTo(counted.spectra() * 3 / 100);
            assertThat(counted.doubtful()).as("%s %s", kind, counted).isGreaterThanOrEqualTo(counted.spectra() * 8 / 10);
        });
    }

    private static GridSpectrum grid(String name, Sampled sampled) {
        return Resampling.onGrid(new RawSpectrum(
                name, 0, null, sampled.wavelength(), sampled.flux(), sampled.ivar(), new int[0], null));
    }
}
