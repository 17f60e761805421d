package org.novum.fits.layout;

import java.util.Set;
import org.novum.fits.hdu.FitsContent;
import org.novum.fits.spectrum.SpectrumException;
import org.novum.fits.spectrum.SpectrumFile;
import org.novum.fits.spectrum.SpectrumFormat;

/** Spectra in FITS, in any {@link Layout}. */
public final class FitsFormat implements SpectrumFormat {
    @Override
    public String name() {
        return "FITS";
    }

    @Override
    public Set<String> endings() {
        return Set.of(".fits", ".fit", ".fts", ".fits.fz", ".fit.fz");
    }

    @Override
    public boolean recognises(byte[] content) {
        return FitsContent.recognises(content);
    }

    @Override
    public SpectrumFile open(byte[] content) {
        FitsContent file = FitsContent.of(content);
        for (Layout layout : Layout.ALL) {
            if (layout.matches(file)) {
                return layout.open(file);
            }
        }
        throw new SpectrumException("not a spectrum: the FITS file is laid out like none of "
                + String.join(", ", Layout.ALL.stream().map(Layout::title).toList())
                + "; its tables and images are read as FILE#0, FILE#1 and so on");
    }
}
