package org.novum.archives;

import java.util.Set;
import org.novum.api.data.Capability;
import org.novum.api.data.ConnectorCard;
import org.novum.api.data.DataConnector;
import org.novum.api.data.DataSource;
import org.novum.api.data.Dataset;

/** Opens datasets of the catalogue: {@code dataset:NAME}, {@code dataset:NAME,NAME}. */
public final class DatasetConnector implements DataConnector {
    /** Uses the places of the environment, and the catalogue {@code NOVUM_CATALOGUE} or the bundled one. */
    public DatasetConnector() {}

    /** Uses these places and this catalogue, and tells the progress of downloads. */
    public DatasetConnector(ArchivePlaces places, Catalogue catalogue, FetchProgress progress) {}

    @Override
    public ConnectorCard card() {
        return new ConnectorCard(
                "archives",
                "Datasets of the catalogue, from the cache, a mirror or the network.",
                Set.of("dataset"),
                Set.of(),
                Set.of(
                        Capability.GZIP,
                        Capability.PROJECTION,
                        Capability.COLUMN_MAPPING,
                        Capability.ROW_SELECTION,
                        Capability.FETCH));
    }

    @Override
    public boolean accepts(String uri) {
        return uri.startsWith("dataset:");
    }

    @Override
    public Dataset open(DataSource source) {
        throw new UnsupportedOperationException("being written");
    }
}
