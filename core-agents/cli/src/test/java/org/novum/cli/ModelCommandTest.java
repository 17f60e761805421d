package org.novum.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novum.api.ExitCode;
import org.novum.pluginsdk.chat.ChatAnswer;
import org.novum.pluginsdk.chat.ChatServer;

/** Models as a user meets them on the command line. */
class ModelCommandTest {
    private static final String ANSWER = """
            {"proposals": [{"claim": {"part": "north", "response": "growth", "group": "treatment", "first": "treated",
                                      "second": "control"}, "weight": 2}]}""";

    @TempDir
    private Path folder;

    private Program.Told novum(Object... words) {
        return Program.at(folder.resolve("home")).run(words);
    }

    @Test
    void aModelOfTheConfigurationProposesBesideTheSystematicProposer() {
        Path study = FieldTrial.write(folder);
        Path out = folder.resolve("out");
        try (ChatServer server = ChatServer.start(_ -> new ChatAnswer.Text(ANSWER))) {
            FieldTrial.write(
                    folder.resolve("home/models.yaml"), "default: {model: stub, baseUrl: '" + server.baseUrl() + "'}\n");
            Program.Told run = novum("run", study, "--out", out, "--proposer", "both");
            assertThat(run.code()).as(run.error()).isZero();
            assertThat(run.error()).contains("default (stub) answered", "default: 1 proposal kept, 0 dropped", "2 hypotheses");
            assertThat(out.resolve("models.json")).content().contains(ChatServer.REVISION);
            assertThat(novum("run", study, "--out", folder.resolve("alone"), "--proposer", "model", "--set", "experiment=other")
                            .error())
                    .contains("1 hypothesis, the first");
        }
        assertThat(novum("replay", out).code()).as("with the model gone").isZero();
        assertThat(novum("verify", out).code()).isZero();
        assertThat(novum("resume", out).code()).isZero();
    }

    @Test
    void rolesAreServedWhereTheStudyNamesThem() {
        Path study = FieldTrial.write(folder);
        Path out = folder.resolve("out");
        String text = "{\"summary\": \"In all, {{q:run.tested}} is the count of hypotheses. There are 77.\", \"sections\": []}";
        try (ChatServer server = ChatServer.start(call -> new ChatAnswer.Text(
                call.key().contains("/write/") ? text : call.key().contains("/withdraw/") ? "{\"withdraw\": []}"
                        : "{\"checks\": [], \"doubts\": []}"))) {
            Program.Told run = novum(
                    "run", study, "--out", out, "--set", "models.default={model: stub, baseUrl: '" + server.baseUrl() + "'}",
                    "--set", "models.critic={}", "--set", "models.report=default");
            assertThat(run.code()).as(run.error()).isZero();
            assertThat(run.error())
                    .contains("critic: 0 withdrawn, 0 further checks, 0 doubts", "report: 1 sentence struck out")
                    .doesNotContain("proposal");
        }
        assertThat(out.resolve("report.html")).content().contains("In the words of report", "<del> There are 77.</del>");
        assertThat(novum("replay", out).code()).as("with the model gone").isZero();
        assertThat(novum("verify", out).code()).isZero();
    }

    @Test
    void aModelThatNobodyConfiguredIsNamed() {
        Program.Told run = novum("run", FieldTrial.write(folder), "--out", folder.resolve("out"), "--proposer", "model");
        assertThat(run.code()).isEqualTo(ExitCode.CONFIGURATION.code());
        assertThat(run.error()).contains("models.default", "models.yaml");
    }

    @Test
    void aMissingKeyIsNamedBeforeAnythingIsAsked() {
        Program.Told run = novum(
                "run", FieldTrial.write(folder), "--out", folder.resolve("out"), "--proposer", "both", "--set",
                "models.default={model: m, baseUrl: 'http://localhost:9/v1', key: NOVUM_TEST_NO_SUCH_KEY}");
        assertThat(run.code()).isEqualTo(ExitCode.CONFIGURATION.code());
        assertThat(run.error()).contains("NOVUM_TEST_NO_SUCH_KEY", "secrets.properties");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void aBrokenConfigurationIsNamedWithoutBeingQuoted() {
        FieldTrial.write(folder.resolve("home/models.yaml"), "default: {apiKey: sk-quoted-never\n");
        Program.Told run = novum("run", FieldTrial.write(folder), "--out", folder.resolve("out"));
        assertThat(run.code()).isEqualTo(ExitCode.CONFIGURATION.code());
        assertThat(run.error()).contains("models.yaml").doesNotContain("sk-quoted-never");
    }
}
