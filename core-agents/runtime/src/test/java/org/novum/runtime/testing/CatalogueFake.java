package org.novum.runtime.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.arrow.memory.BufferAllocator;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.api.data.Batches;
import org.novum.api.data.ConnectorCard;
import org.novum.api.data.DataConnector;
import org.novum.api.data.DataPart;
import org.novum.api.data.DataSource;
import org.novum.api.data.Dataset;
import org.novum.api.data.DatasetCard;
import org.novum.tabular.TabularConnector;

/** Opens {@code catalogue:NAME} as the file {@code NAME.csv} of a folder, and keeps the URI that it was asked for. */
record CatalogueFake(Path folder) implements DataConnector {
    private static final String SCHEME = "catalogue:";

    @Override
    public ConnectorCard card() {
        return new ConnectorCard("catalogue", "A fake.", Set.of("catalogue"), Set.of(), Set.of());
    }

    @Override
    public boolean accepts(String uri) {
        return uri.startsWith(SCHEME);
    }

    @Override
    public Dataset open(DataSource source) {
        String uri = source.uris().getFirst();
        Path file = folder.resolve(uri.substring(SCHEME.length()) + ".csv");
        if (!Files.exists(file)) {
            throw new NovumException(ExitCode.NO_INPUT, uri + " is not there");
        }
        return new Renamed(new TabularConnector().open(DataSource.of("file:" + file)), uri);
    }

    private record Renamed(Dataset dataset, String uri) implements Dataset {
        @Override
        public DatasetCard card() {
            return new DatasetCard(
                    dataset.card().name(),
                    dataset.card().parts().stream()
                            .map(part -> new DataPart(part.name(), uri, part.rows(), part.sha256(), part.columns()))
                            .toList());
        }

        @Override
        public Batches read(BufferAllocator allocator, String part, List<String> columns) {
            return dataset.read(allocator, part, columns);
        }

        @Override
        public void close() {
            dataset.close();
        }
    }
}
