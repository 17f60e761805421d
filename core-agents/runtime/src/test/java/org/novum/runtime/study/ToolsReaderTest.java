package org.novum.runtime.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novum.api.study.Call;
import org.novum.api.study.ForeignServer;
import org.novum.api.study.ForeignTools;
import org.novum.api.study.Study;
import org.novum.journal.CanonicalJson;
import org.novum.runtime.Json;

/** Which foreign tools a study may call, as it is written. */
class ToolsReaderTest {
    private static final String DIGEST = "0123456789abcdef".repeat(4);
    private static final String STUDY = """
            study: s
            question: q
            experiment: e
            discipline: sign
            data: {uri: 'file:x.csv'}
            """;

    @TempDir
    private Path folder;

    private Study read(String more, String own, String... overrides) throws IOException {
        Path file = Files.writeString(folder.resolve("study.yaml"), STUDY + more);
        ObjectNode tools = (ObjectNode) CanonicalJson.parse(own.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
        return new StudyReader(new StudyReader.Own(JsonNodeFactory.instance.objectNode(), tools)).read(file, List.of(overrides));
    }

    @Test
    void serversOfTheUserAreUsedWhereTheStudyNamesThem() throws IOException {
        String own = "{'lab': {'command': 'lab', 'args': ['-x'], 'env': ['LAB_KEY']}, 'other': {'command': 'never'}}";
        String more = "tools: {lab: {timeoutSeconds: 5, admit: {find: {digest: " + DIGEST + ", fromModels: [q], fixed: {n: 3}, repeats: safe},"
                + " add: '" + DIGEST + "'}}}\ncalls: [{tool: lab/add, parameters: {a: 1}}]\nbudget: {tools: {calls: 3, seconds: 7.5}}\n";
        Study study = read(more, own);
        ForeignServer lab = study.tools().servers().get("lab");
        assertThat(study.tools().servers()).containsOnlyKeys("lab");
        assertThat(lab.reach()).isEqualTo(new ForeignServer.Program("lab", List.of("-x"), List.of("LAB_KEY")));
        assertThat(lab.limits()).isEqualTo(new ForeignServer.Limits(5, ForeignServer.Limits.USUAL.bytes()));
        assertThat(lab.admitted().get("find").fromModels()).containsExactly("q");
        assertThat(lab.admitted().get("find").repeats()).isEqualTo(ForeignServer.Repeats.SAFE);
        assertThat(lab.admitted().get("add").repeats()).isEqualTo(ForeignServer.Repeats.UNSAFE);
        assertThat(study.tools().budget()).isEqualTo(new ForeignTools.Budget(3, 7.5));
        assertThat(study.calls()).extracting(Call::operation).containsExactly("lab/add");
        assertThat(Json.read(CanonicalJson.bytes((Object) study), Study.class)).isEqualTo(study);
    }

    @Test
    void aStudyWithoutToolsIsWrittenAsItAlwaysWas() throws IOException {
        assertThat(CanonicalJson.tree(read("", "{'lab': {'command': 'lab'}}")).has("tools")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            tools.lab.command=x                                     | tools.lab.url=http://localhost/mcp  | either command
            tools.lab={}                                            | study=s                             | say how it is reached
            tools.lab.url=ftp://host/x                              | study=s                             | not an http or https address
            tools.lab.url=http://user:word@host/x                   | study=s                             | holds no user
            tools.lab.url=http://far.example.org/mcp                | tools.lab.token=KEY                 | over https alone
            tools.lab.url=https://far.example.org/mcp               | tools.lab.token=sk-secret           | names of variables
            tools.lab.url=https://far.example.org/mcp               | tools.lab.env=[KEY]                 | are for a command
            tools.lab.command=x                                     | tools.lab.shell=true                | unknown key tools.lab.shell
            tools.lab.command=x                                     | tools.lab.admit=[add]               | group from names of tools
            tools.lab.command=x                                     | tools.lab.admit.add=yes             | 64 hexadecimal digits
            tools.lab.command=x                                     | tools.lab.timeoutSeconds=0          | not a number from
            tools.lab.command=x                                     | tools.lab.mostBytes=1e12            | not a number from
            tools.lab.command=x                                     | calls=[{tool: lab/add}]             | lab/add is not admitted
            tools.lab.command=x                                     | calls=[{operation: lab/add}]        | called as tool
            tools.lab.command=x                                     | calls=[{tool: add}]                 | server/tool
            tools.a_b.command=x                                     | study=s                             | letters, digits and hyphens
            tools.lab.command=x                                     | budget.tools.money=3                | unknown key budget.tools.money
            """)
    void whatIsWrongIsNamed(String first, String second, String words) {
        assertThatThrownBy(() -> read("", "{}", first, second))
                .isInstanceOf(StudyException.class)
                .hasMessageContaining(words)
                .hasMessageNotContaining("sk-secret");
    }

    @Test
    void aStudyFileNamesNoPrograms() {
        assertThatThrownBy(() -> read("tools: {lab: {command: sh}}\n", "{}"))
                .isInstanceOf(StudyException.class)
                .hasMessageContaining("tools.lab.command")
                .hasMessageContaining("tools.yaml");
    }
}
