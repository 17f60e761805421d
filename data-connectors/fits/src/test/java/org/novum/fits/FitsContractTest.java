package org.novum.fits;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.novum.api.data.ColumnCard;
import org.novum.api.data.DataConnector;
import org.novum.fits.FitsBuilder.Column;
import org.novum.fits.spectrum.PixelFlag;
import org.novum.fits.spectrum.ScanProgress;
import org.novum.fits.spectrum.SpectrumColumns;
import org.novum.pluginsdk.ConnectorContract;
import org.novum.pluginsdk.fake.InMemoryColumn;
import org.novum.pluginsdk.fake.InMemoryTable;

/** The connector's contract, on a DESI coadd of two objects and two arms. */
class FitsContractTest extends ConnectorContract {
    private static final double[] BLUE = {3600, 3600.8, 3601.6, 3602.4};
    private static final double[] RED = {3601, 3601.8, 3602.6};

    @Override
    public DataConnector connector() {
        return new FitsConnector();
    }

    @Override
    public List<DataConnector> inOtherBatchSizes() {
        return List.of(new FitsConnector(Path.of(""), ScanProgress.SILENT, dataset -> dataset.inBatchesOf(1)));
    }

    @Override
    public InMemoryTable content() {
        return content("sample.fits");
    }

    @Override
    public InMemoryTable expected(String uri) {
        return content(uri.substring("file:".length()));
    }

    private static InMemoryTable content(String file) {
        List<Double> wavelength = new ArrayList<>(Arrays.stream(BLUE).boxed().toList());
        wavelength.addAll(Arrays.stream(RED).boxed().toList());
        List<Byte> arm = List.of((byte) 0, (byte) 0, (byte) 0, (byte) 0, (byte) 1, (byte) 1, (byte) 1);
        int gone = PixelFlag.NO_DATA.bit();
        int bright = PixelFlag.BRIGHT_SKY.bit();
        return table(
                List.of(file, file),
                List.of(0, 1),
                List.of("39633559463397282", "7"),
                List.of(127.625, 0.5),
                List.of(-0.25, 81.75),
                List.of(wavelength, wavelength),
                List.of(List.of(1.5, 2.5, 0.0, -1.0, 4.0, 5.0, 6.0), List.of(2.0, 1.0, 2.0, 1.0, 2.0, 1.0, 2.0)),
                List.of(List.of(4.0, 4.0, 0.0, 1.0, 1.0, 1.0, 1.0), List.of(1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0)),
                List.of(List.of(0, 0, gone, 0, 0, bright, 0), List.of(0, 0, 0, 0, 0, 0, 0)),
                Arrays.asList(null, null),
                List.of(arm, arm),
                List.of("1e-17 erg s-1 cm-2 Angstrom-1", "1e-17 erg s-1 cm-2 Angstrom-1"),
                Arrays.asList(null, null));
    }

    private static InMemoryTable table(List<?>... columns) {
        InMemoryTable table = InMemoryTable.named("sample");
        for (int i = 0; i < columns.length; i++) {
            ColumnCard card = SpectrumColumns.ALL.get(i);
            List<@Nullable Object> values = Collections.unmodifiableList(new ArrayList<>(columns[i]));
            table = table.with(new InMemoryColumn.Values(card.name(), card.type(), card.unit(), values));
        }
        return table;
    }

    @Override
    public String store(InMemoryTable table, Path folder) {
        return write(folder.resolve(table.name() + ".fits"), desi(table));
    }

    /** What makes it gzip is in the bytes; the name says nothing. */
    @Override
    public String storeCompressed(InMemoryTable table, Path folder) {
        return write(folder.resolve(table.name() + ".fits"), Packed.gzip(desi(table)));
    }

    @Override
    public List<BadSource> badSources(Path folder) {
        byte[] whole = desi(content());
        byte[] compressed = Packed.gzip(whole);
        return List.of(
                bad(folder, "cut.fits", Arrays.copyOf(whole, whole.length / 2), "truncated"),
                bad(folder, "cut.fits.gz", Arrays.copyOf(compressed, compressed.length / 2), "gzip"),
                bad(folder, "empty.fits", new byte[0], "empty"),
                bad(folder, "text.fits", "wavelength,flux\n1,2\n".getBytes(StandardCharsets.US_ASCII), "not a spectrum"),
                bad(folder, "other.fits", FitsBuilder.primary(Map.of()).bytes(), "not a spectrum"));
    }

    private static BadSource bad(Path folder, String name, byte[] bytes, String named) {
        return new BadSource(write(folder.resolve(name), bytes), List.of(named));
    }

    private static byte[] desi(InMemoryTable table) {
        int rows = table.rows();
        Column id = Column.of("TARGETID", "1K", ids(table.column("object")));
        FitsBuilder file = FitsBuilder.primary(Map.of())
                .table("FIBERMAP", id, numbers("TARGET_RA", table.column("ra")), numbers("TARGET_DEC", table.column("dec")));
        double[][] wavelengths = {BLUE, RED};
        int at = 0;
        for (int arm = 0; arm < 2; arm++) {
            String name = "BR".substring(arm, arm + 1);
            int count = wavelengths[arm].length;
            double[][] flux = new double[rows][count];
            double[][] ivar = new double[rows][count];
            int[][] mask = new int[rows][count];
            for (int row = 0; row < rows; row++) {
                for (int i = 0; i < count; i++) {
                    flux[row][i] = item(table, "flux", row, at + i).doubleValue();
                    ivar[row][i] = item(table, "ivar", row, at + i).doubleValue();
                    int bits = item(table, "mask", row, at + i).intValue();
                    mask[row][i] = PixelFlag.BRIGHT_SKY.in(bits) ? 1 << 5 : PixelFlag.NO_DATA.in(bits) ? 1 << 8 : 0;
                }
            }
            at += count;
            file.image(name + "_WAVELENGTH", wavelengths[arm], Map.of("BUNIT", "Angstrom"))
                    .image(name + "_FLUX", flux, Map.of("BUNIT", "10**-17 erg/(s cm2 Angstrom)"))
                    .image(name + "_IVAR", ivar, Map.of())
                    .image(name + "_MASK", mask, Map.of());
        }
        return file.bytes();
    }

    private static List<Long> ids(InMemoryColumn column) {
        List<Long> ids = new ArrayList<>();
        for (int row = 0; row < column.rows(); row++) {
            ids.add(Long.valueOf(String.valueOf(column.value(row))));
        }
        return ids;
    }

    private static Column numbers(String name, InMemoryColumn column) {
        double[] values = new double[column.rows()];
        for (int row = 0; row < values.length; row++) {
            values[row] = column.value(row) instanceof Double number ? number : Double.NaN;
        }
        return Column.of(name, "1D", values);
    }

    private static Number item(InMemoryTable table, String column, int row, int index) {
        return (Number) ((List<?>) Objects.requireNonNull(table.column(column).value(row))).get(index);
    }

    private static String write(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "file:" + file;
    }
}
