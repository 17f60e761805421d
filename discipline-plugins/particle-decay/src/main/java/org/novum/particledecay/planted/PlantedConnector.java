package org.novum.particledecay.planted;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.api.data.ConnectorCard;
import org.novum.api.data.DataConnector;
import org.novum.api.data.DataSource;
import org.novum.api.data.Dataset;

/** Opens generated campaigns, {@code planted:campaign?channels=60&seed=7}; the same address gives the same bytes. */
public final class PlantedConnector implements DataConnector {
    private static final ConnectorCard CARD = new ConnectorCard(
            "planted",
            "Generates campaigns of decay channels with planted states and traps.",
            Set.of("planted"),
            Set.of(),
            Set.of());

    @Override
    public ConnectorCard card() {
        return CARD;
    }

    @Override
    public boolean accepts(String uri) {
        return uri.startsWith(PlantedUri.SCHEME);
    }

    @Override
    public Dataset open(DataSource source) {
        List<String> changes = Stream.of(
                        source.columns().keySet(), source.units().keySet(), source.select().keySet())
                .flatMap(Set::stream)
                .toList();
        if (!changes.isEmpty()) {
            throw new NovumException(
                    ExitCode.CONFIGURATION,
                    "planted campaigns have the general layout in GeV, and nothing of it can be mapped or selected: leave out "
                            + String.join(", ", changes));
        }
        if (source.uris().size() != 1) {
            throw new NovumException(
                    ExitCode.CONFIGURATION, "a planted campaign is one address, not " + source.uris().size() + ": give one");
        }
        return new PlantedDataset(source.uris().getFirst(), PlantedUri.parse(source.uris().getFirst()));
    }
}
