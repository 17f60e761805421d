package org.novum.journal.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.novum.journal.sqlite.RunFolder.bytes;
import static org.novum.journal.sqlite.RunFolder.digest;
import static org.novum.journal.sqlite.RunFolder.json;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novum.journal.Check;
import org.novum.journal.Digest;
import org.novum.journal.Journal;
import org.novum.journal.JournalRecord;
import org.novum.journal.JournalRecord.Opened;
import org.novum.journal.JournalRecord.Purpose;
import org.novum.journal.JournalRecord.Registered;
import org.novum.journal.JournalVerifier;
import org.novum.journal.Lease;
import org.novum.journal.Step;
import org.novum.journal.StepYield;
import org.novum.journal.Verification;

/**
 * Tampers with one thing at a time and asks for its name. Forgeries that keep the chain whole are written through the
 * store, which, unlike the journal, does not look at what entries mean.
 */
class JournalVerifierTest {

    private static final Digest INPUT = digest("input");
    private static final Digest PLAN = digest("plan");
    private static final Opened CONFIRMATION =
            new Opened(digest("rows"), new Purpose.Confirmation(PLAN), json("by", "test"));

    @TempDir
    private Path path;

    private RunFolder folder;

    @BeforeEach
    void record() {
        folder = new RunFolder(path);
        try (Journal journal = folder.open("first")) {
            journal.record(new JournalRecord.RunStarted(json("study", "omega")));
            journal.step(Step.pure("propose", INPUT), () -> StepYield.of(bytes("hypotheses")));
            Digest plan = journal.blobs().put(bytes("plan text"));
            journal.step(
                    Step.pure("register", INPUT),
                    () -> StepYield.of(bytes("registered"), new Registered(PLAN, json("text", plan.blobReference()))));
            journal.record(CONFIRMATION);
            journal.step(Step.pure("test", INPUT), () -> StepYield.of(bytes("verdict")));
            journal.record(new JournalRecord.RunFinished(json("end", "done")));
        }
    }

    @Test
    void intactJournalPassesEveryCheckInOrder() {
        Verification verification = folder.verify();

        assertThat(verification.ok()).isTrue();
        assertThat(verification.firstFailure()).isEmpty();
        assertThat(verification.checks())
                .extracting(Check::name)
                .containsExactly(
                        JournalVerifier.FILE,
                        JournalVerifier.SEQUENCE,
                        JournalVerifier.HASH_CHAIN,
                        JournalVerifier.ENTRIES,
                        JournalVerifier.LEASES,
                        JournalVerifier.INTENTS,
                        JournalVerifier.SINGLE_RESULTS,
                        JournalVerifier.REGISTRATIONS,
                        JournalVerifier.PUBLICATIONS,
                        JournalVerifier.BLOBS);
        // Three outputs named by result and event, and the text of the plan.
        assertThat(verification.checks().getLast().examined()).isEqualTo(7);
        assertThat(verification.checks().get(2).examined()).isEqualTo(17);
        assertThat(verification.head()).isNotEqualTo(Digest.ZERO);
    }

    @Test
    void changedPayload() throws SQLException {
        folder.tamper("UPDATE entries SET payload = replace(payload, 'omega', 'omegb') WHERE kind = 'RunStarted'");

        assertFirstFailure(JournalVerifier.HASH_CHAIN, "entry 2 was changed");
    }

    @Test
    void payloadThatIsNoLongerJson() throws SQLException {
        folder.tamper("UPDATE entries SET payload = 'x' || substr(payload, 2) WHERE kind = 'RunStarted'");

        assertFirstFailure(JournalVerifier.HASH_CHAIN, "entry 2 was changed");
        assertThat(folder.verify().checks().getLast())
                .satisfies(check -> assertThat(check.name()).isEqualTo(JournalVerifier.ENTRIES))
                .satisfies(check -> assertThat(check.failure())
                        .hasValueSatisfying(
                                text -> assertThat(text).contains("entry 2").contains("not JSON")));
    }

    @Test
    void changedColumns() throws SQLException {
        folder.tamper("UPDATE entries SET recorded_at = recorded_at + 1 WHERE sequence = 7");
        assertFirstFailure(JournalVerifier.HASH_CHAIN, "entry 7 was changed");
    }

    @Test
    void resealedEntryBreaksTheNextOne() throws SQLException {
        folder.tamper("UPDATE entries SET hash = '" + digest("forged").hex() + "' WHERE sequence = 3");

        assertFirstFailure(JournalVerifier.HASH_CHAIN, "entry 3 was changed");
    }

    @Test
    void deletedRow() throws SQLException {
        folder.tamper("DELETE FROM entries WHERE sequence = 5");

        assertFirstFailure(JournalVerifier.SEQUENCE, "entry 5 is missing: entry 6 follows entry 4");
    }

    @Test
    void deletedFirstRow() throws SQLException {
        folder.tamper("DELETE FROM entries WHERE sequence = 1");

        assertFirstFailure(JournalVerifier.SEQUENCE, "entry 1 is missing");
    }

    @Test
    void deletedLastRowMovesTheHead() throws SQLException {
        Digest head = folder.verify().head();
        folder.tamper("DELETE FROM entries WHERE kind = 'RunFinished'");

        assertThat(folder.verify().head()).isNotEqualTo(head);
    }

    @Test
    void deletedRowWithTheRestMovedUp() throws SQLException {
        folder.tamper(
                "DELETE FROM entries WHERE sequence = 5",
                "UPDATE entries SET sequence = sequence - 1 WHERE sequence > 5");

        assertFirstFailure(JournalVerifier.HASH_CHAIN, "entry 5 names");
    }

    @Test
    void swappedRows() throws SQLException {
        folder.tamper(
                "UPDATE entries SET sequence = -1 WHERE sequence = 4",
                "UPDATE entries SET sequence = 4 WHERE sequence = 5",
                "UPDATE entries SET sequence = 5 WHERE sequence = -1");

        assertFirstFailure(JournalVerifier.HASH_CHAIN, "entry 4 names");
    }

    @Test
    void rowOfAnotherRun() throws SQLException {
        folder.tamper("PRAGMA foreign_keys=OFF", "UPDATE entries SET run_id = 'other' WHERE sequence = 4");

        assertFirstFailure(JournalVerifier.HASH_CHAIN, "entry 4 was changed");
        assertThat(folder.verify().checks().getLast().failure())
                .hasValueSatisfying(
                        text -> assertThat(text).contains("entry 4 belongs to run other, not to run run-1"));
    }

    @Test
    void truncatedBlob() throws IOException {
        Digest output = digest("verdict");
        Path blob = path.resolve("blobs").resolve(output.hex().substring(0, 2)).resolve(output.hex());
        Files.write(blob, bytes("verdic"));

        assertFirstFailure(JournalVerifier.BLOBS, "(Result of test): blob " + output);
        assertThat(folder.verify().firstFailure())
                .hasValueSatisfying(text -> assertThat(text).contains("damaged"));
    }

    @Test
    void missingBlobOfAPayload() throws IOException {
        Digest plan = digest("plan text");
        Files.delete(path.resolve("blobs").resolve(plan.hex().substring(0, 2)).resolve(plan.hex()));

        assertFirstFailure(JournalVerifier.BLOBS, "(Registered): blob " + plan + " is missing");
    }

    @Test
    void forgedOpeningBeforeRegistration() {
        forge(new Opened(digest("rows"), new Purpose.Confirmation(digest("unregistered")), json("by", "test")));

        assertFirstFailure(
                JournalVerifier.REGISTRATIONS, "was opened for confirmation before plan " + digest("unregistered"));
    }

    @Test
    void registrationAfterOpeningDoesNotMendIt() {
        forge(
                new Opened(digest("rows"), new Purpose.Confirmation(digest("late")), json("by", "test")),
                new Registered(digest("late"), json("members", "1")));

        assertFirstFailure(JournalVerifier.REGISTRATIONS, "before plan " + digest("late"));
    }

    @Test
    void openingForExplorationNeedsNoRegistration() {
        forge(new Opened(digest("rows"), new Purpose.Exploration(), json("by", "analysis")));

        assertThat(folder.verify().firstFailure()).isEmpty();
    }

    @Test
    void forgedResultWithoutIntent() {
        forge(new JournalRecord.Result("dreamt", INPUT, digest("verdict")));

        assertFirstFailure(JournalVerifier.INTENTS, "step 'dreamt' has a result but no intent before it");
    }

    @Test
    void forgedResultForAnotherInput() {
        forge(
                new JournalRecord.Intent(Step.pure("other", INPUT)),
                new JournalRecord.Result("other", digest("other input"), digest("verdict")));

        assertFirstFailure(JournalVerifier.INTENTS, "step 'other' has a result for input " + digest("other input"));
    }

    @Test
    void forgedSecondResult() throws SQLException {
        folder.tamper("DROP INDEX one_result");
        forge(new JournalRecord.Result("test", INPUT, digest("hypotheses")));

        assertFirstFailure(JournalVerifier.SINGLE_RESULTS, "step 'test' has a second result");
    }

    @Test
    void forgedSecondIntent() throws SQLException {
        folder.tamper("DROP INDEX one_intent");
        forge(new JournalRecord.Intent(Step.pure("test", INPUT)));

        assertFirstFailure(JournalVerifier.INTENTS, "step 'test' has a second intent");
    }

    @Test
    void forgedPublication() {
        forge(new JournalRecord.Published(2));

        assertFirstFailure(JournalVerifier.PUBLICATIONS, "it marks entry 2 as published");
    }

    @Test
    void forgedLease() {
        forge(new JournalRecord.LeaseTaken(new Lease(7, "nobody")));

        assertFirstFailure(JournalVerifier.LEASES, "epoch 7 was taken after epoch 2");
    }

    @Test
    void fileThatIsNoDatabase() throws IOException {
        Files.write(
                folder.file(),
                bytes("not a database, though it is long enough to be looked at by the reader of headers".repeat(20)));

        assertFirstFailure(JournalVerifier.FILE, "is damaged");
    }

    @Test
    void truncatedFile() throws IOException {
        byte[] whole = Files.readAllBytes(folder.file());
        Files.write(folder.file(), java.util.Arrays.copyOf(whole, 4096 * 2));

        assertFirstFailure(JournalVerifier.FILE, "is damaged");
    }

    @Test
    void missingFile() throws IOException {
        Files.delete(folder.file());

        assertFirstFailure(JournalVerifier.FILE, "is missing");
    }

    private void forge(JournalRecord... records) {
        try (SqliteJournalStore store = folder.store("forger")) {
            store.append(List.of(records));
        }
    }

    private void assertFirstFailure(String check, String text) {
        Verification verification = folder.verify();
        assertThat(verification.ok()).isFalse();
        assertThat(verification.firstFailure())
                .hasValueSatisfying(
                        failure -> assertThat(failure).startsWith(check + ": ").contains(text));
    }
}
