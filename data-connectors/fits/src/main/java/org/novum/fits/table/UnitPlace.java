package org.novum.fits.table;

import java.util.Optional;
import java.util.Set;
import org.novum.fits.hdu.FitsContent;
import org.novum.fits.hdu.Hdu;
import org.novum.fits.hdu.UnitRows;
import org.novum.fits.spectrum.SpectrumException;

/**
 * Which unit of a file is meant, and what of it.
 *
 * @param file path, or glob, in front of {@code #}
 * @param unit its number, the first is 0, or its {@code EXTNAME}
 * @param header whether the cards of its header are meant
 */
record UnitPlace(String file, String unit, boolean header) {
    private static final String HEADER = ";header";

    /** What a URI {@code FILE#UNIT} or {@code FILE#UNIT;header} names, if it is one. */
    static Optional<UnitPlace> of(String uri) {
        int hash = uri.lastIndexOf('#');
        if (hash < 0 || Set.of("exposures", "lines", "models").contains(uri.substring(hash + 1))) {
            return Optional.empty();
        }
        String unit = uri.substring(hash + 1);
        boolean header = unit.endsWith(HEADER);
        String plain = header ? unit.substring(0, unit.length() - HEADER.length()) : unit;
        return plain.isBlank() ? Optional.empty() : Optional.of(new UnitPlace(uri.substring(0, hash), plain, header));
    }

    /**
     * The rows.
     *
     * @throws SpectrumException if the file has no such unit
     */
    UnitRows in(FitsContent content) {
        Hdu found = find(content);
        return header ? UnitRows.header(found) : UnitRows.of(found);
    }

    private Hdu find(FitsContent content) {
        if (unit.matches("\\d{1,6}")) {
            return content.unit(Integer.parseInt(unit)).orElseThrow(() -> missing(content));
        }
        return content.named(unit).orElseThrow(() -> missing(content));
    }

    private SpectrumException missing(FitsContent content) {
        StringBuilder units = new StringBuilder();
        for (int i = 0; content.unit(i).isPresent(); i++) {
            String name = content.unit(i).orElseThrow().name();
            units.append(i == 0 ? "" : ", ").append(i).append(name.isEmpty() ? "" : " " + name);
        }
        return new SpectrumException("it has no unit " + unit + "; the units are " + units);
    }
}
