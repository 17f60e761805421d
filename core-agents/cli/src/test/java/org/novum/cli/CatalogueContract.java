package org.novum.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.novum.api.data.DataConnector;
import org.novum.archives.ArchivePlaces;
import org.novum.archives.Catalogue;
import org.novum.archives.CatalogueEntry;
import org.novum.archives.Fetcher;
import org.novum.pluginsdk.ConnectorContract;
import org.novum.pluginsdk.fake.CurrentConnector;
import org.novum.runtime.Observers;

/** The contract of connectors that the program makes, since they look into its catalogue: files of a mirror, which a test lists. */
abstract class CatalogueContract extends ConnectorContract {
    final List<CatalogueEntry> entries = new ArrayList<>();

    /** The connector to these datasets. */
    abstract DataConnector connector(Catalogue catalogue, Fetcher fetcher);

    @Override
    public DataConnector connector() {
        Fetcher fetcher = new Fetcher(new ArchivePlaces(folder.resolve("home"), Optional.of(folder)));
        return new CurrentConnector(() -> connector(new Catalogue(entries), fetcher));
    }

    /** The same without a mirror, for a dataset that a server has. */
    DataConnector far(Path home, CatalogueEntry entry) {
        return connector(new Catalogue(List.of(entry)), new Fetcher(new ArchivePlaces(home, Optional.empty())));
    }

    @Test
    @Override
    public void isFoundThroughServiceLoader() {
        assertThat(new Workbench(Observers.NONE).plugins().connectors())
                .extracting(found -> found.card().name())
                .containsOnlyOnce(connector().card().name());
    }
}
