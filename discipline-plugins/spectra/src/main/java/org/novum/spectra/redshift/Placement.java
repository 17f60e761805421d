package org.novum.spectra.redshift;

import java.util.List;
import java.util.Optional;
import org.novum.spectra.spectrum.GridSpectrum;
import org.novum.spectra.spectrum.LogGrid;
import org.novum.spectra.template.SpectralClass;
import org.novum.spectra.template.Template;

/** Gives an answer its final redshift and the whole of its error; class and minimum stay. */
final class Placement {
    private final Optional<VelocityFit> galaxies;

    Placement(List<Template> templates) {
        galaxies = templates.stream()
                .filter(template -> template.spectralClass() == SpectralClass.GALAXY)
                .flatMap(template -> template.velocity().stream())
                .findFirst()
                .map(VelocityFit::new);
    }

    Redshift placed(GridSpectrum spectrum, Redshift redshift) {
        return redshift.best()
                .map(best -> redshift.placed(SystematicError.included(placed(spectrum, best))))
                .orElse(redshift);
    }

    private Candidate placed(GridSpectrum spectrum, Candidate best) {
        return best.spectralClass() != SpectralClass.GALAXY
                ? best
                : galaxies.flatMap(fit -> fit.place(spectrum, LogGrid.shift(best.redshift())))
                        .map(place -> {
                            double z = LogGrid.redshift(place.shift());
                            return best.placed(z, place.error() * LogGrid.STEP * StrictMath.log(10) * (1 + z));
                        })
                        .orElse(best);
    }
}
