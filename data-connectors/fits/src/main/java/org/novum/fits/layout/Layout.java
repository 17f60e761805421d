package org.novum.fits.layout;

import java.util.List;
import org.novum.fits.hdu.FitsContent;
import org.novum.fits.spectrum.SpectrumException;
import org.novum.fits.spectrum.SpectrumFile;

/** How a survey lays out spectra in FITS; recognised by what is in the file, never by its name. */
sealed interface Layout permits SdssSpec, CellTable, DesiCoadd, OzDes, LamostImage {
    /** In the order in which they are tried: those with the surest marks first. */
    List<Layout> ALL = List.of(new SdssSpec(), new CellTable(), new DesiCoadd(), new OzDes(), new LamostImage());

    /** Name for messages. */
    String title();

    /** Whether the file is laid out so. */
    boolean matches(FitsContent file);

    /**
     * Opens the file.
     *
     * @throws SpectrumException if it cannot be read
     */
    SpectrumFile open(FitsContent file);
}
