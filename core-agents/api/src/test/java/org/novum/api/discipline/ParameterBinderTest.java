package org.novum.api.discipline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novum.api.ExitCode;

class ParameterBinderTest {
    private static final Map<String, String> WORDS = Map.of(
            "bins", "300", "seed", "9007199254740993", "low", "8", "logarithmic", "true", "column", "mass", "edges",
            "8, 9.5,1e1", "label", "Upsilon");

    record Input(
            @Parameter("number of bins") int bins,
            @Parameter("seed of the toys") long seed,
            @Parameter("lower edge in GeV") double low,
            @Parameter("whether the axis is logarithmic") boolean logarithmic,
            @Parameter("column to fill") String column,
            @Parameter("edges in GeV") List<Double> edges,
            @Parameter("label, none by default") Optional<String> label,
            @Parameter("weights, all 1 by default") Optional<List<Integer>> weights) {}

    record Range(@Parameter("lower edge") double low, @Parameter("upper edge") double high) {
        Range {
            if (low >= high) {
                throw new IllegalArgumentException("low must be below high");
            }
        }
    }

    @Test
    void bindsWordsOfACommandLine() {
        assertThat(ParameterBinder.bind(Input.class, WORDS))
                .isEqualTo(new Input(
                        300,
                        9007199254740993L,
                        8,
                        true,
                        "mass",
                        List.of(8.0, 9.5, 10.0),
                        Optional.of("Upsilon"),
                        Optional.empty()));
    }

    @Test
    void bindsAJsonObject() throws Exception {
        JsonNode json = new ObjectMapper().readTree("""
                {"bins": 300, "seed": 9007199254740993, "low": 8, "logarithmic": true, "column": "mass",
                 "edges": [8, 9.5, 10], "label": null, "weights": [1, 2]}""");
        Input bound = ParameterBinder.bind(Input.class, json);
        assertThat(bound.edges()).containsExactly(8.0, 9.5, 10.0);
        assertThat(bound.label()).isEmpty();
        assertThat(bound.weights()).contains(List.of(1, 2));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "bins|3.5|parameter bins is 3.5 (number of bins); give it a whole number of at most 32 bits",
        "bins|3000000000|parameter bins is 3000000000 (number of bins); give it a whole number of at most 32 bits",
        "seed|0x10|parameter seed is 0x10 (seed of the toys); give it a whole number of at most 64 bits",
        "seed|9223372036854775808|parameter seed is 9223372036854775808 (seed of the toys); give it a whole number of "
                + "at most 64 bits",
        "low|NaN|parameter low is NaN (lower edge in GeV); give it a finite number",
        "low|1e999|parameter low is 1e999 (lower edge in GeV); give it a finite number",
        "low|8f|parameter low is 8f (lower edge in GeV); give it a finite number",
        "logarithmic|yes|parameter logarithmic is yes (whether the axis is logarithmic); give it true or false",
        "edges|8,,9|parameter edges is 8,,9 (edges in GeV); give it a list, each element a finite number"
    })
    void saysWhatIsWrongWithAWord(String name, String word, String message) {
        Map<String, String> words = new java.util.TreeMap<>(WORDS);
        words.put(name, word);
        assertThatThrownBy(() -> ParameterBinder.bind(Input.class, words))
                .isInstanceOfSatisfying(
                        InvalidParameterException.class,
                        thrown -> assertThat(thrown.exitCode()).isEqualTo(ExitCode.USAGE))
                .hasMessage(message);
    }

    @Test
    void namesTheNearestKnownParameter() {
        assertThatThrownBy(() -> ParameterBinder.bind(Range.class, Map.of("lwo", "1", "high", "2")))
                .hasMessage("parameter lwo is unknown; did you mean low? the parameters are low, high");
        assertThatThrownBy(() -> ParameterBinder.bind(Range.class, Map.of("temperature", "1", "high", "2")))
                .hasMessage("parameter temperature is unknown; the parameters are low, high");
    }

    @Test
    void namesWhatIsMissingWithItsMeaning() {
        assertThatThrownBy(() -> ParameterBinder.bind(Range.class, Map.of("low", "1")))
                .hasMessage("parameter high is missing (upper edge); give it a finite number");
    }

    @Test
    void passesOnWhatTheRecordRefuses() {
        assertThatThrownBy(() -> ParameterBinder.bind(Range.class, Map.of("low", "2", "high", "1")))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("low must be below high");
    }

    @Test
    void doesNotTurnTextInJsonIntoNumbers() throws Exception {
        JsonNode json = new ObjectMapper().readTree("{\"low\": \"1\", \"high\": 2}");
        assertThatThrownBy(() -> ParameterBinder.bind(Range.class, json))
                .hasMessage("parameter low is \"1\" (lower edge); give it a finite number");
        assertThatThrownBy(() -> ParameterBinder.bind(Range.class, json.get("high")))
                .hasMessageContaining("not a JSON object");
    }
}
