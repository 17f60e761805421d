package org.novum.archives;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.novum.api.data.DataConnector;
import org.novum.api.data.DataSource;
import org.novum.api.data.Dataset;
import org.novum.api.data.Unit;
import org.novum.pluginsdk.ConnectorContract;
import org.novum.pluginsdk.fake.CurrentConnector;
import org.novum.pluginsdk.fake.InMemoryColumn;
import org.novum.pluginsdk.fake.InMemoryTable;
import org.novum.tabular.CsvWriter;

/** What is stored goes to a mirror, and to the catalogue that connectors look into when they open something. */
class DatasetContractTest extends ConnectorContract {
    private final List<CatalogueEntry> entries = new ArrayList<>();

    @Override
    public DataConnector connector() {
        return new CurrentConnector(this::current);
    }

    private DatasetConnector current() {
        ArchivePlaces places = new ArchivePlaces(folder.resolve("home"), Optional.of(folder));
        return new DatasetConnector(places, new Catalogue(entries), FetchProgress.SILENT);
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
        return store(place.resolve(table.name() + ".csv"), text(table), text(table));
    }

    @Override
    public String storeCompressed(InMemoryTable table, Path place) {
        return store(place.resolve(table.name() + ".csv.gz"), text(table), Samples.gzip(text(table)));
    }

    private String store(Path file, byte[] content, byte[] stored) {
        Samples.write(file, stored);
        String name = "d" + entries.size();
        entries.add(new CatalogueEntry(
                name, "A table", Optional.empty(), folder.relativize(file).toString(), content.length,
                Samples.sha256(content), "CC0-1.0", "nobody", ""));
        return "dataset:" + name;
    }

    private static byte[] text(InMemoryTable table) {
        StringWriter text = new StringWriter();
        try (CsvWriter writer = CsvWriter.to(
                text, table.columns().stream().map(column -> column.card().name()).toList())) {
            for (int row = 0; row < table.rows(); row++) {
                int each = row;
                writer.row(table.columns().stream().map((InMemoryColumn column) -> column.value(each)).toList());
            }
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public List<BadSource> badSources(Path place) {
        byte[] page = "<html></html>".getBytes(StandardCharsets.UTF_8);
        byte[] word = "a\n1\nmany\n2\n".getBytes(StandardCharsets.UTF_8);
        String otherBytes = store(place.resolve("other.csv"), word, page);
        String html = store(place.resolve("page.csv"), page, page);
        String wrongValue = store(place.resolve("word.csv"), word, word);
        return List.of(
                new BadSource(otherBytes, List.of(otherBytes, "other.csv")),
                new BadSource(html, List.of(html, "HTML")),
                new BadSource(wrongValue, List.of(wrongValue, "row 3", "column a")),
                new BadSource("dataset:unknown", List.of("dataset:unknown")));
    }

    @Override
    public void assertFetches(Path place) {
        byte[] content = text(content());
        FetchSettings quick = new FetchSettings(
                Duration.ofSeconds(5), Duration.ofSeconds(1), Duration.ofMillis(1), Duration.ofSeconds(1), 3, 1 << 20);
        try (FlakyServer server = new FlakyServer(content)) {
            CatalogueEntry entry = new CatalogueEntry(
                    "far", "A table", Optional.of(server.uri()), "nowhere/far.csv", content.length,
                    Samples.sha256(content), "CC0-1.0", "nobody", "");
            DatasetConnector connector = new DatasetConnector(
                    new Fetcher(new ArchivePlaces(place.resolve("home"), Optional.empty()), quick),
                    new Catalogue(List.of(entry)),
                    FetchProgress.SILENT);
            try (Dataset dataset = connector.open(DataSource.of("dataset:far"))) {
                assertThat(dataset.card().part("far").rows()).isEqualTo(content().rows());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
