package org.novum.runtime.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.api.study.Budget;
import org.novum.api.study.Call;
import org.novum.api.study.Literature;
import org.novum.api.study.Study;

class StudyReaderTest {
    private static final String STUDY =
            """
            study: omega-mumu
            question: Does the omega decay to two muons?
            experiment: cms-2011
            discipline: particle-decay
            data:
              uri: dataset:omega
              columns: {E1: energy1}
              units: {E1: MeV}
              select: {type1: G, run: 3}
            options:
              massRange: [0.65, 0.90]
              nested: {a: 1}
            budget: {errorRate: 0.01, share: 1, rounds: 2}
            """;

    @TempDir
    private Path folder;

    private Study read(String text, String... overrides) {
        try {
            return new StudyReader().read(Files.writeString(folder.resolve("study.yaml"), text), List.of(overrides));
        } catch (IOException refused) {
            throw new java.io.UncheckedIOException(refused);
        }
    }

    @Test
    void readsAStudy() {
        Study study = read(STUDY);
        assertThat(study.name()).isEqualTo("omega-mumu");
        assertThat(study.experiment()).isEqualTo("cms-2011");
        assertThat(study.data().uris()).containsExactly("dataset:omega");
        assertThat(study.data().columns()).containsEntry("E1", "energy1");
        assertThat(study.data().units()).containsEntry("E1", "MeV");
        assertThat(study.data().select()).containsEntry("type1", "G").containsEntry("run", "3");
        assertThat(study.options().path("massRange").get(1).asDouble()).isEqualTo(0.90);
        assertThat(study.budget()).isEqualTo(new Budget(0.01, 1, 2));
    }

    @Test
    void readsCalls() {
        Study study = read(STUDY + "calls: [{operation: a.look, parameters: {bins: 3}}, {operation: a.count}]\n");
        assertThat(study.calls()).extracting(Call::operation).containsExactly("a.look", "a.count");
        assertThat(study.calls().getFirst().parameters().path("bins").asInt()).isEqualTo(3);
        assertThat(study.calls().getLast().parameters()).isEmpty();
        assertThatThrownBy(() -> read(STUDY + "calls: [{operation: a.look, bins: 3}]\n")).hasMessageContaining("calls.bins");
        assertThatThrownBy(() -> read(STUDY + "calls: {operation: a.look}\n")).hasMessageContaining("calls is no list");
    }

    @Test
    void budgetAndOptionsMayBeLeftOut() {
        Study study = read("{study: s, question: q, experiment: e, discipline: d, data: {uris: ['file:a', 'file:b']}}");
        assertThat(study.budget()).isEqualTo(Budget.USUAL);
        assertThat(study.options()).isEmpty();
        assertThat(study.data().uris()).containsExactly("file:a", "file:b");
    }

    @Test
    void overridesReplaceAnyKey() {
        Study study = read(
                STUDY, "options.massRange=[0.90,1.13]", "options.nested.b=two", "budget.rounds=1", "study=other",
                "options.fresh.deep=true");
        assertThat(study.options().path("massRange").toString()).isEqualTo("[0.9,1.13]");
        assertThat(study.options().path("nested").toString()).isEqualTo("{\"a\":1,\"b\":\"two\"}");
        assertThat(study.options().path("fresh").path("deep").asBoolean()).isTrue();
        assertThat(study.budget().rounds()).isEqualTo(1);
        assertThat(study.name()).isEqualTo("other");
    }

    @Test
    void laterOverridesWin() {
        assertThat(read(STUDY, "study=a", "study=b").name()).isEqualTo("b");
    }

    @Test
    void oneFormOfTheDataReplacesTheOther() {
        assertThat(read(STUDY, "data.uris=['file:x', 'file:y']").data().uris()).containsExactly("file:x", "file:y");
        assertThat(read(STUDY.replace("uri: dataset:omega", "uris: [dataset:omega]"), "data.uri=file:x").data().uris())
                .containsExactly("file:x");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    colour=red                  | unknown key colour
                    data.format=csv             | unknown key data.format
                    budget.alpha=0.1            | unknown key budget.alpha
                    budget.errorRate=2          | error rate in (0, 1)
                    budget.share=0              | share in (0, 1]
                    budget.rounds=1.5           | budget.rounds is a whole number
                    budget.errorRate=much       | budget.errorRate is a number
                    budget=5                    | budget is a group of keys
                    data=null                   | data is a group of keys
                    data.uri=null               | data.uri is missing
                    data.uri={a: b}             | data.uri
                    data.columns.E1=[a]         | data.columns.E1
                    data.columns=[a]            | data.columns is a group of keys
                    options=[1]                 | options is a group of keys
                    study=                      | the key study
                    question=[1]                | the key question
                    experiment=a/b              | experiment is a name of letters
                    experiment=..               | experiment is a name of letters
                    study.name=x                | study is a value, not a group
                    options.massRange=[0.9      | not YAML
                    """)
    void wrongKeysAreNamed(String override, String message) {
        assertThatThrownBy(() -> read(STUDY, override.strip()))
                .isInstanceOfSatisfying(
                        NovumException.class, wrong -> assertThat(wrong.exitCode()).isEqualTo(ExitCode.CONFIGURATION))
                .hasMessageContaining(message)
                .satisfies(wrong -> assertThat(wrong.getMessage().lines()).hasSize(1));
    }

    @ParameterizedTest
    @CsvSource({"massRange", "=3", "''"})
    void anOverrideWithoutAKeyIsWrongUsage(String override) {
        assertThatThrownBy(() -> read(STUDY, override))
                .isInstanceOfSatisfying(NovumException.class, wrong -> assertThat(wrong.exitCode()).isEqualTo(ExitCode.USAGE))
                .hasMessageContaining("key=value");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    'a: b: c'       | not YAML
                    '- a'           | a study is a mapping
                    ''              | a study is a mapping
                    'just words'    | a study is a mapping
                    '{study: 1, study: 2}' | Duplicate
                    """)
    void whatIsNoMappingIsRefused(String text, String message) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(StudyException.class)
                .hasMessageContaining("study.yaml")
                .hasMessageContaining(message)
                .satisfies(wrong -> assertThat(wrong.getMessage().lines()).hasSize(1));
    }

    @Test
    void bothFormsOfTheDataInOneFileAreRefused() {
        assertThatThrownBy(() -> read(STUDY.replace("uri: dataset:omega", "uri: dataset:omega\n  uris: [file:x]")))
                .isInstanceOf(StudyException.class)
                .hasMessageContaining("data.uri");
    }

    @Test
    void aMissingFileSaysWhereStudiesAre() {
        assertThatThrownBy(() -> new StudyReader().read(folder.resolve("none.yaml"), List.of()))
                .isInstanceOfSatisfying(
                        NovumException.class, wrong -> assertThat(wrong.exitCode()).isEqualTo(ExitCode.NO_INPUT))
                .hasMessageContaining("novum list studies");
        assertThatThrownBy(() -> new StudyReader().read(folder, List.of()))
                .isInstanceOfSatisfying(
                        NovumException.class, wrong -> assertThat(wrong.exitCode()).isEqualTo(ExitCode.NO_INPUT));
    }

    private Study reading(String literature) {
        return read("""
                study: s
                question: q
                experiment: e
                discipline: d
                data: {uri: x.csv}
                proposers: [systematic, default]
                models: {default: {provider: deepseek}}
                literature: %s
                """.formatted(literature));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "papers                                 | [papers]     | 8",
        "[papers, more/notes]                   | [papers, more/notes] | 8",
        "{folders: papers, passages: 3}         | [papers]     | 3",
        "{folders: [/a, b]}                     | [/a, b]      | 8",
    })
    void literatureIsReadFromFolders(String written, String folders, int passages) {
        Literature literature = reading(written).team().literature();
        assertThat(literature.folders()).hasToString(folders);
        assertThat(literature.passages()).isEqualTo(passages);
        assertThat(literature.base()).isEqualTo(folder);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "3                            | a folder is a text, not 3",
        "[]                           | names no folder",
        "[papers, papers]             | names a folder twice",
        "' '                          | a folder is a text",
        "https://example.org/papers   | not the address",
        "{folder: papers}             | unknown key literature.folder; known are [folders, passages]",
        "{passages: 3}                | a folder is a text, not",
        "{folders: p, passages: 0}    | literature.passages is from 1 to 40, not 0",
        "{folders: p, passages: many} | literature.passages is a whole number",
    })
    void literatureOfAnotherFormIsRefused(String written, String message) {
        assertThatThrownBy(() -> reading(written)).isInstanceOf(StudyException.class).hasMessageContaining(message);
    }
}
