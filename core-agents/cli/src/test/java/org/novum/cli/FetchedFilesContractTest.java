package org.novum.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.novum.api.data.DataConnector;
import org.novum.api.data.DataSource;
import org.novum.api.data.Dataset;
import org.novum.api.data.Unit;
import org.novum.archives.Catalogue;
import org.novum.archives.Fetcher;
import org.novum.columnar.JsonConnector;
import org.novum.pluginsdk.fake.InMemoryColumn;
import org.novum.pluginsdk.fake.InMemoryTable;
import org.novum.runtime.Plugins;

/** Arrays of JSON in a mirror, named by the catalogue that connectors look into when they open something. */
class FetchedFilesContractTest extends CatalogueContract {
    @Override
    FetchedFiles connector(Catalogue catalogue, Fetcher fetcher) {
        return new FetchedFiles(catalogue, fetcher, new Plugins(List.of(), List.of(new JsonConnector())));
    }

    @Override
    public InMemoryTable content() {
        return InMemoryTable.named("muons")
                .wholes("event", Unit.ONE, 1, 2, 1)
                .texts("type", "G", "T", "G")
                .reals("E", Unit.ONE, 1.5, -2.25, 0.1);
    }

    @Override
    public String store(InMemoryTable table, Path place) {
        return store(place.resolve(table.name() + ".json"), text(table));
    }

    /** The catalogue knows the digest of what is within. */
    @Override
    public String storeCompressed(InMemoryTable table, Path place) {
        return store(place.resolve(table.name() + ".json.gz"), Gzip.of(text(table)));
    }

    private static Path write(Path file, byte[] content) {
        try {
            return Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String store(Path file, byte[] content) {
        write(file, content);
        String name = "d" + entries.size();
        entries.add(Entries.of(name, Optional.empty(), folder.relativize(file).toString(), file));
        return "dataset:" + name;
    }

    private static byte[] text(InMemoryTable table) {
        ArrayNode rows = new ObjectMapper().createArrayNode();
        for (int row = 0; row < table.rows(); row++) {
            ObjectNode each = rows.addObject();
            for (InMemoryColumn column : table.columns()) {
                each.putPOJO(column.card().name(), column.value(row));
            }
        }
        return rows.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public List<BadSource> badSources(Path place) {
        byte[] whole = text(content());
        String cut = store(place.resolve("cut.json"), Arrays.copyOf(whole, whole.length / 2));
        String page = store(place.resolve("page.json"), "<html></html>".getBytes(StandardCharsets.UTF_8));
        String changed = store(place.resolve("changed.json"), whole);
        write(place.resolve("changed.json"), "[]".getBytes(StandardCharsets.UTF_8));
        return List.of(
                new BadSource(cut, List.of("cut.json", "line 1")),
                new BadSource(page, List.of("page.json", "no JSON")),
                new BadSource(changed, List.of(changed, "changed.json")),
                new BadSource("dataset:unknown", List.of("dataset:unknown")));
    }

    @Override
    public void assertFetches(Path place) {
        byte[] content = text(content());
        Path file = write(place.resolve("far.json"), content);
        try (ServedBytes server = new ServedBytes(content)) {
            DataConnector far = far(
                    place.resolve("home"), Entries.of("far", Optional.of(server.url("far.json")), "nowhere/far.json", file));
            try (Dataset dataset = far.open(DataSource.of("dataset:far"))) {
                assertThat(dataset.card().part("far").rows()).isEqualTo(content().rows());
                assertThat(dataset.card().part("far").uri()).isEqualTo("dataset:far");
            }
        }
    }
}
