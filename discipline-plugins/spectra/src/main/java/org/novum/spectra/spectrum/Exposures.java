package org.novum.spectra.spectrum;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.api.data.DataHandle;
import org.novum.api.data.DataPart;
import org.novum.api.data.DatasetCard;

/**
 * Single exposures of objects, rows of one file, and their sum: on {@link LogGrid}, weighted by inverse variance, which is the
 * mean of least variance if the errors are right.
 *
 * <p>The noise of different exposures is independent; their calibration and the model of the sky are not.
 */
public final class Exposures {
    /** Column of the survey's number of an exposure. */
    static final String EXPOSURE = "exposure";

    /** Column of the number of an exposure among those of its file, from 0; there if each file has two or more. */
    public static final String TURN = "turn";

    private static final int MOST = 64;

    private Exposures() {}

    /** Whether all spectra are exposures of files that have two or more. */
    public static boolean canBeHalved(Iterable<DataPart> parts) {
        int spectra = 0;
        for (DataPart part : parts) {
            if (SpectrumRows.holds(part)) {
                spectra++;
                if (part.column(TURN).isEmpty()) {
                    return false;
                }
            }
        }
        return spectra > 0;
    }

    /**
     * Refuses exposures where each row counts as an object.
     *
     * @throws NovumException with {@code CONFIGURATION} if the data hold some
     */
    public static void requireNone(DatasetCard data) {
        if (data.parts().stream().anyMatch(part -> part.column(EXPOSURE).isPresent())) {
            throw new NovumException(
                    ExitCode.CONFIGURATION,
                    "the spectra of " + data.name() + " are single exposures, each of which this study would take for an object;"
                            + " name the data without #exposures");
        }
    }

    /**
     * Gives the spectra of all objects, one for each, in batches: as the rows are if they are no exposures, and otherwise, in
     * the order of the first rows, the sums of each file's rows. Sums are held in memory, 80 kB each.
     */
    public static void forEachObject(DataHandle data, Consumer<List<RawSpectrum>> use) {
        Map<String, Sum> sums = new LinkedHashMap<>();
        SpectrumRows.forEachBatch(data, batch -> {
            List<RawSpectrum> whole = new ArrayList<>();
            for (RawSpectrum raw : batch) {
                if (raw.exposure() == null) {
                    whole.add(raw);
                } else {
                    sums.computeIfAbsent(raw.file(), _ -> new Sum()).add(raw);
                }
            }
            if (!whole.isEmpty()) {
                use.accept(List.copyOf(whole));
            }
        });
        List<Sum> all = List.copyOf(sums.values());
        for (int from = 0; from < all.size(); from += MOST) {
            use.accept(all.subList(from, Math.min(all.size(), from + MOST)).stream().map(Sum::spectrum).toList());
        }
    }

    /** The sum of exposures of one object; those with a problem are left out unless all have one. */
    public static RawSpectrum sum(List<RawSpectrum> exposures) {
        Sum sum = new Sum();
        exposures.forEach(sum::add);
        return sum.spectrum();
    }

    private static final class Sum {
        private final double[] weighted = new double[LogGrid.PIXELS];
        private final double[] ivar = new double[LogGrid.PIXELS];
        private @Nullable RawSpectrum first;

        void add(RawSpectrum raw) {
            if (first == null || first.problem() != null) {
                first = raw;
            }
            if (raw.problem() == null) {
                GridSpectrum grid = Resampling.onGrid(raw);
                for (int i = grid.first(); i < grid.end(); i++) {
                    weighted[i] += grid.ivar()[i] * grid.flux()[i];
                    ivar[i] += grid.ivar()[i];
                }
            }
        }

        RawSpectrum spectrum() {
            if (first == null) {
                throw new IllegalArgumentException("a sum needs an exposure");
            }
            boolean empty = first.problem() != null;
            double[] wavelength = new double[empty ? 0 : LogGrid.PIXELS];
            double[] flux = new double[wavelength.length];
            for (int i = 0; i < wavelength.length; i++) {
                wavelength[i] = LogGrid.wavelength(i);
                flux[i] = ivar[i] > 0 ? weighted[i] / ivar[i] : 0;
            }
            return new RawSpectrum(
                    first.file(),
                    0,
                    first.object(),
                    wavelength,
                    flux,
                    Arrays.copyOf(ivar, wavelength.length),
                    new int[wavelength.length],
                    first.problem(),
                    first.fluxUnit());
        }
    }
}
