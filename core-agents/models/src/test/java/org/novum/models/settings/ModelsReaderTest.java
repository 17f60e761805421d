package org.novum.models.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;

class ModelsReaderTest {
    @TempDir
    private Path home;

    private static Map<String, ModelSettings> read(String json) throws IOException {
        return ModelsReader.read(new ObjectMapper().readTree(json.replace('\'', '"')));
    }

    @ParameterizedTest
    @EnumSource(
            value = Provider.class,
            names = {"VLLM", "OLLAMA", "OPENAI_COMPATIBLE"},
            mode = EnumSource.Mode.EXCLUDE)
    void aHostedProviderNeedsItsNameOnly(Provider provider) throws IOException {
        ModelSettings settings = read("{'default':{'provider':'%s'}}".formatted(provider.key())).get("default");
        assertThat(settings.baseUrl()).isEqualTo(provider.address().orElseThrow());
        assertThat(settings.card().model()).isEqualTo(provider.usualModel().orElseThrow());
        assertThat(settings.keyVariable()).isEqualTo(provider.keyVariable());
    }

    @Test
    void everythingCanBeSaid() throws IOException {
        ModelSettings settings = read("{'critic':{'provider':'vllm','baseUrl':'http://10.0.0.7:9000/v1','model':'m','key':'K',"
                        + "'temperature':0.7,'maxOutputTokens':77,'timeoutSeconds':9,'tries':2,'pauseSeconds':0.5,"
                        + "'inputPrice':1.5,'outputPrice':6}}")
                .get("critic");
        assertThat(settings.baseUrl()).hasHost("10.0.0.7").hasPort(9000);
        assertThat(settings.manners().sampling().temperature()).isEqualTo(0.7);
        assertThat(settings.manners().sampling().maxOutputTokens()).isEqualTo(77);
        assertThat(settings.manners().timeout()).hasSeconds(9);
        assertThat(settings.manners().pause()).hasMillis(500);
        assertThat(settings.manners().tries()).isEqualTo(2);
        assertThat(settings.keyVariable()).contains("K");
        assertThat(settings.card().prices().output()).isEqualTo(6);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
        "[] | models",
        "{'a':7} | models.a",
        "{'a':{'provider':'oracle'}} | models.a.provider: 'oracle' is unknown; known are qwen",
        "{'a':{'provider':'vllm'}} | models.a.model: is missing",
        "{'a':{'model':'m'}} | models.a.baseUrl: is missing",
        "{'a':{'model':'m','baseUrl':'file:/etc'}} | models.a.baseUrl: 'file:/etc' is not an http",
        "{'a':{'model':'m','baseUrl':'no address'}} | models.a.baseUrl: not an address",
        "{'a':{'provider':'qwen','tries':0}} | models.a.tries: '0' is not a number from 1 to 100",
        "{'a':{'provider':'qwen','tries':1.5}} | models.a.tries: '1.5' is not a whole number from 1 to 100",
        "{'a':{'provider':'qwen','maxOutputTokens':1e99}} | models.a.maxOutputTokens: '1.0E99' is not a whole number from 1 to 10000000",
        "{'a':{'provider':'qwen','timeoutSeconds':1e300}} | models.a.timeoutSeconds: '1.0E300' is not a number from 0.001 to 86400",
        "{'a':{'provider':'qwen','temperature':3}} | models.a.temperature: '3' is not a number from 0 to 2",
        "{'a':{'provider':'qwen','model':4}} | models.a.model: is a text; write \"4\" in quotes",
        "{'a':{'provider':'qwen','apiKey':'sk-1'}} | models.a.apiKey: a key never stands in a study",
        "{'a':{'provider':'qwen','colour':'red'}} | models.a.colour: is unknown"
    })
    void whatIsWrongIsNamed(String json, String message) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOfSatisfying(NovumException.class, wrong -> assertThat(wrong.exitCode()).isEqualTo(ExitCode.CONFIGURATION))
                .hasMessageContaining(message)
                .hasMessageNotContaining("sk-1");
    }

    @Test
    void keysComeFromTheEnvironmentOrAClosedFile() throws IOException {
        Path file = home.resolve(Secrets.FILE);
        Files.writeString(file, "B=from file\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        Secrets secrets = new Secrets(Map.of("A", "from environment", "EMPTY", " "), home);
        assertThat(secrets.find("A").orElseThrow().reveal()).isEqualTo("from environment");
        assertThat(secrets.find("B").orElseThrow().reveal()).isEqualTo("from file");
        assertThat(secrets.find("B").orElseThrow()).hasToString("(secret)");
        assertThat(secrets.find("EMPTY")).isEmpty();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> secrets.find("B")).hasMessageContaining("chmod 600").hasMessageNotContaining("from file");
    }
}
