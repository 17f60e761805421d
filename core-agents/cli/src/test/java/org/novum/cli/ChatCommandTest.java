package org.novum.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.novum.api.ExitCode;
import org.novum.pluginsdk.chat.ChatAnswer;
import org.novum.pluginsdk.chat.ChatServer;

/** A person who steers: sees plans, approves, withdraws, edits, asks. */
@ResourceLock(Resources.SYSTEM_OUT)
class ChatCommandTest {
    private static final InputStream USUAL = System.in;

    @TempDir
    private Path folder;

    private Path study;
    private Path out;

    @BeforeEach
    void writeStudy() {
        study = FieldTrial.write(folder);
        out = folder.resolve("out");
    }

    @AfterEach
    void giveBack() {
        System.setIn(USUAL);
    }

    private Program.Told novum(Object... words) {
        return Program.at(folder.resolve("home")).run(words);
    }

    private Program.Told chat(String said) {
        System.setIn(new ByteArrayInputStream(said.getBytes(StandardCharsets.UTF_8)));
        return novum("chat", study, "--out", out, "--by", "ada");
    }

    @Test
    void approvesWhatItSees() {
        Program.Told told = chat("show\napprove as discussed\n").requireCode(ExitCode.OK);
        assertThat(told.out()).contains("2 hypotheses would be registered", "1  ", "statistic", "report.html");
        assertThat(told.error()).contains("ada approved the plan: as discussed", "register");
        assertThat(told.error().indexOf("approved")).isLessThan(told.error().indexOf("register"));
        novum("verify", out).requireCode(ExitCode.OK);
        novum("replay", out).requireCode(ExitCode.OK);
    }

    @Test
    void whatIsWithdrawnIsPaidAndNotAccepted() {
        Program.Told told = chat("withdraw 7\nwithdraw one\nwithdraw 1,2\napprove\n").requireCode(ExitCode.OK);
        assertThat(told.out()).contains("there is no hypothesis 7", "by their numbers", "[1, 2]");
        assertThat(told.error()).contains("and withdrew 2", "0 of 2 accepted");
        assertThat(novum("ledger", "trial-2026").out()).contains("north", "south").doesNotContain(" accepted");
        novum("verify", out).requireCode(ExitCode.OK);
        novum("replay", out).requireCode(ExitCode.OK);
    }

    @Test
    void waitsOverARestart() throws IOException {
        Program.Told left = chat("quit\n").requireCode(ExitCode.TEMPORARY);
        assertThat(left.out()).contains("novum approve " + out);
        assertThat(novum("ledger").out()).doesNotContain("2 asked");
        assertThat(novum("resume", out).requireCode(ExitCode.TEMPORARY).error()).contains("waits for approval");
        assertThat(novum("approve", out).requireCode(ExitCode.OK).out()).contains("2 hypotheses", "--by NAME");
        novum("resume", out).requireCode(ExitCode.TEMPORARY);
        novum("approve", out, "--by", "grace", "--withdraw", "2").requireCode(ExitCode.OK);
        novum("approve", out, "--by", "grace").requireCode(ExitCode.NO_INPUT);
        assertThat(novum("resume", out).requireCode(ExitCode.OK).error()).contains("grace approved the plan and withdrew 1");
        novum("replay", out).requireCode(ExitCode.OK);
        assertThat(Files.isRegularFile(out.resolve("findings.json"))).isTrue();
    }

    @Test
    void anEndOfInputIsNoApproval() {
        chat("").requireCode(ExitCode.TEMPORARY);
        assertThat(out.resolve("findings.json")).doesNotExist();
    }

    @Test
    void changesTheStudyBeforeAnythingIsRegistered() {
        Program.Told told = chat("set nonsense=1\nset options.first=control\nset options.second=treated\napprove\nagain\napprove\n")
                .requireCode(ExitCode.OK);
        assertThat(told.out()).contains("nonsense", "say again first");
        assertThat(novum("ledger").out()).contains("2 asked");
        novum("replay", out).requireCode(ExitCode.OK);
    }

    @Test
    void runStopsAtTheGateOfAStudy() {
        assertThat(novum("run", study, "--out", out, "--set", "approval=plan").requireCode(ExitCode.TEMPORARY).error())
                .contains("waits for approval");
        assertThat(novum("run", study, "--out", folder.resolve("b"), "--set", "approval=maybe").requireCode(ExitCode.CONFIGURATION).error())
                .contains("approval is none or plan");
    }

    @Test
    void advisesWithinItsBudget() throws IOException {
        try (ChatServer server = ChatServer.start(_ -> new ChatAnswer.Text("Both look \u001b[31mfair."))) {
            Files.createDirectories(folder.resolve("home"));
            Files.writeString(
                    folder.resolve("home/models.yaml"),
                    "default: {provider: openai-compatible, baseUrl: \"" + server.baseUrl() + "\", model: m}\n");
            Program.Told told = chat("ask Is this fair?\nask Really?\nquit\n").requireCode(ExitCode.TEMPORARY);
            assertThat(told.out()).contains("Both look [31mfair.").doesNotContain("\u001b");
            assertThat(Files.readAllLines(out.resolve("chat.jsonl"))).hasSize(2);
            System.setIn(new ByteArrayInputStream("ask More?\nquit\n".getBytes(StandardCharsets.UTF_8)));
            assertThat(novum("chat", study, "--out", out, "--questions", "2")
                            .requireCode(ExitCode.TEMPORARY)
                            .out())
                    .contains("budget for questions is spent: 2 questions");
        }
    }
}
