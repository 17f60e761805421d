package org.novum.particledecay.search;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novum.api.discipline.TestOutcome;

/**
 * What the test of one claim found; the detail of its {@link TestOutcome}.
 *
 * @param sample what was scanned
 * @param excess the most significant excess; null where nothing was tested
 * @param scan how its significance was found; null where nothing was tested
 * @param veto why the excess is no state of this channel, though it is there; null where nothing speaks against it
 * @param undescribed whether the excess is there but none of the claimed peak shapes describes it
 * @param notes what a reader should know, one sentence each
 */
record Outcome(
        SampleCard sample,
        @Nullable Excess excess,
        @Nullable ScanCard scan,
        @Nullable String veto,
        boolean undescribed,
        List<String> notes) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Copies the list. */
    Outcome {
        notes = List.copyOf(notes);
    }

    /**
     * What was scanned.
     *
     * @param channel name of the spectrum
     * @param finalState PDG ids of the daughters
     * @param candidates rows that were read and kept by charge
     * @param duplicates of these, rows of an event or with momenta that had been there before
     * @param scanned candidates in the window
     * @param low lower end of the window in GeV
     * @param high upper end of the window in GeV
     */
    record SampleCard(
            String channel, List<Integer> finalState, long candidates, long duplicates, long scanned, double low, double high) {
        /** Copies the list. */
        SampleCard {
            finalState = List.copyOf(finalState);
        }
    }

    /**
     * An excess over the background.
     *
     * @param mass in GeV
     * @param sigma of the peak in GeV
     * @param yield in candidates
     * @param localZ local significance in standard deviations
     * @param log10Local decimal logarithm of the local p-value
     * @param log10Global of the p-value of the whole scan
     */
    record Excess(double mass, double sigma, double yield, double localZ, double log10Local, double log10Global) {
        /** The same, with a p-value of the whole scan that is no smaller than a bound. */
        Excess atLeast(double log10) {
            return new Excess(mass, sigma, yield, localZ, log10Local, Math.max(log10, log10Global));
        }
    }

    /**
     * How a significance was found.
     *
     * @param background the null hypothesis that was chosen
     * @param toys pseudo-experiments
     * @param method of the global p-value
     */
    record ScanCard(String background, int toys, String method) {}

    JsonNode toJson() {
        return MAPPER.valueToTree(this);
    }

    /** The detail of a test outcome as this discipline wrote it. */
    static Outcome of(TestOutcome outcome) {
        try {
            return MAPPER.treeToValue(outcome.detail(), Outcome.class);
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(
                    "the detail of " + outcome.hypothesis() + " is not that of a particle-decay test", wrong);
        }
    }
}
