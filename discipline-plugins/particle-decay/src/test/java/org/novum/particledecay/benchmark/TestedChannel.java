package org.novum.particledecay.benchmark;

import java.util.Optional;
import org.novum.particledecay.generate.ChannelTruth;

/**
 * One channel of a campaign after the shipped study and, if asked for, every other design has looked at it.
 *
 * @param seed of its campaign
 * @param truth what it holds; used for scoring only
 * @param shipped what the shipped study says of it
 * @param others what other designs see
 */
record TestedChannel(int seed, ChannelTruth truth, TestedCampaign.Claim shipped, Optional<ScannedChannel> others) {
    /** Whether a claim at {@code mass} (GeV) is of what was planted. */
    boolean right(double mass) {
        return truth.planted().isPresent() && Math.abs(mass - truth.planted().get().mass())
                < 3 * truth.planted().get().sigma() + 0.003 * truth.planted().get().mass();
    }
}
