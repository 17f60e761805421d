package org.novum.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novum.api.NovumException;
import org.novum.api.study.Study;
import org.novum.journal.BoundaryListener.Boundary;
import org.novum.journal.ExperimentLedgerStore;
import org.novum.runtime.bundle.Bundle;
import org.novum.runtime.ledger.LedgerView;
import org.novum.runtime.replay.BundleVerifier;
import org.novum.runtime.testing.Laboratory;

/** A run that was broken off goes on to the same result. */
class ResumeTest {
    @TempDir
    private Path temporary;

    private Laboratory laboratory;

    @BeforeEach
    void open() {
        laboratory = new Laboratory(temporary);
    }

    @AfterEach
    void close() {
        laboratory.close();
    }

    @Test
    void resumesAfterAnExceptionAtEveryBoundaryOfEveryStep() {
        byte[] unbroken = findings(laboratory, "unbroken");
        List<?> ledger = rows();
        Study study = laboratory.study();
        Set<String> boundaries = new LinkedHashSet<>();
        try (Laboratory first = new Laboratory(temporary.resolve("listing"))) {
            first.watchedBy((boundary, subject) -> boundaries.add(boundary + " " + subject))
                    .research()
                    .run(study, 1, temporary.resolve("listed"));
        }
        // Publications are named by their sequence, which moves with every resumption; the kinds of step do not.
        List<String> halts = boundaries.stream()
                .filter(name -> !name.contains("PUBLISH"))
                .toList();
        assertThat(halts).hasSizeGreaterThan(60);

        Path out = temporary.resolve("halted/out");
        try (Laboratory halting = new Laboratory(temporary.resolve("halted"))) {
            for (String halt : halts) {
                halting.watchedBy((boundary, subject) -> {
                    if (halt.equals(boundary + " " + subject)) {
                        throw new Halted(halt);
                    }
                });
                assertThatThrownBy(() -> runOrResume(halting, study, out)).isInstanceOf(Halted.class).hasMessage(halt);
            }
            halting.watchedBy((_, _) -> {});
            runOrResume(halting, study, out);
            assertThat(Laboratory.bytes(out.resolve(Bundle.FINDINGS))).isEqualTo(unbroken);
            try (ExperimentLedgerStore store = halting.ledger()) {
                assertThat(LedgerView.rows(store.state())).isEqualTo(ledger);
            }
            assertThat(BundleVerifier.verify(new Bundle(out)).firstFailure()).isEmpty();
            assertThat(halting.research().replay(out).ok()).isTrue();
        }
    }

    private static void runOrResume(Laboratory laboratory, Study study, Path out) {
        if (Files.exists(out.resolve(Bundle.JOURNAL))) {
            laboratory.research().resume(out);
        } else {
            laboratory.research().run(study, 1, out);
        }
    }

    /** An exception that no part of the program knows. */
    private static final class Halted extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Halted(String where) {
            super(where);
        }
    }

    @Test
    void resumingAFinishedRunWritesTheSameFilesAgainWithoutItsData() throws IOException {
        Path out = temporary.resolve("out");
        laboratory.research().run(laboratory.study(), 1, out);
        List<String> names = List.of(Bundle.FINDINGS, Bundle.LEDGER, Bundle.REPORT, Bundle.CRATE, Bundle.STUDY);
        List<byte[]> before = names.stream().map(name -> Laboratory.bytes(out.resolve(name))).toList();
        for (String name : names) {
            Files.delete(out.resolve(name));
        }
        deleteData();
        laboratory.research().resume(out);
        assertThat(names.stream().map(name -> Laboratory.bytes(out.resolve(name))).toList())
                .usingRecursiveComparison()
                .isEqualTo(before);
        assertThat(BundleVerifier.verify(new Bundle(out)).firstFailure()).isEmpty();
    }

    private void deleteData() throws IOException {
        for (String name : List.of("strong.csv", "weak.csv", "none.csv")) {
            Files.delete(temporary.resolve("data").resolve(name));
        }
    }

    @Test
    void changedDataCannotBeResumed() {
        Path out = temporary.resolve("out");
        laboratory.watchedBy((boundary, subject) -> {
            if (boundary == Boundary.BEFORE_INTENT && subject.equals("round-1/test")) {
                throw new Halted(subject);
            }
        });
        assertThatThrownBy(() -> laboratory.research().run(laboratory.study(), 1, out)).isInstanceOf(Halted.class);
        Laboratory.write(temporary.resolve("data/weak.csv"), Laboratory.rows(99, 5));
        laboratory.watchedBy((_, _) -> {});
        assertThatThrownBy(() -> laboratory.research().resume(out))
                .isInstanceOf(NovumException.class)
                .hasMessageContaining("weak.csv");
    }

    private byte[] findings(Laboratory where, String out) {
        where.research().run(where.study(), 1, temporary.resolve(out));
        return Laboratory.bytes(temporary.resolve(out).resolve(Bundle.FINDINGS));
    }

    private List<?> rows() {
        try (ExperimentLedgerStore store = laboratory.ledger()) {
            return LedgerView.rows(store.state());
        }
    }
}
