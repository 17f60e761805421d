package org.novum.fits.hdu;

import java.lang.reflect.Array;
import java.util.Locale;
import java.util.Optional;
import nom.tam.fits.BasicHDU;
import nom.tam.fits.BinaryTable;
import nom.tam.fits.BinaryTableHDU;
import nom.tam.fits.FitsException;
import nom.tam.fits.Header;
import nom.tam.fits.HeaderCard;
import nom.tam.fits.ImageHDU;
import nom.tam.image.compression.hdu.CompressedImageHDU;
import nom.tam.image.compression.hdu.CompressedTableHDU;
import nom.tam.util.Cursor;
import org.jspecify.annotations.Nullable;
import org.novum.fits.spectrum.SpectrumException;

/** One unit of a FITS file: its header, and its image or table. Values of missing keywords are empty. */
public final class Hdu {
    private final BasicHDU<?> unit;
    private final boolean primary;
    private final @Nullable PlainData plain;
    private @Nullable Object image;

    private Hdu(BasicHDU<?> unit, boolean primary, @Nullable PlainData plain) {
        this.unit = unit;
        this.primary = primary;
        this.plain = plain;
    }

    /**
     * A unit.
     *
     * @param unit as the library gives it
     * @param data where its bytes lie
     */
    static Hdu of(BasicHDU<?> unit, PlainData data) throws FitsException {
        if (unit instanceof BinaryTableHDU) {
            Descriptors.check(data);
        }
        return switch (unit) {
            case CompressedImageHDU compressed -> {
                Tiles.requireImage(data);
                yield image(compressed, data);
            }
            case CompressedTableHDU compressed -> {
                Tiles.requireSize(data);
                yield new Hdu(named(compressed.asBinaryTableHDU(), data.header()), false, null);
            }
            default -> new Hdu(unit, false, data);
        };
    }

    private static Hdu image(CompressedImageHDU compressed, PlainData data) throws FitsException {
        boolean primary = compressed.getHeader().getBooleanValue("ZSIMPLE");
        if (!FloatTiles.has(data.header())) {
            ImageHDU image = compressed.asImageHDU();
            image.getHeader().deleteKey("TFIELDS");
            return new Hdu(named(image, data.header()), primary, null);
        }
        Header header = compressed.getImageHeader();
        header.deleteKey("TFIELDS"); // which the library leaves in
        PlainData plain = new PlainData(FloatTiles.decompressed(data), 0, header);
        return new Hdu(named(new ImageHDU(header, ImageHDU.manufactureData(header)), data.header()), primary, plain);
    }

    /** The library leaves the names of compressed units out. */
    private static BasicHDU<?> named(BasicHDU<?> unit, Header compressed) {
        String name = compressed.getStringValue("EXTNAME", "").strip();
        if (!name.isEmpty() && !name.equals("COMPRESSED_IMAGE")) {
            unit.getHeader().deleteKey("EXTNAME");
            Cursor<String, HeaderCard> cards = unit.getHeader().iterator();
            cards.setKey("END");
            cards.add(compressed.findCard("EXTNAME").copy());
        }
        return unit;
    }

    /** The unit as the library gives it. */
    BasicHDU<?> library() {
        return unit;
    }

    /** Whether it was the primary unit of a file before compression. */
    boolean wasPrimary() {
        return primary;
    }

    boolean isEmpty() {
        return header().getIntValue("NAXIS") == 0;
    }

    /** The {@code EXTNAME}, or nothing. */
    public String name() {
        return text("EXTNAME").orElse("");
    }

    /** Whether the header has a keyword. */
    public boolean has(String keyword) {
        return header().containsKey(keyword);
    }

    /** A keyword's text, without blanks around it. */
    public Optional<String> text(String keyword) {
        return Optional.ofNullable(header().getStringValue(keyword))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    /** A keyword's number, NaN if it has none. */
    public double number(String keyword) {
        return header().getDoubleValue(keyword, Double.NaN);
    }

    /** A keyword's truth, if it has one. */
    public Optional<Boolean> truth(String keyword) {
        return has(keyword) ? Optional.of(header().getBooleanValue(keyword)) : Optional.empty();
    }

    /** A keyword's value as it stands, for identifiers that some write as numbers and some as texts. */
    public Optional<String> value(String keyword) {
        return Optional.ofNullable(header().findCard(keyword))
                .map(card -> card.getValue())
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    /** Whether this is an image with numbers in it. */
    public boolean isImage() {
        return unit instanceof ImageHDU && !isEmpty();
    }

    /** Whether this is a binary table. */
    public boolean isTable() {
        return unit instanceof BinaryTableHDU;
    }

    /** Lengths of the image's axes, the one along a row last; none if this is no image. */
    public int[] axes() {
        try {
            int[] axes = isImage() ? unit.getAxes() : null;
            return axes == null ? new int[0] : axes;
        } catch (FitsException e) {
            throw Damage.in(title(), e);
        }
    }

    /** One row of an image: all numbers along its first axis, at these places of the other axes, slowest first. */
    public double[] row(int... places) {
        double scale = header().getDoubleValue("BSCALE", 1);
        double zero = header().getDoubleValue("BZERO", 0);
        if (plain != null) {
            return Numbers.scaled(plainRow(plain, places), scale, zero);
        }
        Object part = image();
        for (int place : places) {
            part = Array.get(part, place);
        }
        return Numbers.copied(part, scale, zero);
    }

    private double[] plainRow(PlainData data, int... places) {
        int[] axes = axes();
        if (axes.length != places.length + 1) {
            throw new SpectrumException("not a spectrum: " + title() + " has " + axes.length + " axes");
        }
        long row = 0;
        for (int axis = 0; axis < places.length; axis++) {
            if (places[axis] >= axes[axis]) {
                throw new SpectrumException("not a spectrum: " + title() + " has fewer rows than objects");
            }
            row = row * axes[axis] + places[axis];
        }
        return data.image(row * axes[places.length], axes[places.length]);
    }

    private Object image() {
        if (image == null) {
            try {
                image = unit.getKernel();
            } catch (IllegalStateException e) {
                throw Damage.in(title(), e);
            }
            if (image == null) {
                throw new SpectrumException("truncated: " + title() + " has no data");
            }
        }
        return image;
    }

    /** How many rows the table has; 0 if this is none. */
    public int rows() {
        if (!(unit instanceof BinaryTableHDU table)) {
            return 0;
        }
        int rows = table.getNRows();
        if (rows < 0 || rows > 0 && plain != null && header().getIntValue("NAXIS1") <= 0) {
            throw new SpectrumException("damaged: " + title() + " declares " + rows + " rows without bytes");
        }
        return rows;
    }

    /** Whether the table has a column of this name, whatever its case. */
    public boolean hasColumn(String name) {
        return column(name) >= 0;
    }

    /** What the header says of the unit of a column, or nothing. */
    public Optional<String> columnUnit(String name) {
        return text("TUNIT" + (required(name) + 1));
    }

    /** How many numbers a cell of the column holds. */
    public int width(String name) {
        return table().getDescriptor(required(name)).getElementCount();
    }

    /** All numbers of a column, one row after the other. */
    public double[] numbers(String name) {
        int column = required(name);
        try {
            double scale = header().getDoubleValue("TSCAL" + (column + 1), 1);
            double zero = header().getDoubleValue("TZERO" + (column + 1), 0);
            double[] direct = plain == null ? null : plain.column(column);
            return direct == null
                    ? Numbers.copied(table().getColumn(column), scale, zero)
                    : Numbers.scaled(direct, scale, zero);
        } catch (IllegalStateException e) {
            throw Damage.in(title(), e);
        }
    }

    /** The numbers of one cell. */
    public double[] cell(String name, int row) {
        int column = required(name);
        try {
            return Numbers.copied(
                    table().getElement(row, column),
                    header().getDoubleValue("TSCAL" + (column + 1), 1),
                    header().getDoubleValue("TZERO" + (column + 1), 0));
        } catch (IllegalStateException e) {
            throw Damage.in(title(), e);
        }
    }

    /** One cell as text. */
    public String word(String name, int row) {
        try {
            return String.valueOf(table().get(row, required(name))).strip();
        } catch (IllegalStateException e) {
            throw Damage.in(title(), e);
        }
    }

    private int required(String name) {
        int column = column(name);
        if (column < 0) {
            throw new SpectrumException("not a spectrum: " + title() + " has no column " + name);
        }
        return column;
    }

    private int column(String name) {
        int columns = isTable() ? header().getIntValue("TFIELDS") : 0;
        for (int column = 0; column < columns; column++) {
            if (text("TTYPE" + (column + 1)).orElse("").equalsIgnoreCase(name)) {
                return column;
            }
        }
        return -1;
    }

    private BinaryTable table() {
        return ((BinaryTableHDU) unit).getData();
    }

    private Header header() {
        return unit.getHeader();
    }

    private String title() {
        return name().isEmpty() ? "the " + (isTable() ? "table" : "image") : name().toUpperCase(Locale.ROOT);
    }
}
