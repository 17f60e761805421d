package org.novum.store;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.novum.api.data.ConnectorCard;
import org.novum.api.data.DataConnector;
import org.novum.api.data.DataSource;
import org.novum.api.data.Dataset;
import org.novum.api.data.DatasetCard;

/**
 * A connector whose sources are kept in a store.
 *
 * @param direct that reads the sources
 * @param store that keeps them
 */
record StoringConnector(DataConnector direct, ArrowStore store) implements DataConnector {
    @Override
    public ConnectorCard card() {
        return direct.card();
    }

    @Override
    public boolean accepts(String uri) {
        return direct.accepts(uri);
    }

    @Override
    public Optional<List<Path>> files(DataSource source) {
        return direct.files(source);
    }

    @Override
    public Dataset open(DataSource source) {
        Optional<SourceKey> key = SourceKey.of(direct, source);
        if (key.isEmpty()) {
            return direct.open(source);
        }
        Optional<DatasetCard> known = store.card(key.get());
        if (known.isPresent()) {
            return new StoringDataset(known.get(), () -> direct.open(source), new StoredSource(this, source, key.get()));
        }
        Dataset opened = direct.open(source);
        if (SourceKey.of(direct, source).equals(key)) {
            store.keep(key.get(), opened.card());
        }
        return new StoringDataset(opened, new StoredSource(this, source, key.get()));
    }
}
