package org.novum.columnar;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.novum.api.data.DataConnector;
import org.novum.pluginsdk.ConnectorContract;
import org.novum.pluginsdk.fake.InMemoryTable;

/** The contract on Parquet files. */
class ParquetContractTest extends ConnectorContract {
    @Override
    public DataConnector connector() {
        return new ColumnarConnector();
    }

    @Override
    public List<DataConnector> inOtherBatchSizes() {
        return List.of(new ColumnarConnector(Path.of(""), 2048));
    }

    @Override
    public InMemoryTable content() {
        return Written.muons();
    }

    @Override
    public String store(InMemoryTable table, Path folder) {
        return "file:" + Written.by(table, folder.resolve(table.name() + ".parquet"), "FORMAT PARQUET");
    }

    @Override
    public String glob(Path folder) {
        return "file:" + folder + "/*.parquet";
    }

    @Override
    public List<BadSource> badSources(Path folder) {
        byte[] whole = Written.bytes(Path.of(store(content(), folder).substring("file:".length())));
        return List.of(
                bad(folder, "empty.parquet", new byte[0]),
                bad(folder, "page.parquet", "<html></html>".getBytes(StandardCharsets.UTF_8)),
                bad(folder, "cut.parquet", Arrays.copyOf(whole, whole.length / 2)),
                bad(folder, "page.arrow", "<html></html>".getBytes(StandardCharsets.UTF_8)));
    }

    private static BadSource bad(Path folder, String name, byte[] content) {
        return new BadSource("file:" + Written.bytes(folder.resolve(name), content), List.of(name));
    }
}
