package org.novum.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class FailuresTest {
    @Test
    void usedUpMemoryIsOneLineWithARemedy() {
        StringWriter said = new StringWriter();
        int code = Failures.memory(new OutOfMemoryError("Java heap space"), new PrintWriter(said));
        assertThat(code).isEqualTo(71);
        assertThat(said.toString().strip())
                .startsWith("novum: the memory is used up (Java heap space)")
                .contains("-Xmx")
                .doesNotContain("\n");
    }
}
