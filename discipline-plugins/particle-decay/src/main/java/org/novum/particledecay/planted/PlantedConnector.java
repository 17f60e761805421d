package org.novum.particledecay.planted;

import java.util.Set;
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
        return uri.startsWith(PlantedUri.PREFIX);
    }

    @Override
    public Dataset open(DataSource source) {
        boolean plain = source.columns().isEmpty() && source.units().isEmpty() && source.select().isEmpty();
        if (source.uris().size() != 1 || !plain) {
            throw new NovumException(
                    ExitCode.NO_INPUT,
                    "a planted campaign is one address without columns, units or select; it already has the general layout in GeV");
        }
        return new PlantedDataset(source.uris().getFirst(), PlantedUri.parse(source.uris().getFirst()));
    }
}
