package org.novum.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.novum.api.ExitCode;
import org.novum.server.Problem;

class ProblemTest {
    @ParameterizedTest
    @EnumSource
    void everyExitCodeHasAStatus(ExitCode code) {
        assertThat(new Problem(code, "why").status()).isBetween(200, 599);
    }

    @Test
    void usedUpMemoryIsNoDefect() {
        Logger log = Logger.getLogger(Problem.class.getName());
        Level usual = log.getLevel();
        log.setLevel(Level.OFF);
        try {
            Problem problem = Problem.of(new OutOfMemoryError("Java heap space"));
            assertThat(problem.status()).isEqualTo(503);
            assertThat(problem.code()).isEqualTo(ExitCode.MEMORY);
        } finally {
            log.setLevel(usual);
        }
    }
}
