package org.novum.spectra.redshift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.novum.spectra.SyntheticSky;
import org.novum.spectra.spectrum.GridSpectrum;
import org.novum.spectra.spectrum.Resampling;
import org.novum.spectra.template.Template;
import org.novum.spectra.template.TemplateFile;

class ScanTest {
    /** The scan by transforms, many shifts at a time, against one fit at a time in plain sums. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void curveIsThatOfSeparateFits(int step) {
        GridSpectrum spectrum = RedshiftEngine.scaled(Resampling.onGrid(SyntheticSky.galaxy("g", 0.12, 3)));
        for (Template template : TemplateFile.shipped()) {
            Scan scan = new Scan(template, step);
            double[] curve = scan.curve(spectrum);
            PointFit.Bound fit = new PointFit(template).on(spectrum);
            for (int i = 0; i < curve.length; i += 1 + curve.length / 50) {
                double single = fit.evidence(scan.firstShift() + step * i);
                if (Double.isInfinite(single)) {
                    assertThat(curve[i]).isInfinite();
                } else {
                    assertThat(curve[i]).isCloseTo(single, within(1e-6 * Math.abs(single)));
                }
            }
        }
    }
}
