package org.novum.particledecay.generate;

import java.util.Set;

/** The particles that a detector sees as such. */
final class FrameIdentities {
    private static final Set<Integer> DETECTED = Set.of(11, 13, 22, 111, 211, 310, 321, 2212, 3122);

    private FrameIdentities() {}

    static boolean detected(int pid) {
        return DETECTED.contains(Math.abs(pid));
    }
}
