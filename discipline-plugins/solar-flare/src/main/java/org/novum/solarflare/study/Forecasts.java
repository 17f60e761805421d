package org.novum.solarflare.study;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.novum.api.data.DataHandle;
import org.novum.api.discipline.StepContext;
import org.novum.solarflare.score.Episodes;
import org.novum.solarflare.score.Sample;

/** How models of one scope are trained for claims, and how they are confronted with what happened. */
interface Forecasts {
    /**
     * Trains what the claims need, on exploration rows.
     *
     * @return the models as documents with their cards, by recipe
     */
    ObjectNode train(List<FlareClaim> claims, DataHandle exploration, StepContext context);

    /** Forecasts of the rows that confirm, by models as documents. */
    Confirmation confirm(JsonNode models, DataHandle confirmation, StepContext context);

    /** Forecasts with what happened. */
    interface Confirmation {
        /** What a claim is tested on; nothing if there are no rows. */
        Optional<Compared> compared(FlareClaim claim);
    }

    /**
     * A forecaster beside its references.
     *
     * @param ours the model's
     * @param references by name, on the same rows
     * @param flares how many of the flares had an alarm of the model: of one region's, or days of the disk
     */
    record Compared(Sample ours, Map<String, Sample> references, Episodes flares) {}
}
