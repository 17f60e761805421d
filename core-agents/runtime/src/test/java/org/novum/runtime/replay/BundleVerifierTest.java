package org.novum.runtime.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.journal.Verification;
import org.novum.journal.BoundaryListener.Boundary;
import org.novum.runtime.bundle.Bundle;
import org.novum.runtime.testing.Laboratory;

class BundleVerifierTest {
    @TempDir
    private Path temporary;

    private Path out;

    @BeforeEach
    void run() {
        out = temporary.resolve("out");
        try (Laboratory laboratory = new Laboratory(temporary)) {
            laboratory.research().run(laboratory.study(), 1, out);
        }
    }

    private Verification verify() {
        return BundleVerifier.verify(new Bundle(out));
    }

    private void assertFirstFailure(String check, String words) {
        assertThat(verify().ok()).isFalse();
        assertThat(verify().firstFailure().orElseThrow()).startsWith(check + ": ").contains(words);
    }

    @Test
    void everythingIsLookedAt() {
        Verification verification = verify();
        assertThat(verification.firstFailure()).isEmpty();
        assertThat(verification.checks())
                .extracting(org.novum.journal.Check::name)
                .contains(
                        BundleVerifier.FINISHED,
                        BundleVerifier.FINDINGS,
                        BundleVerifier.LEDGER,
                        BundleVerifier.FILES,
                        BundleVerifier.PLANS,
                        BundleVerifier.OPENINGS,
                        BundleVerifier.EVIDENCE,
                        BundleVerifier.NUMBERS,
                        BundleVerifier.VERDICTS);
        assertThat(verification.checks()).allSatisfy(check -> assertThat(check.examined()).isPositive());
    }

    @Test
    void aChangedNumberInTheFindings() throws IOException {
        change(Bundle.FINDINGS, "\"value\": ", "\"value\": 1");
        assertFirstFailure(BundleVerifier.FINDINGS, "findings.json was changed");
    }

    /** A list of calls laid beside a run that called no model would be believed. */
    @Test
    void aListOfCallsThatNobodyMade() throws IOException {
        Files.writeString(out.resolve(Bundle.MODELS), "[]");
        assertFirstFailure(BundleVerifier.FILES, "models.json is none that the run wrote");
        assertThat(BundleVerifier.strangers(new Bundle(out))).isEmpty();
    }

    @Test
    void aChangedLedger() throws IOException {
        change(Bundle.LEDGER, "false", "true");
        assertFirstFailure(BundleVerifier.LEDGER, "ledger.csv was changed");
    }

    @ParameterizedTest
    @ValueSource(strings = {Bundle.REPORT, Bundle.CRATE, Bundle.STUDY})
    void anyOtherChangedFile(String file) throws IOException {
        Files.writeString(out.resolve(file), Files.readString(out.resolve(file)) + " ");
        assertFirstFailure(BundleVerifier.FILES, file + " was changed");
    }

    @ParameterizedTest
    @ValueSource(strings = {Bundle.FINDINGS, Bundle.LEDGER, Bundle.REPORT, Bundle.CRATE, Bundle.STUDY})
    void anyMissingFile(String file) throws IOException {
        Files.delete(out.resolve(file));
        assertThat(verify().firstFailure().orElseThrow()).contains(file + " cannot be read");
    }

    @Test
    void eachChangedBlob() throws IOException {
        List<Path> blobs;
        try (Stream<Path> tree = Files.walk(out.resolve(Bundle.BLOBS))) {
            blobs = tree.filter(Files::isRegularFile).toList();
        }
        assertThat(blobs).hasSizeGreaterThan(10);
        for (Path blob : blobs) {
            byte[] bytes = Files.readAllBytes(blob);
            byte[] changed = bytes.clone();
            changed[changed.length / 2] ^= 1;
            Files.write(blob, changed);
            assertFirstFailure("blobs", blob.getFileName().toString());
            Files.write(blob, bytes);
        }
        assertThat(verify().ok()).isTrue();
    }

    @Test
    void eachChangedEntryOfTheJournal() throws IOException, SQLException {
        byte[] journal = Files.readAllBytes(out.resolve(Bundle.JOURNAL));
        int entries = (int) number("SELECT COUNT(*) FROM entries");
        for (int sequence = 1; sequence <= entries; sequence += 3) {
            sql("UPDATE entries SET payload = replace(payload, '\"', '\" ') WHERE sequence = " + sequence);
            assertFirstFailure("hash chain", "entry " + sequence);
            Files.write(out.resolve(Bundle.JOURNAL), journal);
        }
        sql("DELETE FROM entries WHERE sequence = 7");
        assertFirstFailure("sequence", "entry 7 is missing");
        Files.write(out.resolve(Bundle.JOURNAL), journal);
        sql("DELETE FROM entries WHERE sequence = (SELECT MAX(sequence) FROM entries)");
        assertFirstFailure(BundleVerifier.FINISHED, "novum resume");
        Files.write(out.resolve(Bundle.JOURNAL), new byte[] {1, 2, 3});
        assertThat(verify().ok()).isFalse();
    }

    @Test
    void anUnfinishedRun() {
        Path parked = temporary.resolve("parked");
        try (Laboratory laboratory = new Laboratory(temporary)) {
            laboratory.watchedBy((boundary, subject) -> {
                if (boundary == Boundary.AFTER_BLOB && subject.equals("measure")) {
                    throw new IllegalStateException("halted");
                }
            });
            assertThatThrownBy(() -> laboratory.research().run(laboratory.study(), 2, parked))
                    .hasMessage("halted");
        }
        assertThat(BundleVerifier.verify(new Bundle(parked)).firstFailure().orElseThrow())
                .startsWith(BundleVerifier.FINISHED)
                .contains("novum resume");
    }

    @Test
    void noRunAtAll() {
        assertThatThrownBy(() -> BundleVerifier.verify(new Bundle(temporary.resolve("nothing"))))
                .isInstanceOfSatisfying(
                        NovumException.class, missing -> assertThat(missing.exitCode()).isEqualTo(ExitCode.NO_INPUT));
    }

    private void change(String file, String from, String to) throws IOException {
        String text = Files.readString(out.resolve(file), StandardCharsets.UTF_8);
        assertThat(text).contains(from);
        Files.writeString(out.resolve(file), text.replaceFirst(java.util.regex.Pattern.quote(from), to));
    }

    private void sql(String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + out.resolve(Bundle.JOURNAL));
                Statement sql = connection.createStatement()) {
            // A forger would not be stopped by the table's guards either.
            try (var triggers = connection.createStatement().executeQuery("SELECT name FROM sqlite_master WHERE type = 'trigger'")) {
                while (triggers.next()) {
                    sql.execute("DROP TRIGGER " + triggers.getString(1));
                }
            }
            assertThat(sql.executeUpdate(statement)).isPositive();
        }
    }

    private long number(String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + out.resolve(Bundle.JOURNAL));
                Statement sql = connection.createStatement();
                var rows = sql.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
