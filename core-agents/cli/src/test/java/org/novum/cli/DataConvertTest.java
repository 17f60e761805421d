package org.novum.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.novum.api.ExitCode;

/** Nothing is lost in silence when data are converted. */
class DataConvertTest {
    @TempDir
    private Path folder;

    private Path out;

    @BeforeEach
    void out() {
        out = folder.resolve("out.csv");
    }

    private Program.Told novum(Object... words) {
        return Program.at(folder.resolve("home")).run(words);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private void converts(String content, Object... words) {
        novum(Stream.concat(Stream.of("data", "convert", "--out", out), Stream.of(words)).toArray()).requireCode(ExitCode.OK);
        assertThat(out).hasContent(content);
    }

    private Program.Told refuses(ExitCode code, Object... words) throws IOException {
        Program.Told told = novum(Stream.concat(Stream.of("data", "convert", "--out", out), Stream.of(words)).toArray());
        assertThat(out).doesNotExist();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.filter(file -> file.toString().endsWith(".part"))).isEmpty();
        }
        return told.requireCode(code);
    }

    @Test
    void numbersOfSeveralPartsAreWidened() throws IOException {
        file("a.csv", "x,n\n1,5\n2,6\n");
        file("b.csv", "n,x\n7,0.5\n8,1.5\n");
        converts("x,n\n1.0,5\n2.0,6\n0.5,7\n1.5,8\n", folder + "/[ab].csv");
    }

    @Test
    void listsAreWidened() throws IOException {
        file("a.jsonl", "{\"l\": [1, null, 3]}\n{\"l\": null}\n");
        file("b.jsonl", "{\"l\": [0.5]}\n{\"l\": []}\n");
        converts("l\n\"[1.0, NULL, 3.0]\"\n\"\"\n[0.5]\n[]\n", folder + "/[ab].jsonl");
    }

    @Test
    void wholeNumbersThatRealsDoNotHoldAreRefused() throws IOException {
        file("a.csv", "x\n9007199254740993\n");
        file("b.csv", "x\n0.5\n");
        refuses(ExitCode.DATA, folder + "/[ab].csv").requireOneLine("a: column x has the number 9007199254740993", "one by one");
    }

    @Test
    void columnsThatPartsDoNotShareAreNotDropped() throws IOException {
        file("a.csv", "x,y\n1,5\n");
        file("b.csv", "x,z\n2,word\n");
        refuses(ExitCode.DATA, folder + "/[ab].csv").requireOneLine("not every part has the column y (b has not)", "--columns");
        refuses(ExitCode.USAGE, folder + "/[ab].csv", "--columns", "x,y").requireOneLine("--columns", "(b has not)");
        converts("x\n1\n2\n", folder + "/[ab].csv", "--columns", "x");
        converts("x\n2\n", folder + "/[ab].csv", "--columns", "x", "--where", "x > 1");
    }

    @Test
    void partsThatDifferInKindAreRefused() throws IOException {
        file("a.csv", "x\n1\n");
        file("b.csv", "x\nword\n");
        refuses(ExitCode.DATA, folder + "/[ab].csv").requireOneLine("the column x is int64 in a and text in b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "parquet", "arrow"})
    void namesThatDifferInCaseAloneAreToldApart(String ending) throws IOException {
        Path file = file("case.csv", "A,a\n0,5\n9,1\n");
        out = folder.resolve("out." + ending);
        refuses(ExitCode.DATA, file).requireOneLine("the columns A and a differ in case alone; rename one with --column NEW=a");
        refuses(ExitCode.DATA, file, "--columns", "A", "--where", "a > 3").requireOneLine("differ in case alone");
        out = folder.resolve("out.csv");
        converts("a\n5\n1\n", file, "--columns", "a");
        converts("A,small\n0,5\n", file, "--column", "small=a", "--where", "small > 3");
    }

    /** Formats that state names and units themselves too. */
    @ParameterizedTest
    @ValueSource(strings = {"csv", "parquet", "arrow", "vot"})
    void columnsMayHaveOtherNamesAndUnits(String ending) throws IOException {
        Path first = file("first.csv", "x,y\n1,2\n3,4\n");
        out = folder.resolve("second." + ending);
        novum("data", "convert", first, "--out", out).requireCode(ExitCode.OK);
        Path second = out;
        out = folder.resolve("out.csv");
        refuses(ExitCode.USAGE, second, "--column", "y=x").requireOneLine("would have two columns y");
        refuses(ExitCode.USAGE, second, "--column", "z=w").requireOneLine("--column z=w: there is no column w; there are [x, y]");
        refuses(ExitCode.USAGE, second, "--column", "z=x", "--column", "w=x").requireOneLine("--column z=x", "called w already");
        refuses(ExitCode.USAGE, second, "--column", "z=x", "--unit", "x=m").requireOneLine("--unit x=m: there is no column x");
        converts("z,y\n1,2\n3,4\n", second, "--column", "z=x");
        converts("y,x\n1,2\n3,4\n", second, "--column", "y=x", "--column", "x=y");
        assertThat(novum("data", "convert", second, "--out", out, "--column", "z=x", "--unit", "z=m").requireCode(ExitCode.OK).out())
                .contains("CSV has no place for units: z in m");
        assertThat(novum("data", "show", second, "--unit", "y=keV").requireCode(ExitCode.OK).out()).containsPattern("y  int64  keV");
    }

    @Test
    void conditionsOfNoColumnAreToldTheColumns() throws IOException {
        Path file = file("some.csv", "x,y\n1,2\n");
        refuses(ExitCode.USAGE, file, "--where", "z > 1").requireOneLine("--where: there is no column z; there are x, y");
        refuses(ExitCode.USAGE, file, "--where", "x >").requireOneLine("--where: syntax error");
        Files.createDirectory(out);
        novum("data", "convert", file, "--out", out).requireCode(ExitCode.CANNOT_WRITE).requireOneLine("a folder is there");
    }

    @Test
    void whatKeepsNoRowIsTold() throws IOException {
        Path file = file("some.csv", "x,y\n1,2\n");
        out = folder.resolve("none.parquet");
        assertThat(novum("data", "convert", file, "--out", out, "--where", "x > 1").requireCode(ExitCode.OK).out())
                .contains("(0 rows)", "no row fulfils --where");
        novum("data", "show", out).requireCode(ExitCode.DATA).requireOneLine("none.parquet: it has no rows; name a file with rows");
    }

    @Test
    void columnsWithCommasAndQuotes() throws IOException {
        Path file = file("odd.csv", "\"a,b\",\"q\"\"q\",c\n1,2,3\n");
        converts("\"a,b\",c\n1,3\n", file, "--columns", "a,b", "--columns", "c");
        converts("\"q\"\"q\",c\n2,3\n", file, "--columns", "q\"q,c");
    }

    @Test
    void oneColumnOfMissingValuesIsReadAgain() throws IOException {
        Path file = file("one.jsonl", "{\"x\": 1.5}\n{\"x\": null}\n{\"x\": 2}\n");
        converts("x\n1.5\n\"\"\n2.0\n", file);
        assertThat(novum("data", "show", out).requireCode(ExitCode.OK).out()).contains("rows    3", "x  float64", "–");
    }

    @Test
    void whatKilledProcessesLeftIsRemovedAndWhatOthersWriteIsNot() throws IOException, InterruptedException {
        Path file = file("a.csv", "x\n1\n");
        Process ended = new ProcessBuilder("true").start();
        ended.waitFor();
        Path left = Files.createFile(folder.resolve(".out.csv." + ended.pid() + "-1.part"));
        Path others = Files.createFile(folder.resolve(".out.csv." + ProcessHandle.current().pid() + "-0.part"));
        converts("x\n1\n", file);
        assertThat(left).doesNotExist();
        assertThat(others).exists();
    }

    @Test
    void controlCharactersDoNotReachTheTerminal() throws IOException {
        Path file = file("esc.jsonl", "{\"e\\nf\": \"\\u001b[31mred\", \"g\": 1}\n");
        assertThat(novum("data", "show", file).requireCode(ExitCode.OK).out())
                .contains("    e f  text\n", "\uFFFD[31mred")
                .doesNotContain("\u001b");
    }
}
