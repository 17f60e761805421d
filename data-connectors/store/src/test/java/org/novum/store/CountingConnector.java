package org.novum.store;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.novum.api.data.ConnectorCard;
import org.novum.api.data.DataConnector;
import org.novum.api.data.DataSource;
import org.novum.api.data.Dataset;
import org.novum.pluginsdk.fake.InMemoryDataset;

/** A connector of data in memory, which are said to be in a file, that counts how often it opens them. */
final class CountingConnector implements DataConnector {
    private final Path file;
    private InMemoryDataset content;
    private int opened;

    CountingConnector(Path file, InMemoryDataset content) {
        this.file = file;
        this.content = content;
    }

    int opened() {
        return opened;
    }

    void change(InMemoryDataset other) {
        content = other;
    }

    @Override
    public ConnectorCard card() {
        return new ConnectorCard("counting", "Counts.", Set.of("file"), Set.of(".mem"), Set.of());
    }

    @Override
    public boolean accepts(String uri) {
        return true;
    }

    @Override
    public Optional<List<Path>> files(DataSource source) {
        return Optional.of(List.of(file));
    }

    @Override
    public Dataset open(DataSource source) {
        opened++;
        return content;
    }
}
