package org.novum.journal.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.novum.journal.sqlite.RunFolder.digest;
import static org.novum.journal.sqlite.RunFolder.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novum.journal.Digest;
import org.novum.journal.JournalException;
import org.novum.journal.LedgerEntry;
import org.novum.journal.LedgerRecord;
import org.novum.journal.LedgerSnapshot;
import org.novum.journal.LedgerState;
import org.novum.journal.LedgerVerifier;
import org.novum.journal.Registration;
import org.novum.journal.RegistrationOutcome;
import org.novum.journal.StoredLedgerEntry;

class SqliteExperimentLedgerStoreTest {

    private static final Registration REGISTRATION = new Registration(
            digest("plan"),
            new Registration.Requester("omega-mumu", "run-1"),
            json("member", "omega"),
            new Registration.Stake(List.of(digest("data")), 0.0125));

    @TempDir
    private Path path;

    @Test
    void registersOnceAndReturnsWhatStands() {
        try (SqliteExperimentLedgerStore ledger = open()) {
            assertThat(ledger.register(REGISTRATION)).isEqualTo(new RegistrationOutcome.Registered(1, REGISTRATION));
            assertThat(ledger.register(REGISTRATION))
                    .isEqualTo(new RegistrationOutcome.AlreadyRegistered(1, REGISTRATION));
            JsonNode decision = ledger.decide(REGISTRATION.hash(), state -> json("verdict", "discovery"));
            assertThat(decision).isEqualTo(json("verdict", "discovery"));
            assertThat(ledger.register(new Registration(
                            REGISTRATION.hash(),
                            new Registration.Requester("other", "run-2"),
                            json("member", "omega"),
                            REGISTRATION.stake())))
                    .isEqualTo(new RegistrationOutcome.AlreadyDecided(1, decision));
            assertThat(ledger.state().registrations()).containsExactly(REGISTRATION);
        }
    }

    @Test
    void registrationMayDependOnWhatStands() {
        try (SqliteExperimentLedgerStore ledger = open()) {
            for (int i = 0; i < 3; i++) {
                LedgerClient.use(ledger, digest("plan " + i), "run-1");
            }
            assertThat(ledger.state().registrations())
                    .extracting(registration -> registration.stake().share())
                    .containsExactly(0.5, 0.25, 0.125);
            assertThatThrownBy(() -> ledger.register(digest("other"), state -> REGISTRATION))
                    .hasMessageContaining("asked to register");
        }
    }

    @Test
    void decidesOnceAndOnlyWhatIsRegistered() {
        try (SqliteExperimentLedgerStore ledger = open()) {
            assertThatThrownBy(() -> ledger.decide(digest("plan"), state -> json("verdict", "x")))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("never registered");
            ledger.register(REGISTRATION);
            assertThat(ledger.decide(REGISTRATION.hash(), state -> json("verdict", "refuted")))
                    .isEqualTo(json("verdict", "refuted"));
            assertThat(ledger.decide(REGISTRATION.hash(), state -> {
                        throw new AssertionError("decided a second time");
                    }))
                    .isEqualTo(json("verdict", "refuted"));
            assertThat(ledger.state().decision(REGISTRATION.hash())).contains(json("verdict", "refuted"));
        }
    }

    @Test
    void failedDecisionRecordsNothing() {
        try (SqliteExperimentLedgerStore ledger = open()) {
            ledger.register(REGISTRATION);
            assertThatThrownBy(() -> ledger.decide(REGISTRATION.hash(), state -> {
                        throw new IllegalStateException("no wealth left");
                    }))
                    .hasMessage("no wealth left");
            assertThatThrownBy(() -> ledger.decide(REGISTRATION.hash(), state -> {
                        ledger.state();
                        return json("never", "reached");
                    }))
                    .hasMessageContaining("may not start another");
            assertThat(ledger.state().decisions()).isEmpty();
            ledger.decide(REGISTRATION.hash(), state -> json("verdict", "evidence"));
            assertThat(ledger.state().decisions()).hasSize(1);
        }
    }

    @Test
    void openingsAndOrderSurviveReopening() {
        LedgerRecord.Opened opening =
                new LedgerRecord.Opened(digest("rows"), REGISTRATION.requester(), json("by", "test"));
        try (SqliteExperimentLedgerStore ledger = open()) {
            ledger.register(REGISTRATION);
            assertThat(ledger.opened(opening)).isEqualTo(ledger.opened(opening));
            ledger.decide(REGISTRATION.hash(), state -> json("verdict", "evidence"));
        }
        try (SqliteExperimentLedgerStore ledger = open()) {
            LedgerState state = ledger.state();
            assertThat(state.entries())
                    .extracting(LedgerEntry::record)
                    .containsExactly(
                            new LedgerRecord.Registered(REGISTRATION),
                            opening,
                            new LedgerRecord.Decided(REGISTRATION.hash(), json("verdict", "evidence")));
            assertThat(state.openings()).containsExactly(opening);
            assertThat(state.registration(REGISTRATION.hash())).contains(REGISTRATION);
            assertThat(ledger.verify().firstFailure()).isEmpty();
        }
    }

    @Test
    void snapshotIsCanonicalLinesThatVerifyByThemselves() {
        byte[] bytes;
        LedgerState state;
        try (SqliteExperimentLedgerStore ledger = open()) {
            LedgerClient.use(ledger, digest("plan"), "run-1");
            bytes = ledger.snapshot();
            state = ledger.state();
        }
        LedgerSnapshot snapshot = LedgerSnapshot.parse(bytes);
        assertThat(snapshot.state()).isEqualTo(state);
        assertThat(snapshot.bytes()).isEqualTo(bytes);
        assertThat(snapshot.verify().firstFailure()).isEmpty();
        assertThat(new String(bytes, StandardCharsets.UTF_8).lines()).hasSize(3);

        byte[] forged = new String(bytes, StandardCharsets.UTF_8)
                .replace("\"share\":0.5", "\"share\":0.25")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(forged).isNotEqualTo(bytes);
        assertThat(LedgerSnapshot.parse(forged).verify().firstFailure())
                .hasValueSatisfying(text -> assertThat(text).startsWith("hash chain: entry 1 was changed"));
        assertThatThrownBy(() -> LedgerSnapshot.parse("{}\n".getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("line 1");
    }

    @Test
    void tamperingIsNamed() throws SQLException {
        try (SqliteExperimentLedgerStore ledger = open()) {
            for (int i = 0; i < 3; i++) {
                LedgerClient.use(ledger, digest("plan " + i), "run-1");
            }
        }
        assertTampered(
                "UPDATE entries SET payload = replace(payload, '0.25', '0.01') WHERE sequence = 4",
                "hash chain: entry 4 was changed");
        assertTampered("DELETE FROM entries WHERE sequence = 5", "sequence: entry 5 is missing");
    }

    @Test
    void decisionMustFollowItsRegistration() {
        try (SqliteExperimentLedgerStore ledger = open()) {
            LedgerClient.use(ledger, digest("plan"), "run-1");
            LedgerSnapshot snapshot = LedgerSnapshot.parse(ledger.snapshot());
            List<StoredLedgerEntry> forged = new ArrayList<>();
            Digest previous = Digest.ZERO;
            for (int i : new int[] {2, 0}) {
                var entry = StoredLedgerEntry.seal(
                        new LedgerEntry.Header(forged.size() + 1, "omega", 0),
                        snapshot.entries().get(i).content(),
                        previous);
                forged.add(entry);
                previous = new Digest(entry.hash());
            }
            assertThat(LedgerVerifier.verify(forged).firstFailure())
                    .hasValueSatisfying(text -> assertThat(text)
                            .startsWith(LedgerVerifier.DECISIONS + ": ledger entry 1 decides " + digest("plan")));
        }
    }

    @Test
    void fourProcessesAtOnceLoseNothing() throws IOException, InterruptedException {
        int own = 40;
        int shared = 20;
        List<ChildProcess> children = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            children.add(ChildProcess.start(
                    LedgerClient.class,
                    path,
                    path.toString(),
                    "process-" + i,
                    Integer.toString(own),
                    Integer.toString(shared)));
        }
        List<String> acknowledged = new ArrayList<>();
        for (ChildProcess child : children) {
            acknowledged.addAll(child.lines(Integer.MAX_VALUE));
            assertThat(child.exitCode()).isZero();
        }
        assertThat(acknowledged).hasSize(4 * own);
        requireWhole(4 * own + shared, acknowledged);
    }

    @Test
    void killedProcessLosesNothingItAcknowledged() throws IOException, InterruptedException {
        List<String> acknowledged = new ArrayList<>();
        for (int kill = 0; kill < 3; kill++) {
            try (ChildProcess child =
                    ChildProcess.start(LedgerClient.class, path, path.toString(), "process-" + kill, "1000", "0")) {
                acknowledged.addAll(child.lines(5 + 7 * kill));
                acknowledged.addAll(child.kill());
            }
        }
        try (SqliteExperimentLedgerStore ledger =
                SqliteExperimentLedgerStore.open(path, LedgerClient.EXPERIMENT, RunFolder.CLOCK)) {
            assertThat(ledger.verify().firstFailure()).isEmpty();
            assertThat(ledger.state().decisions())
                    .extracting(decided -> "own " + decided.registration())
                    .containsAll(acknowledged);
        }
    }

    @Test
    void manyThreadsMayShareOneStore() {
        try (SqliteExperimentLedgerStore ledger =
                SqliteExperimentLedgerStore.open(path, LedgerClient.EXPERIMENT, RunFolder.CLOCK)) {
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                IntStream.range(0, 40)
                        .forEach(i ->
                                threads.submit(() -> LedgerClient.use(ledger, digest("plan " + i % 25), "run-1")));
            }
        }
        requireWhole(25, List.of());
    }

    @Test
    void namesThatCouldLeaveTheFolderAreRefused() {
        for (String name : List.of("../omega", "", ".omega", "a/b", "x".repeat(101))) {
            assertThatThrownBy(() -> SqliteExperimentLedgerStore.open(path, name, RunFolder.CLOCK))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("an experiment is named by");
        }
    }

    /** Each transaction saw all before it: the shares halve without end, and decisions count up. */
    private void requireWhole(int registrations, List<String> acknowledged) {
        try (SqliteExperimentLedgerStore ledger =
                SqliteExperimentLedgerStore.open(path, LedgerClient.EXPERIMENT, RunFolder.CLOCK)) {
            LedgerState state = ledger.state();
            assertThat(ledger.verify().firstFailure()).isEmpty();
            assertThat(state.registrations()).hasSize(registrations);
            double share = 1;
            double left = 1;
            for (Registration registration : state.registrations()) {
                share = left / 2;
                left -= share;
                assertThat(registration.stake().share()).isEqualTo(share);
            }
            assertThat(state.decisions())
                    .extracting(decided -> decided.decision().get("before").intValue())
                    .containsExactlyElementsOf(
                            IntStream.range(0, registrations).boxed().toList());
            assertThat(state.registrations())
                    .extracting(registration -> "own " + registration.hash())
                    .containsAll(acknowledged);
        }
    }

    private void assertTampered(String sql, String firstFailure) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + path.resolve("omega.db"));
                Statement statement = connection.createStatement()) {
            statement.execute("DROP TRIGGER IF EXISTS entries_stay");
            statement.execute("DROP TRIGGER IF EXISTS entries_remain");
            statement.execute(sql);
        }
        try (SqliteExperimentLedgerStore ledger = open()) {
            assertThat(ledger.verify().firstFailure())
                    .hasValueSatisfying(text -> assertThat(text).startsWith(firstFailure));
        }
    }

    private SqliteExperimentLedgerStore open() {
        return SqliteExperimentLedgerStore.open(path, "omega", RunFolder.CLOCK);
    }
}
