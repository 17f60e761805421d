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
import org.junit.jupiter.params.provider.ValueSource;
import org.novum.api.ExitCode;
import org.novum.archives.ArchivePlaces;
import org.novum.runtime.Observers;

/** Data looked at and converted, as a user meets it. */
class DataCommandTest {
    @TempDir
    private Path folder;

    private Path events;

    @BeforeEach
    void write() throws IOException {
        events = folder.resolve("events.jsonl");
        Files.writeString(
                events,
                """
                {"event": 1, "kind": "G", "mass": 9.46, "hits": [1.5, 2.5]}
                {"event": 2, "kind": "T", "mass": 10.02, "hits": []}
                {"event": 3, "kind": "G, \\"odd\\"", "hits": [0.1]}
                """);
    }

    private Program.Told novum(Object... words) {
        return new Program(new Workbench(
                        Observers.NONE,
                        new Workbench.Surroundings(
                                InstantSource.system(),
                                new ArchivePlaces(folder.resolve("home"), Optional.of(folder.resolve("mirror"))))))
                .run(words);
    }

    private Program.Told done(Object... words) {
        return novum(words).requireCode(ExitCode.OK);
    }

    @Test
    void showsWhatTheDataAre() {
        String shown = done("data", "show", events, "--rows", "2", "--unit", "mass=GeV").out();
        assertThat(shown)
                .contains("  rows    3\n", "    event  int64\n", "    mass   float64  GeV\n", "    hits   float64 list\n", "events.jsonl")
                .containsPattern("SHA-256 [0-9a-f]{64}")
                .contains("10.02")
                .doesNotContain("odd");
    }

    @ParameterizedTest
    @ValueSource(strings = {"parquet", "arrow", "feather"})
    void listsAndMissingValuesSurvive(String ending) {
        Path out = folder.resolve("converted." + ending);
        assertThat(done("data", "convert", events, "--out", out).out()).contains("(3 rows)");
        Path back = folder.resolve("back.csv");
        done("data", "convert", out, "--out", back);
        assertThat(back).hasContent("""
                event,kind,mass,hits
                1,G,9.46,"[1.5, 2.5]"
                2,T,10.02,[]
                3,"G, ""odd""\",,[0.1]
                """);
    }

    @Test
    void columnsAndConditions() {
        Path out = folder.resolve("some.csv");
        done("data", "convert", events, "--out", out, "--columns", "mass,event", "--where", "kind = 'T' OR mass < 9.5");
        assertThat(out).hasContent("mass,event\n9.46,1\n10.02,2\n");
        Path table = folder.resolve("some.vot");
        done("data", "convert", events, "--out", table, "--columns", "event,mass");
        done("data", "show", table);
    }

    @ParameterizedTest
    @ValueSource(strings = {"parquet", "arrow", "feather", "vot"})
    void unitsGoAlong(String ending) {
        Path out = folder.resolve("converted." + ending);
        done("data", "convert", events, "--out", out, "--columns", "mass,event", "--unit", "mass=GeV");
        assertThat(done("data", "show", out).out()).contains("    mass   float64  GeV\n", "    event  int64\n");
    }

    @Test
    void unitsThatCannotGoAlongAreTold() {
        Path out = folder.resolve("some.csv");
        assertThat(done("data", "convert", events, "--out", out, "--columns", "mass", "--unit", "mass=GeV").out())
                .contains("CSV has no place for units: mass in GeV");
        assertThat(done("data", "convert", events, "--out", out).out()).doesNotContain("units");
    }

    /** A condition sees the rows and nothing else of the machine. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "mass > 9) OR (1 = 1",
                "kind = 'G",
                "(SELECT count(*) FROM read_text('/etc/hostname')) > 0",
                "mass > 9; DROP TABLE source_rows"
            })
    void conditionsAreConditions(String condition) {
        Path out = folder.resolve("some.csv");
        assertThat(novum("data", "convert", events, "--out", out, "--where", condition))
                .satisfies(told -> assertThat(told.code()).isEqualTo(ExitCode.USAGE.code()))
                .satisfies(told -> assertThat(told.error()).contains("--where").hasLineCount(1));
        assertThat(out).doesNotExist();
    }

    @Test
    void saysThatAServiceCutItsAnswerOff() throws IOException {
        String cut = """
                <VOTABLE version="1.4"><RESOURCE type="results"><INFO name="QUERY_STATUS" value="OK"/><TABLE>
                <FIELD name="n" datatype="int"/><DATA><TABLEDATA><TR><TD>1</TD></TR></TABLEDATA></DATA></TABLE>
                <INFO name="QUERY_STATUS" value="OVERFLOW"/></RESOURCE></VOTABLE>
                """;
        Path answer = Files.writeString(folder.resolve("answer.vot"), cut);
        Path whole = Files.writeString(folder.resolve("whole.vot"), cut.replace("OVERFLOW", "OK"));
        String note = "the service cut its answer off (OVERFLOW): there are more rows than these\n";
        assertThat(done("data", "show", answer, events).out()).contains("  rows    1\n  note    " + note).containsOnlyOnce(note);
        assertThat(done("data", "convert", answer, whole, "--out", folder.resolve("answer.csv")).out())
                .endsWith("(2 rows)\n  note    answer: " + note);
        assertThat(done("data", "show", whole).out()).doesNotContain("note");
    }

    @Test
    void textsAreTablesOrSayWhyNot() throws IOException {
        Path lines = Files.writeString(folder.resolve("lines.par"), "typedef struct { double wave; } A;\ntypedef struct { int n; } B;\nA 1.5\nB 7\n");
        assertThat(done("data", "show", lines).out()).contains("lines-A", "lines-B", "lines.par#B");
        Path out = folder.resolve("lines.csv");
        assertThat(done("data", "convert", lines + "#A", "--out", out).out()).contains("(1 row");
        assertThat(out).hasContent("wave\n1.5");
        Path note = Files.writeString(folder.resolve("note.txt"), "It was cloudy.\nWe saw 7 stars, and went home.\n");
        assertThat(novum("data", "show", note))
                .satisfies(told -> assertThat(told.code()).isEqualTo(ExitCode.DATA.code()))
                .satisfies(told -> assertThat(told.error()).contains("note.txt, line 2", "prose").hasLineCount(1));
    }

    @Test
    void manyPartsFollowOneAnother() throws IOException {
        Files.copy(events, folder.resolve("more.jsonl"));
        Path out = folder.resolve("all.parquet");
        assertThat(done("data", "convert", folder + "/*.jsonl", "--out", out).out()).contains("(6 rows)");
    }

    @Test
    void refusesInOneLineAndLeavesNothing() throws IOException {
        assertThat(novum("data", "convert", events, "--out", folder.resolve("a.csv"), "--where", "mas > 3"))
                .satisfies(told -> assertThat(told.code()).isEqualTo(ExitCode.USAGE.code()))
                .satisfies(told -> assertThat(told.error()).contains("mas").hasLineCount(1));
        assertThat(novum("data", "convert", events, "--out", folder.resolve("a.csv"), "--columns", "weight").error())
                .contains("no column weight", "event");
        assertThat(novum("data", "convert", events, "--out", folder.resolve("a.vot")).error()).contains("hits holds lists");
        for (String wrong : List.of("a.docx", "a.json", "a.html")) {
            assertThat(novum("data", "convert", events, "--out", folder.resolve(wrong)))
                    .satisfies(told -> assertThat(told.code()).isEqualTo(ExitCode.USAGE.code()))
                    .satisfies(told -> assertThat(told.error()).contains(".csv, .parquet, .arrow, .feather, .vot").hasLineCount(1));
        }
        assertThat(novum("data", "convert", events, "--out", folder.resolve("none/a.csv")))
                .satisfies(told -> assertThat(told.code()).isEqualTo(ExitCode.CANNOT_WRITE.code()))
                .satisfies(told -> assertThat(told.error()).contains("there is no folder").hasLineCount(1));
        assertThat(novum("data", "convert", events, "--out", folder.resolve("a.csv"), "--columns", "mass,mass").error())
                .contains("mass is named twice");
        assertThat(novum("data", "show", events, "--rows", "-1").code()).isEqualTo(ExitCode.USAGE.code());
        try (Stream<Path> files = Files.list(folder)) {
            // The home folder keeps what was read.
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder("events.jsonl", "home");
        }
    }

    @Test
    void tellsWhatIsHereAndWhetherItIsSound() throws IOException {
        assertThat(done("data", "list").out()).contains("absent", "Ymumu").doesNotContain("here ");
        Files.createDirectories(folder.resolve("mirror/particle"));
        Files.writeString(folder.resolve("mirror/particle/Ymumu.csv.gz"), "other bytes");
        assertThat(done("data", "list").out()).containsPattern("here +Ymumu ");
        Program.Told verified = novum("data", "verify");
        assertThat(verified.code()).isEqualTo(ExitCode.CHECK_FAILED.code());
        assertThat(verified.out()).containsPattern("changed +Ymumu ");
        assertThat(novum("data", "verify", "Zmumu").out()).containsPattern("absent +Zmumu");
        assertThat(novum("data", "verify", "dataset:Zmumu").out()).containsPattern("absent +Zmumu");
    }
}
