package org.novum.fits.table;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.api.data.Capability;
import org.novum.api.data.ConnectorCard;
import org.novum.api.data.DataConnector;
import org.novum.api.data.DataException;
import org.novum.api.data.DataPart;
import org.novum.api.data.DataSource;
import org.novum.api.data.Dataset;
import org.novum.files.FilePattern;
import org.novum.files.Guard;
import org.novum.fits.hdu.FitsContent;
import org.novum.fits.hdu.UnitRows;
import org.novum.files.Piece;
import org.novum.fits.spectrum.FileSource;
import org.novum.fits.spectrum.SpectrumException;
import org.novum.fits.spectrum.SpectrumFiles;
import org.novum.fits.spectrum.SpectrumPaths;

/**
 * Opens tables and images of FITS files as they are: {@code FILE.fits#1}, {@code FILE.fits#COADD}, and the cards of their
 * headers, {@code FILE.fits#1;header}.
 *
 * <p>Files may be gzip- or fpack-compressed. Units are what {@code TUNITn} and {@code BUNIT} say. Stored numbers are scaled;
 * whole ones stay whole where the scale is 1. {@code TNULLn}, {@code BLANK} and NaN mean that there is no value.
 */
public final class FitsTableConnector implements DataConnector {
    private static final List<String> ENDINGS =
            List.of(".fits", ".fit", ".fts", ".fits.gz", ".fit.gz", ".fts.gz", ".fits.fz", ".fit.fz");

    private final SpectrumPaths paths;

    /** Relative paths start at the process's working folder. */
    public FitsTableConnector() {
        this.paths = new SpectrumPaths(Path.of(""));
    }

    @Override
    public ConnectorCard card() {
        return new ConnectorCard(
                "fits-tables",
                "Tables, images and headers of FITS files, each unit by its number or name: FILE.fits#1, FILE.fits#NAME;header.",
                Set.of("file"),
                Set.of(),
                Set.of(Capability.GZIP, Capability.GLOB, Capability.PROJECTION));
    }

    @Override
    public boolean accepts(String uri) {
        return !FilePattern.hasOtherScheme(uri)
                && UnitPlace.of(uri).filter(place -> isFits(place.file())).isPresent();
    }

    private static boolean isFits(String file) {
        String lower = file.toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(lower::endsWith);
    }

    private static UnitPlace place(String uri) {
        return UnitPlace.of(uri)
                .orElseThrow(() -> new NovumException(
                        ExitCode.NO_INPUT, uri + ": no unit is named; write FILE.fits#1 or FILE.fits#NAME"));
    }

    @Override
    public Optional<List<Path>> files(DataSource source) {
        return Optional.of(source.uris().stream()
                .flatMap(uri -> paths.files(place(uri).file()).stream())
                .map(FileSource::path)
                .toList());
    }

    /**
     * Opens the source.
     *
     * @throws DataException if a file is damaged or has no such unit
     * @throws NovumException if there is no such file, or columns or rows are to be chosen
     */
    @Override
    public Dataset open(DataSource source) {
        requireNothingMapped(source);
        List<Unit> units = new ArrayList<>();
        for (String uri : source.uris()) {
            UnitPlace place = place(uri);
            paths.files(place.file()).forEach(file -> units.add(new Unit(place, file)));
        }
        if (units.isEmpty()) {
            throw new NovumException(ExitCode.NO_INPUT, "no data are named; name at least one unit of a file");
        }
        List<String> names = Piece.names(
                units.stream().map(Unit::piece).toList(),
                piece -> new DataException(piece.file() + "#" + piece.name(), "it is named twice", "name it once"));
        List<UnitDataset.Part> parts = new ArrayList<>();
        for (int i = 0; i < units.size(); i++) {
            parts.add(part(units.get(i), names.get(i)));
        }
        parts.sort(Comparator.comparing((UnitDataset.Part part) -> part.card().name()));
        return new UnitDataset(String.join(", ", source.uris()), parts);
    }

    /** A unit of a file. */
    private record Unit(UnitPlace place, FileSource file) {
        Piece piece() {
            String stem = String.valueOf(file.path().getFileName()).replaceFirst("(?i)\\.(fits|fit|fts)(\\.gz|\\.fz)?$", "");
            return new Piece(file.path(), stem, shown());
        }

        String shown() {
            return place.unit() + (place.header() ? ";header" : "");
        }
    }

    private static UnitDataset.Part part(Unit unit, String name) {
        UnitPlace place = unit.place;
        FileSource file = unit.file;
        String label = file.label() + "#" + place.unit();
        try {
            byte[] content = SpectrumFiles.read(file.path());
            UnitRows rows = Guard.call(() -> place.in(FitsContent.of(content)), SpectrumException::damaged);
            DataPart card = new DataPart(
                    name,
                    "file:" + file.path() + "#" + unit.shown(),
                    rows.rows(),
                    HexFormat.of().formatHex(SpectrumFiles.sha256(content)),
                    rows.columns());
            return new UnitDataset.Part(card, label, rows);
        } catch (SpectrumException e) {
            throw new DataException(label, String.valueOf(e.getMessage()), "correct the address, or get the file again", e);
        }
    }

    private static void requireNothingMapped(DataSource source) {
        TreeMap<String, String> asked = new TreeMap<>(source.columns());
        asked.putAll(source.units());
        asked.putAll(source.select());
        if (!asked.isEmpty()) {
            throw new NovumException(
                    ExitCode.CONFIGURATION,
                    "FITS files state names and units themselves, and all rows are read; leave out " + asked.keySet());
        }
    }
}
