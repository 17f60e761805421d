package org.novum.spectra.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.novum.api.finding.Figure.Mark;
import org.novum.spectra.line.LineFit;
import org.novum.spectra.line.MeasuredLine;
import org.novum.spectra.redshift.Candidate;
import org.novum.spectra.spectrum.GridSpectrum;
import org.novum.spectra.spectrum.LogGrid;
import org.novum.spectra.template.SpectralClass;

/** The lines that stand out of a spectrum at a redshift. */
final class Identified {
    /** Emission and absorption count from these significances on; errors of absorbed pixels are often overestimated. */
    private static final double EMISSION = 4;

    private static final double ABSORPTION = 3;

    /** More names than this cannot be read; the most significant are kept. */
    private static final int MOST = 18;

    /** Lines closer than this many pixels share one name. */
    private static final double BLENDED = 14;

    private Identified() {}

    private record Line(double observed, String label, double significance) {}

    /** The lines as marks, by wavelength. */
    static List<Mark> marks(GridSpectrum spectrum, Candidate candidate) {
        List<Line> lines = new ArrayList<>();
        if (candidate.spectralClass() != SpectralClass.STAR) {
            new LineFit(spectrum, candidate.redshift())
                    .lines().stream()
                            .filter(line -> line.significance() >= EMISSION)
                            .forEach(line -> lines.add(emission(line)));
        }
        if (candidate.spectralClass() != SpectralClass.QSO) {
            Arrays.stream(AbsorptionFeature.values())
                    .map(feature -> new Line(
                            feature.observed(candidate.redshift()),
                            feature.label(),
                            feature.depth(spectrum, candidate.redshift())))
                    .filter(line -> line.significance() >= ABSORPTION)
                    .forEach(lines::add);
        }
        List<Line> kept = new ArrayList<>();
        lines.stream()
                .sorted(Comparator.comparingDouble(Line::significance).reversed())
                .filter(line -> kept.stream().noneMatch(other -> close(line, other)))
                .limit(MOST)
                .forEach(kept::add);
        return kept.stream()
                .sorted(Comparator.comparingDouble(Line::observed))
                .map(line -> new Mark(line.observed(), line.label()))
                .toList();
    }

    private static boolean close(Line one, Line other) {
        return Math.abs(LogGrid.position(one.observed()) - LogGrid.position(other.observed())) < BLENDED;
    }

    private static Line emission(MeasuredLine line) {
        return new Line(line.observed(), line.line().label().replace('_', ' '), line.significance());
    }
}
