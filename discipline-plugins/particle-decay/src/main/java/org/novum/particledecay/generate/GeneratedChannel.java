package org.novum.particledecay.generate;

import org.novum.particledecay.kinematics.Candidates;

/**
 * One generated channel with its hidden truth.
 *
 * @param candidates what an analysis may see
 * @param truth what it may not see before it has decided
 */
public record GeneratedChannel(Candidates candidates, ChannelTruth truth) {}
