package org.novum.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.novum.api.ExitCode;
import org.novum.archives.ArchivePlaces;
import org.novum.journal.BoundaryListener;
import org.novum.journal.sqlite.SqliteJournalStore;
import org.novum.runtime.Observers;
import org.novum.runtime.RunListener;
import picocli.CommandLine;

/** Every command as a user meets it, with good and bad input. */
class CommandsTest {
    @TempDir
    private Path folder;

    private Observers observers = Observers.NONE;
    private Path study;
    private Path out;

    @BeforeEach
    void writeStudy() {
        study = FieldTrial.write(folder);
        out = folder.resolve("out");
    }

    private Program.Told novum(Object... words) {
        return new Program(new Workbench(
                        observers,
                        new Workbench.Surroundings(
                                InstantSource.system(), new ArchivePlaces(folder.resolve("home"), Optional.empty()))))
                .run(words);
    }

    @Test
    void runResumeReplayVerifyAndLedger() throws IOException {
        Program.Told run = novum("run", study, "--out", out).requireCode(ExitCode.OK);
        assertThat(run.out()).contains("north", "report.html", "novum verify " + out);
        assertThat(run.error()).contains("Does the treatment change the growth?", "register", "judge", "finish");
        assertThat(novum("verify", out).requireCode(ExitCode.OK).out()).contains("Verified. Head of the journal: sha256:");
        assertThat(novum("replay", out).requireCode(ExitCode.OK).out()).contains("byte for byte");
        assertThat(novum("resume", out).requireCode(ExitCode.OK).out()).contains("report.html");
        assertThat(novum("ledger").requireCode(ExitCode.OK).out()).contains("trial-2026", "2 asked", "1 accepted");
        Program.Told ledger = novum("ledger", "trial-2026").requireCode(ExitCode.OK);
        assertThat(ledger.out()).contains("north", "south", "accepted").doesNotContain("null");

        assertThat(novum("verify", out).out()).doesNotContain("note");
        Files.writeString(out.resolve("remarks.txt"), "to be checked");
        assertThat(novum("verify", out).requireCode(ExitCode.OK).out())
                .contains("note   not of this bundle, and not looked at: remarks.txt");

        Files.writeString(out.resolve("findings.json"), "{}");
        assertThat(novum("verify", out).requireCode(ExitCode.CHECK_FAILED).out())
                .contains("the first thing that fails is findings are the recorded ones: findings.json was changed");
        assertThat(novum("replay", out).requireCode(ExitCode.CHECK_FAILED).out()).contains("differ from");
    }

    @Test
    void anotherSeedAndOtherDataAndOptions() {
        novum("run", study, "--out", out, "--seed", "1").requireCode(ExitCode.OK);
        novum("run", study, "--out", folder.resolve("again"), "--seed", "2").requireCode(ExitCode.OK);
        assertThat(novum("ledger").out()).contains("2 asked").contains("1 registration");
        novum("run", study, "--out", folder.resolve("one"), "--data", "file:" + folder.resolve("data/n*.csv"))
                .requireCode(ExitCode.OK);
        assertThat(novum("ledger").out()).contains("3 asked");
        novum("run", study, "--out", folder.resolve("swapped"), "--set", "experiment=other", "--set", "options.first=control",
                        "--set", "options.second=treated")
                .requireCode(ExitCode.OK);
        assertThat(novum("ledger").out()).contains("other ");
    }

    @Test
    void callWritesItsResultAndTheLedgerKnows() throws IOException {
        novum("run", study, "--out", out).requireCode(ExitCode.OK);
        Path result = folder.resolve("summary.json");
        String data = "file:" + folder.resolve("data/north.csv");
        Program.Told called = novum(
                "call", "mean-shift.summary", "--in", data, "--out", result, "--param", "response=growth", "--param",
                "group=treatment", "--param", "first=treated", "--param", "second=control");
        called.requireCode(ExitCode.OK);
        assertThat(called.out()).contains(result.toString());
        assertThat(result).isNotEmptyFile();
        novum("run", study, "--out", folder.resolve("again"), "--seed", "2").requireCode(ExitCode.OK);
        assertThat(folder.resolve("again/report.html")).content().contains("People have looked at these data");
    }

    @ParameterizedTest
    @ValueSource(strings = {"disciplines", "operations", "connectors", "datasets", "studies", "DISCIPLINES"})
    void lists(String what) {
        assertThat(novum("list", what).requireCode(ExitCode.OK).error()).isEmpty();
    }

    @Test
    void listsNameWhatIsInstalled() {
        assertThat(novum("list", "disciplines").out()).contains("particle-decay", "mean-shift", "options.response");
        assertThat(novum("list", "operations").out()).contains("mean-shift.summary", "--param response");
        assertThat(novum("list", "connectors").out()).contains("tabular", "archives", "column-text");
    }

    @Test
    void helpIsEverywhere() {
        assertThat(novum("--help").requireCode(ExitCode.OK).out()).contains("Exit codes", "NOVUM_HOME", "replay");
        assertThat(novum("--version").requireCode(ExitCode.OK).out()).contains("novum 0.", "Java 25");
        for (CommandLine command : Main.commandLine(new Workbench(Observers.NONE)).getSubcommands().values()) {
            String name = command.getCommandName();
            if (!name.equals("help")) {
                assertThat(novum(name, "--help").requireCode(ExitCode.OK).out()).contains("Usage:", name);
            }
            assertThat(novum("help", name).requireCode(ExitCode.OK).out()).contains("Usage:");
            for (String nested : command.getSubcommands().keySet()) {
                assertThat(novum(name, nested, "--help").requireCode(ExitCode.OK).out()).contains("Usage:");
            }
        }
    }

    @Test
    void theHelpTellsEveryExitCode() {
        String help = novum("--help").out();
        for (ExitCode code : ExitCode.values()) {
            assertThat(help).containsPattern("\\b" + code.code() + " +" + code.meaning().split(" ")[0]);
        }
    }

    @Test
    void tabCompletion() {
        assertThat(novum("generate-completion").requireCode(ExitCode.OK).out())
                .contains("_complete_novum", "replay", "--seed");
    }

    static Stream<List<String>> wrongUsage() {
        return Stream.of(
                List.of(),
                List.of("rnu"),
                List.of("run"),
                List.of("run", "STUDY"),
                List.of("run", "STUDY", "--out", "OUT", "--seed", "many"),
                List.of("run", "STUDY", "--out", "OUT", "--colour", "red"),
                List.of("run", "STUDY", "--out", "OUT", "--set", "rounds"),
                List.of("verify"),
                List.of("verify", "a", "b"),
                List.of("list", "stars"),
                List.of("data"),
                List.of("call", "mean-shift.summary", "--out", "OUT"),
                List.of("call", "mean-shift.nothing", "--in", "DATA", "--out", "OUT.json"),
                List.of("call", "mean-shift.summary", "--in", "DATA", "--out", "OUT.json", "--param", "response"),
                List.of("call", "mean-shift.summary", "--in", "DATA", "--out", "OUT.json", "--param", "respose=growth"));
    }

    @ParameterizedTest
    @MethodSource
    void wrongUsage(List<String> words) {
        Program.Told told = novum(words.stream().map(this::filled).toArray()).requireCode(ExitCode.USAGE);
        assertThat(told.error().lines().filter(line -> line.startsWith("novum: "))).hasSize(1);
        assertThat(told.error().lines().count()).describedAs(told.error()).isLessThanOrEqualTo(3);
        assertThat(folder.resolve("out")).doesNotExist();
    }

    private String filled(String word) {
        return word.replace("STUDY", study.toString())
                .replace("DATA", "file:" + folder.resolve("data/north.csv"))
                .replace("OUT", out.toString());
    }

    @Test
    void aRunIsNotOverwritten() {
        novum("run", study, "--out", out).requireCode(ExitCode.OK);
        novum("run", study, "--out", out).requireCode(ExitCode.USAGE).requireOneLine("holds a run already", "novum resume");
    }

    @Test
    void badStudiesAreConfigurationErrors() {
        for (String setting : List.of("colour=red", "budget.errorRate=7", "discipline=astrology", "options.response=7",
                "options.explorationFraction=2", "data.uri=null")) {
            novum("run", study, "--out", out, "--set", setting)
                    .requireCode(ExitCode.CONFIGURATION)
                    .requireOneLine();
        }
        Path broken = FieldTrial.write(folder.resolve("broken.yaml"), "study: [");
        novum("run", broken, "--out", out).requireCode(ExitCode.CONFIGURATION).requireOneLine("broken.yaml", "line ");
    }

    @Test
    void badDataAreDataErrorsAndNothingIsHalfWritten() {
        novum("run", study, "--out", out, "--set", "options.response=height")
                .requireCode(ExitCode.DATA)
                .requireOneLine("column height");
        Path data = folder.resolve("data/north.csv");
        FieldTrial.write(data, "plant,growth,treatment\n1,tall,treated\n");
        novum("run", study, "--out", folder.resolve("out2")).requireCode(ExitCode.DATA).requireOneLine("north.csv");
        FieldTrial.write(data, "");
        novum("run", study, "--out", folder.resolve("out3")).requireCode(ExitCode.DATA).requireOneLine("north.csv");
        for (String name : List.of("out", "out2", "out3")) {
            assertThat(folder.resolve(name)).doesNotExist();
        }
        FieldTrial.write(folder);
        novum("run", study, "--out", out).requireCode(ExitCode.OK);
    }

    @Test
    void missingThingsAreNamed() {
        novum("run", folder.resolve("none.yaml"), "--out", out).requireCode(ExitCode.NO_INPUT).requireOneLine("none.yaml");
        novum("run", study, "--out", out, "--data", "file:" + folder.resolve("none.csv"))
                .requireCode(ExitCode.NO_INPUT)
                .requireOneLine("none.csv");
        novum("run", study, "--out", folder.resolve("ftp"), "--data", "ftp://example.org/x.csv")
                .requireCode(ExitCode.NO_INPUT)
                .requireOneLine("ftp://example.org/x.csv", "novum list connectors");
        for (String command : List.of("resume", "replay", "verify")) {
            novum(command, folder.resolve("nothing")).requireCode(ExitCode.NO_INPUT).requireOneLine("holds no run");
        }
        novum("ledger", "nobody").requireCode(ExitCode.NO_INPUT).requireOneLine("nobody");
        novum("data", "get", "no-such-dataset").requireCode(ExitCode.NO_INPUT).requireOneLine("no-such-dataset");
        assertThat(novum("ledger").requireCode(ExitCode.OK).out()).contains("No experiment has asked anything yet");
    }

    @Test
    void aDefectIsCalledOne() {
        observers = new Observers(RunListener.NONE, (_, _) -> {
            throw new IllegalStateException("broken on purpose");
        });
        novum("run", study, "--out", out)
                .requireCode(ExitCode.SOFTWARE)
                .requireOneLine("a defect of Novum", "broken on purpose", "NOVUM_DEBUG");
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamed() {
        Path file = FieldTrial.write(folder.resolve("file"), "in the way");
        novum("run", study, "--out", file.resolve("out")).requireCode(ExitCode.CANNOT_WRITE).requireOneLine("file");
    }

    @Test
    void aRunThatAnotherProcessWritesIsLeftAlone() {
        novum("run", study, "--out", out).requireCode(ExitCode.OK);
        try (SqliteJournalStore _ = SqliteJournalStore.resume(
                out.resolve("journal.db"), new SqliteJournalStore.Writer("another", InstantSource.system()))) {
            novum("resume", out).requireCode(ExitCode.TEMPORARY).requireOneLine("journal.db");
        }
    }

    @Test
    void theLawsRefuse() {
        novum("run", study, "--out", out, "--set", "budget.share=1").requireCode(ExitCode.OK);
        novum("run", study, "--out", folder.resolve("two"), "--set", "options.explorationFraction=0.7")
                .requireCode(ExitCode.REFUSED)
                .requireOneLine("explored rows cannot confirm");
        assertThat(folder.resolve("two")).doesNotExist();
        novum("run", study, "--out", folder.resolve("three"), "--set", "options.first=control", "--set",
                        "options.second=treated")
                .requireCode(ExitCode.REFUSED)
                .requireOneLine("error budget of this experiment is spent", "novum ledger");
    }

    @Test
    void anInterruptedRunSaysHowToGoOnAndIsResumed() {
        observers = new Observers(RunListener.NONE, (boundary, subject) -> {
            if (boundary == BoundaryListener.Boundary.AFTER_INTENT && subject.equals("measure")) {
                throw new IllegalStateException("halted");
            }
        });
        novum("run", study, "--out", out).requireCode(ExitCode.SOFTWARE);
        observers = Observers.NONE;
        assertThat(novum("verify", out).requireCode(ExitCode.CHECK_FAILED).out()).contains("novum resume " + out);
        novum("replay", out).requireCode(ExitCode.CHECK_FAILED).requireOneLine("resume the run");
        novum("resume", out).requireCode(ExitCode.OK);
        novum("verify", out).requireCode(ExitCode.OK);
    }
}
