package org.novum.runtime.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.api.event.RunEvent;
import org.novum.api.study.Call;
import org.novum.api.study.Study;
import org.novum.journal.BlobStore;
import org.novum.journal.FileBlobStore;
import org.novum.journal.JournalReader;
import org.novum.journal.JournalRecord;
import org.novum.journal.sqlite.SqliteJournalReader;
import org.novum.runtime.Json;
import org.novum.runtime.bundle.Bundle;
import org.novum.runtime.replay.BundleVerifier;
import org.novum.runtime.testing.Laboratory;

/** Agents call the same operations as people do, on exploration rows, and every call is recorded and replayed. */
class AgentOperationsTest {
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

    private Study study(ObjectNode options, Call... calls) {
        Study usual = Laboratory.study("file:" + laboratory.data() + "/*.csv", options);
        return new Study(
                usual.name(), usual.question(), usual.experiment(), usual.discipline(), usual.data(), usual.options(),
                usual.budget(), List.of(calls));
    }

    private static Call count(String column) {
        return new Call("sign.count", JsonNodeFactory.instance.objectNode().put("column", column));
    }

    private static ObjectNode options() {
        return JsonNodeFactory.instance.objectNode();
    }

    @Test
    void aCallSeesTheRowsOfExplorationAndIsReplayed() {
        List<RunEvent> events = new ArrayList<>();
        Path out = temporary.resolve("out");
        laboratory.heardBy(events::add).research().run(study(options(), count("value")), 1, out);

        JsonNode first = output(out, "round-1/call-1");
        assertThat(List.of("strong", "weak", "none")).allSatisfy(part -> assertThat(first.path(part).asInt()).isBetween(90, 150));
        // In the second round the slice that the first has opened may be explored too.
        assertThat(output(out, "round-2/call-1").path("none").asInt()).isBetween(200, 320);
        assertThat(events).contains(new RunEvent.OperationCalled(1, "sign.count"), new RunEvent.OperationCalled(2, "sign.count"));
        assertThat(BundleVerifier.verify(new Bundle(out)).firstFailure()).isEmpty();
        assertThat(laboratory.research().replay(out).ok()).isTrue();
    }

    @Test
    void findingsAreThoseOfTheStudyWithoutCalls() {
        laboratory.research().run(study(options(), count("value")), 1, temporary.resolve("with"));
        try (Laboratory other = new Laboratory(temporary.resolve("other"))) {
            other.data();
            other.research().run(other.study(), 1, temporary.resolve("without"));
        }
        assertThat(Json.read(Laboratory.bytes(temporary.resolve("with").resolve(Bundle.FINDINGS)), JsonNode.class).path("findings"))
                .isEqualTo(Json.read(Laboratory.bytes(temporary.resolve("without").resolve(Bundle.FINDINGS)), JsonNode.class)
                        .path("findings"));
    }

    @Test
    void callsThatCannotBeAreRefusedBeforeAnythingIsSpent() {
        refuses(study(options(), new Call("sign.sum", options())), "sign.sum is no operation of sign");
        refuses(study(options(), new Call("sign.count", options())), "column");
        refuses(study(options(), new Call("sign.count", options().put("columns", "value"))), "columns");
        refuses(study(options().put("whole", true), count("value")), "explores no rows");
    }

    private void refuses(Study study, String problem) {
        assertThatThrownBy(() -> laboratory.research().run(study, 1, temporary.resolve("refused-" + study.hashCode())))
                .isInstanceOfSatisfying(
                        NovumException.class, refused -> assertThat(refused.exitCode()).isEqualTo(ExitCode.CONFIGURATION))
                .hasMessageContaining(problem);
    }

    private static JsonNode output(Path out, String step) {
        Bundle bundle = new Bundle(out);
        try (JournalReader journal = SqliteJournalReader.open(bundle.path(Bundle.JOURNAL))) {
            BlobStore blobs = FileBlobStore.at(bundle.path(Bundle.BLOBS));
            return journal.entries(JournalRecord.Result.class).stream()
                    .map(entry -> (JournalRecord.Result) entry.record())
                    .filter(result -> result.step().equals(step))
                    .map(result -> Json.read(blobs.get(result.output()), JsonNode.class))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
