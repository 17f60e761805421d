package org.novum.columnar;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.novum.api.data.DataConnector;
import org.novum.pluginsdk.ConnectorContract;
import org.novum.pluginsdk.fake.InMemoryTable;

/** The contract on lines of JSON. */
class JsonContractTest extends ConnectorContract {
    @Override
    public DataConnector connector() {
        return new JsonConnector();
    }

    @Override
    public List<DataConnector> inOtherBatchSizes() {
        return List.of(new JsonConnector(Path.of(""), 2048));
    }

    @Override
    public InMemoryTable content() {
        return Written.muons();
    }

    @Override
    public String store(InMemoryTable table, Path folder) {
        return "file:" + Written.by(table, folder.resolve(table.name() + ".jsonl"), "FORMAT JSON");
    }

    @Override
    public String storeCompressed(InMemoryTable table, Path folder) {
        return "file:" + Written.by(table, folder.resolve(table.name() + ".jsonl.gz"), "FORMAT JSON, COMPRESSION GZIP");
    }

    @Override
    public String glob(Path folder) {
        return "file:" + folder + "/*.jsonl";
    }

    @Override
    public List<BadSource> badSources(Path folder) {
        return List.of(
                bad(folder, "empty.jsonl", ""),
                bad(folder, "page.json", "<html></html>"),
                bad(folder, "cut.json", "[{\"a\": 1}, {\"a\""),
                bad(folder, "broken.jsonl", "{\"a\": 1}\n{\"a\": \n"),
                bad(folder, "plain.jsonl.gz", "{\"a\": 1}\n"));
    }

    private static BadSource bad(Path folder, String name, String content) {
        return new BadSource(
                "file:" + Written.bytes(folder.resolve(name), content.getBytes(StandardCharsets.UTF_8)), List.of(name));
    }
}
