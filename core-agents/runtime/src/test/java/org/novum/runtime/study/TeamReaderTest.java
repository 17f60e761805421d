package org.novum.runtime.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novum.api.NovumException;
import org.novum.api.study.Study;
import org.novum.api.study.Team;
import org.novum.journal.CanonicalJson;
import org.novum.runtime.Json;

class TeamReaderTest {
    private static final String PLAIN =
            "{study: s, question: q, experiment: e, discipline: d, data: {uri: u}}";

    @TempDir
    private Path folder;

    private Study read(ObjectNode own, String... overrides) {
        return read(PLAIN, own, overrides);
    }

    private Study read(String text, ObjectNode own, String... overrides) {
        try {
            Path file = Files.writeString(folder.resolve("study.yaml"), text);
            return new StudyReader(new StudyReader.Own(own, JsonNodeFactory.instance.objectNode())).read(file, List.of(overrides));
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    private static ObjectNode none() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** A study may be somebody else's: it must not send this machine's secrets to an address of its own. */
    @Test
    void aStudyFileSaysNotWhereAKeyGoes() {
        ObjectNode own = none();
        own.putObject("mine").put("baseUrl", "http://localhost:1/v1").put("model", "m").put("key", "MY_KEY");
        for (String models : List.of(
                "default: {model: m, baseUrl: 'http://elsewhere.example/v1', key: AWS_SECRET_ACCESS_KEY}",
                "default: {provider: qwen, baseUrl: 'http://elsewhere.example/v1'}",
                "critic: {provider: deepseek, key: DASHSCOPE_API_KEY}",
                "mine: {baseUrl: 'http://elsewhere.example/v1'}")) {
            String text = PLAIN.replaceFirst("}}$", "}, models: {" + models + "}}");
            assertThatThrownBy(() -> read(text, own, "proposers=[systematic]"))
                    .as(models)
                    .isInstanceOf(StudyException.class)
                    .hasMessageContaining("models.yaml of NOVUM_HOME");
        }
        String keyless = PLAIN.replaceFirst("}}$", "}, models: {default: {model: m, baseUrl: 'http://localhost:1/v1'}}}");
        assertThat(read(keyless, own, "proposers=[default]").team().proposers()).containsExactly("default");
        assertThat(read(keyless, own, "proposers=[default]", "models.default.key=MY_KEY").team().models().toString())
                .contains("MY_KEY");
    }

    @Test
    void aStudyWithoutModelsIsWhatItAlwaysWas() {
        Study study = read(none(), "models.default={model: m, baseUrl: 'http://localhost:1/v1'}", "proposers=systematic");
        assertThat(study.team()).isEqualTo(Team.SYSTEMATIC);
        List<String> keys = new ArrayList<>();
        CanonicalJson.tree(study).fieldNames().forEachRemaining(keys::add);
        assertThat(keys).containsExactly("name", "question", "experiment", "discipline", "data", "options", "budget");
        assertThat(Json.read(CanonicalJson.bytes((Object) study), Study.class)).isEqualTo(study);
    }

    @Test
    void aStudyWithModelsIsReadBackFromTheRecord() {
        Study study = read(
                none(),
                "models.default={provider: qwen}",
                "proposers=[systematic, model]",
                "budget.model={tokens: 1000, money: 0.5, calls: 3, seconds: 60, proposals: 7}");
        assertThat(study.team().proposers()).containsExactly("systematic", "default");
        assertThat(study.team().budget()).isEqualTo(new org.novum.api.study.ModelBudget(1000, 0.5, 3, 60, 7));
        assertThat(Json.read(CanonicalJson.bytes((Object) study), Study.class)).isEqualTo(study);
    }

    @Test
    void theRoleGoesBeforeTheDefaultAndTheStudyBeforeTheConfiguration() {
        ObjectNode own = none();
        own.putObject("default").put("provider", "deepseek");
        own.putObject("hypothesis").put("provider", "qwen").put("temperature", 1);
        own.putObject("unused").put("provider", "ernie");
        Study study = read(own, "proposers=[model]", "models.hypothesis.temperature=0.5");
        assertThat(study.team().proposers()).containsExactly("hypothesis");
        assertThat(study.team().models().toString()).isEqualTo("{\"hypothesis\":{\"provider\":\"qwen\",\"temperature\":0.5}}");
        assertThat(read(own, "proposers=[default]").team().models().has("default")).isTrue();
    }

    @Test
    void aRoleIsServedWhereTheStudyNamesIt() {
        ObjectNode own = none();
        own.putObject("default").put("provider", "deepseek");
        own.putObject("critic").put("provider", "qwen");
        assertThat(read(own).team()).as("a role in the configuration alone").isEqualTo(org.novum.api.study.Team.SYSTEMATIC);
        Study study = read(own, "models.critic.temperature=1", "models.report=default", "models.analysis={}");
        assertThat(study.team().proposers()).containsExactly("systematic");
        assertThat(study.team().models().toString())
                .isEqualTo("{\"analysis\":{\"provider\":\"deepseek\"},\"critic\":{\"provider\":\"qwen\",\"temperature\":1},"
                        + "\"report\":{\"provider\":\"deepseek\"}}");
        assertThat(study.team().has("critic")).isTrue();
        assertThat(Json.read(CanonicalJson.bytes((Object) study), Study.class)).isEqualTo(study);
        assertThat(read(own, "models.critic=null").team().has("critic")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            proposers=[critic]                                  | is a role of its own
            models.report={}                                    | nothing says how that is reached
            models.report=other                                 | served by the model other
            proposers=[model]                                   | nothing says how it is reached
            proposers=[systematic, systematic]                  | each once
            proposers=[]                                        | at least one
            proposers=[3]                                       | list of systematic and names
            proposers=['../x']                                  | list of systematic and names
            models.default={provider: none}                     | 'none' is unknown
            models.systematic={provider: qwen}                  | no model is called systematic
            models.default={provider: qwen, apiKey: sk-1}       | never stands in a study
            models.default={provider: qwen, key: sk-secret-1}   | name of a variable
            models.default={model: m, baseUrl: 'http://u:p@h/'} | no user, password
            budget.model={token: 1}                             | unknown key budget.model.token
            budget.model={calls: -1}                            | from 0 up
            budget.model={calls: many}                          | whole number
            """)
    void wrongTeamsAreRefused(String override, String message) {
        assertThatThrownBy(() -> read(none(), override, "proposers=" + (override.startsWith("proposers") ? override.substring(10) : "[default]")))
                .isInstanceOf(NovumException.class)
                .hasMessageContaining(message)
                .hasMessageNotContaining("sk-");
    }
}
