package org.novum.particledecay.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.novum.api.data.DataException;
import org.novum.api.data.DataHandle;
import org.novum.api.discipline.StepContext;

/** Refuses candidates that cannot be, or that lie outside the study's window altogether, before anything is registered. */
final class CandidateCheck {
    private final SearchOptions options;

    CandidateCheck(SearchOptions options) {
        this.options = options;
    }

    /**
     * Reads every candidate of every spectrum.
     *
     * @throws DataException for the first value that cannot be, or if no spectrum has a candidate in its window
     */
    void run(DataHandle data, StepContext context) {
        Map<String, StateClaim> spectra = new LinkedHashMap<>();
        new DecaySpace(options, data.card()).all().forEach(claim -> spectra.putIfAbsent(claim.channel(), claim));
        List<Optional<DataException>> outside = context.map(
                List.copyOf(spectra.values()), claim -> ChannelSample.read(data, claim, options).outside(claim));
        if (!outside.isEmpty() && outside.stream().allMatch(Optional::isPresent)) {
            throw outside.getFirst().orElseThrow();
        }
    }
}
