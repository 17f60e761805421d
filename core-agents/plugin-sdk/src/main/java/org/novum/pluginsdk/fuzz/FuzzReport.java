package org.novum.pluginsdk.fuzz;

import java.util.List;
import java.util.Locale;

/**
 * What became of the inputs of a run.
 *
 * @param connector its name
 * @param first seed
 * @param inputs that were tried, with seeds one after the other
 * @param read how many were read to their end, because the damage does no harm that can be seen
 * @param slowest milliseconds of the clock for one input
 * @param slowestSeed of that input
 * @param seconds of the clock for all
 * @param violations of the rule, each once, with a seed that shows it
 */
public record FuzzReport(
        String connector,
        long first,
        int inputs,
        int read,
        long slowest,
        long slowestSeed,
        long seconds,
        List<String> violations) {
    /** Copies the list. */
    public FuzzReport {
        violations = List.copyOf(violations);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "fuzz %s: %,d inputs from seed %d on in %d s, %,d read, %,d refused, slowest %d ms (seed %d), %d violations%s",
                connector,
                inputs,
                first,
                seconds,
                read,
                inputs - read,
                slowest,
                slowestSeed,
                violations.size(),
                String.join("", violations.stream().map(violation -> "\n" + violation).toList()));
    }
}
