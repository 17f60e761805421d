package org.novum.runtime.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Set;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.runtime.agent.Steps;
import org.novum.runtime.bundle.Bundle;

/**
 * What a replay gave.
 *
 * @param findings bytes of the findings that the replay derived
 * @param identical whether they are, byte for byte, those of the bundle
 * @param unvisited recorded steps that the replay did not come by
 */
public record ReplayReport(byte[] findings, boolean identical, Set<String> unvisited) {
    /** Compares the derived findings with the bundle's. */
    public static ReplayReport of(Bundle bundle, Steps.Recorded<byte[]> derived, Set<String> unvisited) {
        try {
            byte[] recorded = Files.readAllBytes(bundle.path(Bundle.FINDINGS));
            return new ReplayReport(derived.value(), Arrays.equals(recorded, derived.value()), Set.copyOf(unvisited));
        } catch (IOException missing) {
            throw new NovumException(
                    ExitCode.NO_INPUT,
                    bundle.path(Bundle.FINDINGS) + ": cannot be read; the run is not finished, continue it with: novum resume "
                            + bundle.folder(),
                    missing);
        }
    }

    /** Whether everything was derived again as recorded. */
    public boolean ok() {
        return identical && unvisited.isEmpty();
    }
}
