package org.novum.particledecay.planted;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novum.api.study.Study;
import org.novum.models.live.LiveModels;
import org.novum.models.settings.Secrets;
import org.novum.particledecay.testing.Laboratory;
import org.novum.pluginsdk.chat.ChatAnswer;
import org.novum.pluginsdk.chat.ChatServer;
import org.novum.runtime.Research;
import org.novum.runtime.bundle.Bundle;
import org.novum.runtime.study.StudyReader;

/** The shipped campaign with a model behind a local server among its proposers. */
class PlantedModelTest {
    private static final String DATA = "data.uri=planted:campaign?channels=2&seed=11";

    @TempDir
    private Path folder;

    private static Study study(ChatServer server) {
        return new StudyReader()
                .read(
                        Laboratory.shipped("campaign"),
                        List.of(
                                DATA,
                                "proposers=[systematic, model]",
                                "models.default.model=stub",
                                "models.default.baseUrl=" + server.baseUrl()));
    }

    /** Runs with a home of its own, since the one budget of the campaign pays one family. */
    private JsonNode run(String answer, String into) throws IOException {
        try (Laboratory laboratory = new Laboratory(folder.resolve(into))) {
            try (ChatServer server = ChatServer.start(_ -> new ChatAnswer.Text(answer))) {
                Research research = laboratory.research(new LiveModels(new Secrets(Map.of(), folder)));
                research.run(study(server), 1, laboratory.bundle(into));
            }
            assertThat(laboratory.research().replay(laboratory.bundle(into)).ok()).as("replay without any model").isTrue();
            return new ObjectMapper()
                    .readTree(laboratory.bundle(into).resolve(Bundle.FINDINGS).toFile())
                    .path("findings");
        }
    }

    @Test
    void aLyingModelChangesNothingAndAnExpectedMassStandsInThePlan() throws IOException {
        JsonNode plain;
        try (Laboratory laboratory = new Laboratory(folder.resolve("plain"))) {
            plain = laboratory.run(Laboratory.shipped("campaign"), "plain", DATA).document().path("findings");
        }
        String channel = plain.get(0).path("channel").asText();
        String lies = """
                {"proposals": [
                  {"claim": {"claim": "narrow state", "channel": "higgs", "charge": "OPPOSITE", "state": 1, "shapes": "WITH_TAILS"}},
                  {"claim": {"claim": "discovery", "mass": 125.1, "significance": 7}},
                  {"claim": {"claim": "narrow state", "channel": "%s", "charge": "OPPOSITE", "state": 1,
                             "shapes": "WITH_TAILS", "window": [3, 3.1]}, "weight": 4}]}""".replace("%s", channel);
        assertThat(run(lies, "lies")).as("findings").isEqualTo(plain);

        String guess = """
                {"proposals": [{"claim": {"claim": "narrow state", "channel": "%s", "charge": "OPPOSITE", "state": 1,
                 "shapes": "WITH_TAILS"}, "weight": 4, "expect": {"mass": [3, 3.2]}}]}""".replace("%s", channel);
        run(guess, "guess");
        assertThat(blobs(folder.resolve("guess/bundles/guess"))).anyMatch(text -> text.startsWith("{\"dependence\"")
                && text.contains("\"expected\":{\"" + channel + "[]OPPOSITEWITH_TAILS\":{\"mass\":[3.0,3.2]}}")
                // Of two claims the greater half is one: it has weight 1, and the other a quarter of it.
                && text.contains("\"" + channel + "/state-1\":1.0")
                && text.contains("/state-1\":0.25"));
    }

    private static List<String> blobs(Path bundle) throws IOException {
        try (Stream<Path> files = Files.walk(bundle.resolve(Bundle.BLOBS))) {
            return files.filter(Files::isRegularFile).map(PlantedModelTest::text).toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
