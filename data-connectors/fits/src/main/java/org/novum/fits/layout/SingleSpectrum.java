package org.novum.fits.layout;

import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.novum.fits.spectrum.FluxUnit;
import org.novum.fits.spectrum.Identity;
import org.novum.fits.spectrum.Pixels;
import org.novum.fits.spectrum.SpectrumFile;
import org.novum.fits.spectrum.SpectrumRow;

/**
 * A file of one object.
 *
 * @param object that it is of
 * @param unit of the flux
 * @param pixels reads them
 * @param parts what else the file may hold
 */
record SingleSpectrum(Identity object, FluxUnit unit, Supplier<Pixels> pixels, Parts parts)
        implements SpectrumFile {
    /**
     * What a file may hold beside the spectrum.
     *
     * @param single gives the file's single exposures, or the file itself where it has none
     * @param model reads the survey's best model, null where it has none
     */
    record Parts(UnaryOperator<SpectrumFile> single, Supplier<double @Nullable []> model) {}

    /** A file that holds the spectrum alone. */
    SingleSpectrum(Identity object, FluxUnit unit, Supplier<Pixels> pixels) {
        this(object, unit, pixels, new Parts(UnaryOperator.identity(), () -> null));
    }

    @Override
    public SpectrumFile exposures() {
        return parts.single().apply(this);
    }

    @Override
    public SpectrumFile models() {
        SingleSpectrum plain = this;
        return new SpectrumFile() {
            @Override
            public int size() {
                return plain.size();
            }

            @Override
            public Identity identity(int index) {
                return object;
            }

            @Override
            public SpectrumRow.Spectrum read(int index) {
                return new SpectrumRow.Spectrum(object, pixels.get(), unit, parts.model().get());
            }
        };
    }

    @Override
    public int size() {
        return 1;
    }

    @Override
    public Identity identity(int index) {
        return object;
    }

    @Override
    public SpectrumRow.Spectrum read(int index) {
        return new SpectrumRow.Spectrum(object, pixels.get(), unit);
    }
}
