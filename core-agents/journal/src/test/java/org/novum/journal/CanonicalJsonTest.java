package org.novum.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {

    private record Quantity(String name, double value, Map<String, Integer> counts, List<Double> errors) {}

    /** The sorting example of RFC 8785, section 3.2.3. */
    @Test
    void keysInOrderOfUtf16Units() {
        JsonNode tree = CanonicalJson.parse(utf8("""
            {"\\u20ac": "Euro Sign", "\\r": "Carriage Return", "\\ufb33": "Hebrew Letter Dalet With Dagesh",
             "1": "One", "\\ud83d\\ude00": "Emoji: Grinning Face", "\\u0080": "Control", "\\u00f6": "O Umlaut"}\
            """));

        assertThat(text(tree))
                .containsSubsequence("Carriage Return", "One", "Control", "O Umlaut", "Euro Sign", "Emoji", "Hebrew");
    }

    /** The string example of RFC 8785, section 3.2.2. */
    @Test
    void stringsAreEscapedAsLittleAsPossible() {
        JsonNode tree = CanonicalJson.parse(utf8("\"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/\""));

        assertThat(text(tree)).isEqualTo("\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"");
    }

    @ParameterizedTest
    @CsvSource({
        "1.0, 1.0",
        "1, 1",
        "-0.0, -0.0",
        "1e10, 1.0E10",
        "0.1, 0.1",
        "5e-324, 4.9E-324",
        "1E400x, ",
        "123456789012345678901234567890, 123456789012345678901234567890",
        "1.7976931348623157e308, 1.7976931348623157E308"
    })
    void numbers(String given, String expected) {
        if (expected == null) {
            assertThatThrownBy(() -> CanonicalJson.parse(utf8(given))).isInstanceOf(JournalException.class);
        } else {
            assertThat(text(CanonicalJson.parse(utf8(given)))).isEqualTo(expected);
        }
    }

    @Test
    void everyDoubleSurvivesReadingAndWriting() {
        long seed = 20261122;
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 20_000; i++) {
            double number = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(number)) {
                byte[] bytes = CanonicalJson.bytes(JsonNodeFactory.instance.numberNode(number));
                JsonNode read = CanonicalJson.parse(bytes);
                assertThat(Double.doubleToLongBits(read.doubleValue()))
                        .as("seed %d, number %d", seed, i)
                        .isEqualTo(Double.doubleToLongBits(number));
                assertThat(CanonicalJson.bytes(read))
                        .as("seed %d, number %d", seed, i)
                        .isEqualTo(bytes);
            }
        }
    }

    @Test
    void floatsAndDecimalsHaveTheFormTheyAreReadBackWith() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("float", 0.1f);
        node.put("decimal", new BigDecimal("2.50"));

        assertThat(text(node)).isEqualTo("{\"decimal\":2.5,\"float\":0.1}");
        assertThat(text(CanonicalJson.parse(CanonicalJson.bytes(node)))).isEqualTo(text(node));
    }

    @Test
    void recordsKeepOrderOfComponentsWhenPrettyAndSortWhenCanonical() {
        Quantity quantity = new Quantity("mass", 9460.3, Map.of("b", 2, "a", 1), List.of());

        assertThat(new String(CanonicalJson.bytes(quantity), StandardCharsets.UTF_8))
                .isEqualTo("{\"counts\":{\"a\":1,\"b\":2},\"errors\":[],\"name\":\"mass\",\"value\":9460.3}");
        assertThat(new String(CanonicalJson.pretty(CanonicalJson.tree(quantity)), StandardCharsets.UTF_8))
                .isEqualTo("""
                    {
                      "name": "mass",
                      "value": 9460.3,
                      "counts": {
                        "a": 1,
                        "b": 2
                      },
                      "errors": []
                    }
                    """);
        assertThat(CanonicalJson.read(CanonicalJson.bytes(quantity), Quantity.class))
                .isEqualTo(quantity);
    }

    @Test
    void prettyIsStableThroughReading() {
        byte[] pretty = CanonicalJson.pretty(CanonicalJson.parse(utf8("{\"b/~\":[1,2.0,{\"a\":null}],\"a\":{}}")));

        assertThat(CanonicalJson.pretty(CanonicalJson.parse(pretty))).isEqualTo(pretty);
        assertThat(new String(pretty, StandardCharsets.UTF_8)).startsWith("{\n  \"b/~\": [\n    1,\n    2.0,\n    {\n");
    }

    @Test
    void refusesWhatJsonCannotSayAndNamesThePlace() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.putArray("findings").addObject().put("mass", Double.NaN);

        assertThatThrownBy(() -> CanonicalJson.bytes(node))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("/findings/0/mass")
                .hasMessageContaining("NaN");
        assertThatThrownBy(() -> CanonicalJson.bytes(new Quantity("x", Double.NEGATIVE_INFINITY, Map.of(), List.of())))
                .hasMessageContaining("/value")
                .hasMessageContaining("-Infinity");
        assertThatThrownBy(() -> CanonicalJson.bytes(
                        JsonNodeFactory.instance.numberNode(new BigDecimal("0.1000000000000000055"))))
                .hasMessageContaining("no double holds");
        assertThatThrownBy(() -> CanonicalJson.bytes(JsonNodeFactory.instance.textNode("\ud83d")))
                .hasMessageContaining("surrogate");
        assertThatThrownBy(() -> CanonicalJson.bytes(JsonNodeFactory.instance.pojoNode(new Object())))
                .hasMessageContaining("POJO");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"a\":1,\"a\":2}", "{} {}", "{\"a\":NaN}", "[1,]", "{\"a\""})
    void readingRefuses(String text) {
        assertThatThrownBy(() -> CanonicalJson.parse(utf8(text)))
                .isInstanceOf(JournalException.class)
                .hasMessageStartingWith("not JSON");
    }

    private static String text(JsonNode tree) {
        return new String(CanonicalJson.bytes(tree), StandardCharsets.UTF_8);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
