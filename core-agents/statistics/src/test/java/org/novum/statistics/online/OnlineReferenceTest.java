package org.novum.statistics.online;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.novum.statistics.evidence.PValue;

/** Levels to 1e-8 and every decision against R onlineFDR 2.19.1 (Robertson et al.) with its defaults. */
@Tag("mirror")
@EnabledIfEnvironmentVariable(named = "NOVUM_MIRROR", matches = ".+")
class OnlineReferenceTest {
    @Test
    void agreesWithOnlineFdrOnEveryRow() throws IOException {
        Path file = Path.of(System.getenv("NOVUM_MIRROR"), "statistics", "online-fdr.csv");
        List<String> lines = Files.readAllLines(file);
        Map<String, OnlineProcedure<PValue>> states = new HashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",");
            String key = cells[0] + "," + cells[1];
            OnlineProcedure<PValue> state =
                    states.getOrDefault(key, ReferenceStreams.procedure(cells[1]));
            Decision<PValue> decision = state.next(PValue.of(Double.parseDouble(cells[3])));
            assertThat(decision.level()).as(line).isCloseTo(Double.parseDouble(cells[4]), within(1e-8));
            assertThat(decision.rejected()).as(line).isEqualTo(cells[5].equals("1"));
            states.put(key, decision.next());
        }
        assertThat(states).hasSize(12);
        assertThat(lines).hasSize(1 + 6 * (15 + 300));
    }
}
