package org.novum.votable;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.novum.fits.spectrum.Identity;
import org.novum.fits.spectrum.SpectrumException;
import org.novum.fits.spectrum.SpectrumFile;
import org.novum.fits.spectrum.SpectrumFormat;
import org.novum.fits.spectrum.SpectrumRow;

/** Spectra as VOTables: each table of a document that has wavelengths and fluxes is one. */
public final class VotableSpectra implements SpectrumFormat {
    @Override
    public String name() {
        return "VOTable";
    }

    @Override
    public Set<String> endings() {
        return Set.of(".vot", ".votable", ".xml");
    }

    @Override
    public boolean recognises(byte[] content) {
        return VotableDocument.recognises(content);
    }

    @Override
    public SpectrumFile open(byte[] content) {
        try {
            return opened(VotableDocument.of(content));
        } catch (VotableException e) {
            throw new SpectrumException(String.valueOf(e.getMessage()), e);
        }
    }

    private static SpectrumFile opened(VotableDocument document) {
        if (document.status() instanceof QueryStatus.Error error) {
            throw new SpectrumException("not a spectrum: the service answered with an error, " + error.message());
        }
        List<SpectralTable> tables =
                document.tables().stream().map(SpectralTable::of).flatMap(Optional::stream).toList();
        if (tables.isEmpty()) {
            throw new SpectrumException("not a spectrum: no table of the VOTable has wavelengths and fluxes");
        }
        return new Spectra(tables);
    }

    private record Spectra(List<SpectralTable> tables) implements SpectrumFile {
        @Override
        public int size() {
            return tables.size();
        }

        @Override
        public Identity identity(int index) {
            return tables.get(index).identity();
        }

        @Override
        public SpectrumRow.Spectrum read(int index) {
            return tables.get(index).read();
        }
    }
}
