package org.novum.texttables;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.novum.api.data.DataConnector;
import org.novum.api.data.Unit;
import org.novum.pluginsdk.ConnectorContract;
import org.novum.pluginsdk.fake.InMemoryTable;

/** The connector's contract on a format that can hold any table. */
abstract class FormatContract extends ConnectorContract {
    /** With the dot. */
    abstract String ending();

    abstract String written(InMemoryTable table);

    abstract List<BadSource> badTexts(Path folder);

    @Override
    public DataConnector connector() {
        return new TextTablesConnector();
    }

    @Override
    public List<DataConnector> inOtherBatchSizes() {
        return List.of(new TextTablesConnector(Path.of(""), 1), new TextTablesConnector(Path.of(""), 2));
    }

    @Override
    public InMemoryTable content() {
        return InMemoryTable.named("lines")
                .wholes("number", Unit.ONE, 1, -2, Long.MAX_VALUE, Long.MIN_VALUE, 1)
                .texts("name", "G", "a b", "Å", "[O_II]", "c")
                .reals("flux", Unit.ONE, 1.5, -2.25, 0.1, 1.7976931348623157e308, 4.9e-324);
    }

    @Override
    public String glob(Path folder) {
        return "file:" + folder + "/*" + ending();
    }

    @Override
    public String store(InMemoryTable table, Path folder) {
        return "file:" + Written.file(folder, table.name() + ending(), written(table));
    }

    @Override
    public String storeCompressed(InMemoryTable table, Path folder) {
        byte[] gzip = Written.gzip(written(table).getBytes(StandardCharsets.UTF_8));
        return "file:" + Written.file(folder, table.name() + ending() + ".gz", gzip);
    }

    @Override
    public String storeZstd(InMemoryTable table, Path folder) {
        return "file:" + Written.file(folder, table.name() + ending() + ".zst", zstd(written(table)));
    }

    /** One frame of a raw block (RFC 8878, 3.1.1): magic, single segment with four bytes of size, block. */
    private static byte[] zstd(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int block = bytes.length << 3 | 1;
        try {
            out.write(new byte[] {0x28, (byte) 0xB5, 0x2F, (byte) 0xFD, (byte) 0xA0});
            out.write(new byte[] {(byte) bytes.length, (byte) (bytes.length >> 8), 0, 0});
            out.write(new byte[] {(byte) block, (byte) (block >> 8), (byte) (block >> 16)});
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    @Override
    public List<BadSource> badSources(Path folder) {
        byte[] whole = Written.gzip(written(content()).repeat(20).getBytes(StandardCharsets.UTF_8));
        return Stream.concat(
                        Stream.of(
                                bad(folder, "empty" + ending(), "", "empty"),
                                bad(folder, "page" + ending(), "<html></html>", "HTML"),
                                new BadSource(
                                        "file:" + Written.file(folder, "cut" + ending() + ".gz", Arrays.copyOf(whole, 40)),
                                        List.of("cut" + ending()))),
                        badTexts(folder).stream())
                .toList();
    }

    static BadSource bad(Path folder, String name, String text, String... named) {
        return new BadSource(
                "file:" + Written.file(folder, name, text),
                Stream.concat(Stream.of(name), Arrays.stream(named)).toList());
    }
}
