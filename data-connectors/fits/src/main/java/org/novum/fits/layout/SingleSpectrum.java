package org.novum.fits.layout;

import java.util.function.Supplier;
import java.util.function.UnaryOperator;
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
 * @param single gives the file's single exposures, or the file itself where it has none
 */
record SingleSpectrum(
        Identity object, FluxUnit unit, Supplier<Pixels> pixels, UnaryOperator<SpectrumFile> single)
        implements SpectrumFile {
    /** A file that holds no single exposures. */
    SingleSpectrum(Identity object, FluxUnit unit, Supplier<Pixels> pixels) {
        this(object, unit, pixels, UnaryOperator.identity());
    }

    @Override
    public SpectrumFile exposures() {
        return single.apply(this);
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
