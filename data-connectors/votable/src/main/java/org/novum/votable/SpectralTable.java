package org.novum.votable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.novum.files.Guard;
import org.novum.fits.spectrum.FluxUnit;
import org.novum.fits.spectrum.Identity;
import org.novum.fits.spectrum.PixelFlag;
import org.novum.fits.spectrum.Pixels;
import org.novum.fits.spectrum.SpectrumException;
import org.novum.fits.spectrum.SpectrumRow;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.DescribedValue;
import uk.ac.starlink.table.RowSequence;
import uk.ac.starlink.table.StarTable;

/**
 * A table with a spectrum, one row per pixel, by the names of the Spectrum data model (McDowell et al. 2012, version 1.1) or
 * by UCDs.
 */
record SpectralTable(StarTable table, int wavelength, int flux, int error, OptionalInt quality) {
    private static final int NONE = -1;

    /** The table as a spectrum, if it has wavelengths and fluxes. */
    static Optional<SpectralTable> of(StarTable table) {
        int wavelength = column(table, "data.spectralaxis.value", "em.");
        int flux = column(table, "data.fluxaxis.value", "phot.flux");
        if (wavelength == NONE || flux == NONE) {
            return Optional.empty();
        }
        int quality = column(table, "data.fluxaxis.quality", "meta.code.qual;phot.flux");
        return Optional.of(new SpectralTable(
                table,
                wavelength,
                flux,
                column(table, "data.fluxaxis.accuracy.staterror", "stat.error;phot.flux"),
                quality == NONE ? OptionalInt.empty() : OptionalInt.of(quality)));
    }

    private static int column(StarTable table, String utype, String ucd) {
        for (int i = 0; i < table.getColumnCount(); i++) {
            if (lower(table.getColumnInfo(i).getUtype()).endsWith(utype)) {
                return i;
            }
        }
        for (int i = 0; i < table.getColumnCount(); i++) {
            String its = lower(table.getColumnInfo(i).getUCD());
            if (its.startsWith(ucd) && !its.contains(";stat.m")) {
                return i;
            }
        }
        return NONE;
    }

    private static String lower(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }

    Identity identity() {
        String name = null;
        double[] place = {Double.NaN, Double.NaN};
        for (DescribedValue parameter : parameters()) {
            String utype = lower(parameter.getInfo().getUtype());
            Object value = parameter.getValue();
            if (utype.endsWith("target.name") && value != null) {
                name = value.toString().strip();
            } else if ((utype.endsWith("target.pos") || utype.endsWith("coverage.location.value"))
                    && value instanceof double[] pair
                    && pair.length == 2) {
                place = pair;
            }
        }
        return new Identity(name, place[0], place[1]);
    }

    private List<DescribedValue> parameters() {
        return table.getParameters();
    }

    SpectrumRow.Spectrum read() {
        requireFrame();
        if (error == NONE) {
            throw new SpectrumException("no errors: the table has no statistical error of the flux");
        }
        double scale = angstroms(table.getColumnInfo(wavelength));
        List<double[]> rows = rows();
        int count = rows.size();
        Pixels pixels = Pixels.of(new double[count], new double[count], new double[count], new int[count]);
        for (int i = 0; i < count; i++) {
            double[] row = rows.get(i);
            pixels.wavelength()[i] = row[0] * scale;
            pixels.flux()[i] = row[1];
            pixels.inverseVariance()[i] = row[2] > 0 ? 1 / (row[2] * row[2]) : 0;
            pixels.mask()[i] = row[3] == 0 ? 0 : PixelFlag.REJECTED.bit();
        }
        String unit = table.getColumnInfo(flux).getUnitString();
        return new SpectrumRow.Spectrum(
                identity(), pixels, unit == null || unit.isBlank() ? FluxUnit.RELATIVE : FluxUnit.of(unit));
    }

    private void requireFrame() {
        for (DescribedValue parameter : parameters()) {
            if (lower(parameter.getInfo().getUtype()).endsWith("spectralframe.refpos")
                    && lower(String.valueOf(parameter.getValue())).startsWith("topoc")) {
                throw new SpectrumException("wrong wavelengths: they are as the telescope saw them (TOPOCENTER), and nothing says"
                        + " how it moved");
            }
        }
    }

    private static double angstroms(ColumnInfo column) {
        String unit = column.getUnitString() == null ? "" : column.getUnitString().strip();
        return switch (unit.toLowerCase(Locale.ROOT)) {
            case "", "angstrom", "angstroms", "a", "0.1nm", "10**-10 m", "0.1 nm" -> 1;
            case "nm" -> 10;
            case "um", "micron" -> 1e4;
            case "m" -> 1e10;
            default -> throw new SpectrumException("wrong unit: the wavelength is in '" + unit + "'");
        };
    }

    private List<double[]> rows() {
        return Guard.call(
                this::numbers,
                broken -> new SpectrumException("truncated: the table ends early (" + Guard.reason(broken) + ")", broken));
    }

    private List<double[]> numbers() throws IOException {
        List<double[]> rows = new ArrayList<>();
        try (RowSequence sequence = table.getRowSequence()) {
            while (sequence.next()) {
                rows.add(new double[] {
                    number(sequence.getCell(wavelength)),
                    number(sequence.getCell(flux)),
                    number(sequence.getCell(error)),
                    quality.isPresent() ? number(sequence.getCell(quality.getAsInt())) : 0
                });
            }
        }
        return rows;
    }

    private static double number(@Nullable Object cell) {
        return cell instanceof Number number ? number.doubleValue() : Double.NaN;
    }
}
