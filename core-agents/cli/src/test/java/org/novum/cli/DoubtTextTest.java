package org.novum.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.novum.api.event.RunEvent;

/** What a person is told of calls that a kill has interrupted. */
class DoubtTextTest {
    @Test
    void tellsWhatTheBillMayBeHigherBy() {
        assertThat(DoubtText.line(List.of(
                        new RunEvent.ModelInDoubt("round-1/propose/default/call-1", 1, 2.5, 30_000, 0.25),
                        new RunEvent.ModelInDoubt("round-1/propose/default/call-1", 2, 2.5, 8_168, 0.5))))
                .isEqualTo("killed in the middle of 2 calls; the bill may be higher by 2 calls, at most 38,168 tokens or 0.75 in money,"
                        + " which the budget counts (see honoursKeys in docs/models.md)");
        assertThat(DoubtText.line(List.of(new RunEvent.ModelInDoubt("round-1/propose/default/call-1", 1, 2.5, 100, 0))))
                .contains("one call; the bill may be higher by one call, at most 100 tokens, which");
    }

    @Test
    void tellsThatKeysAreHonoured() {
        assertThat(DoubtText.line(List.of(new RunEvent.ModelInDoubt("round-1/propose/default/call-1", 1, 2.5, 0, 0))))
                .isEqualTo("killed in the middle of one call; the provider honours keys (honoursKeys), so nothing is charged twice");
    }
}
