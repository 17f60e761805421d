package org.novum.pluginsdk.fake;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.novum.api.data.ConnectorCard;
import org.novum.api.data.DataConnector;
import org.novum.api.data.DataSource;
import org.novum.api.data.Dataset;

/**
 * A connector that is made anew whenever something is asked of it, so that it knows what a test stored after it had the
 * connector: entries of a catalogue, say.
 *
 * @param current makes it
 */
public record CurrentConnector(Supplier<? extends DataConnector> current) implements DataConnector {
    @Override
    public ConnectorCard card() {
        return current.get().card();
    }

    @Override
    public boolean accepts(String uri) {
        return current.get().accepts(uri);
    }

    @Override
    public Optional<List<Path>> files(DataSource source) {
        return current.get().files(source);
    }

    @Override
    public Dataset open(DataSource source) {
        return current.get().open(source);
    }
}
