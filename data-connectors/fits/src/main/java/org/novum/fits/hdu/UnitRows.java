package org.novum.fits.hdu;

import java.util.List;
import nom.tam.fits.AsciiTableHDU;
import nom.tam.fits.BinaryTableHDU;
import org.jspecify.annotations.Nullable;
import org.novum.api.data.ColumnCard;
import org.novum.fits.spectrum.SpectrumException;

/** A unit of a FITS file as rows and columns. */
public sealed interface UnitRows permits BinaryRows, AsciiRows, ImageRows, CardRows {
    /** Names, types and units, in the order of the file. */
    List<ColumnCard> columns();

    /** How many rows there are. */
    int rows();

    /**
     * A cell: {@code Long} for whole numbers, {@code Double} for fractional ones, {@code String} for text, {@code long[]} or
     * {@code double[]} for lists; null where the file says that there is no value.
     *
     * @param column place of the column, from 0
     * @param row from 0
     * @throws SpectrumException if the unit is damaged there
     */
    @Nullable Object cell(int column, int row);

    /**
     * The table or image of a unit.
     *
     * @throws SpectrumException if it holds neither
     */
    static UnitRows of(Hdu unit) {
        return switch (unit.library()) {
            case BinaryTableHDU table -> new BinaryRows(table);
            case AsciiTableHDU table -> new AsciiRows(table);
            default -> {
                if (!unit.isImage()) {
                    throw new SpectrumException("it holds neither a table nor an image");
                }
                yield new ImageRows(unit);
            }
        };
    }

    /** The cards of a unit's header. */
    static UnitRows header(Hdu unit) {
        return new CardRows(unit.library().getHeader());
    }
}
