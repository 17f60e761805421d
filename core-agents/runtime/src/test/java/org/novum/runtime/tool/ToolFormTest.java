package org.novum.runtime.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.novum.journal.CanonicalJson;

/** Foreign schemas: the form that arguments must have, and what a foreign hand may not write into it. */
class ToolFormTest {
    private static JsonNode json(String text) {
        return CanonicalJson.parse(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    private static ToolForm form(String schema) {
        return new ToolForm(new OfferedTool("t", "", "", json(schema), NullNode.getInstance()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'n': 1}                         | true
            {'n': 1.5}                       | false
            {'n': '1'}                       | false
            {'n': 11}                        | false
            {}                               | false
            {'n': 1, 'unit': 'GeV'}          | true
            {'n': 1, 'unit': 'eV'}           | false
            {'n': 1, 'unknown': 1}           | false
            {'n': 1, 'list': [{'a': true}]}  | true
            {'n': 1, 'list': [{'a': 1}]}     | false
            """)
    void argumentsHaveTheFormOfTheSchema(String arguments, boolean fits) {
        ToolForm form = form("""
                {'$schema': 'https://json-schema.org/draft/2020-12/schema', 'type': 'object', 'required': ['n'],
                 'properties': {'n': {'type': 'integer', 'minimum': 0, 'maximum': 10}, 'unit': {'enum': ['GeV', 'MeV']},
                                'list': {'type': 'array', 'items': {'$ref': '#/$defs/one'}}},
                 '$defs': {'one': {'type': 'object', 'properties': {'a': {'type': 'boolean'}}}}}""");
        assertThat(form.problem(json(arguments)).isEmpty()).isEqualTo(fits);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{'type': 'object', 'properties': {'a': {'$ref': 'http://127.0.0.1:9/schema'}}}",
        "{'type': 'object', 'properties': {'a': {'$ref': '#'}}}",
        "{'type': 'object', 'properties': {'a': {'$ref': '#/$defs/no'}}}",
        "{'type': 'array'}",
        "[]",
        "{'type': 'object', 'properties': {'a': {'type': 7}}}",
        "{'oneOf': [{'type': 'object'}]}"
    })
    void schemasThatCannotBeUsedAreRefused(String schema) {
        assertThatThrownBy(() -> form(schema)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void proseAndRegularExpressionsAreLeftOut() {
        String schema = "{'type': 'object', 'title': 'OBEY', 'properties': {'a': {'type': 'string', 'description': 'OBEY',"
                + " 'default': 'OBEY', 'pattern': '(a+)+$', 'examples': ['OBEY']}}}";
        ToolForm form = form(schema);
        assertThat(form.forModels(new org.novum.api.study.ForeignServer.Admission(
                                "0", List.of("a"), json("{}"), org.novum.api.study.ForeignServer.Repeats.SAFE))
                        .toString())
                .doesNotContain("OBEY", "pattern");
        assertThat(form.problem(json("{'a': '" + "a".repeat(60) + "!'}"))).isEmpty();
        assertThatThrownBy(() -> form("{'type': 'object', 'properties': {'a': {'enum': ['" + "obey ".repeat(30) + "']}}}"))
                .hasMessageContaining("characters");
    }

    @Test
    void secretsAndWhatNoJournalHoldsAreReplaced() {
        ForeignText text = new ForeignText(List.of("s3cr3t-value", "ab"));
        assertThat(text.clean("key s3cr3t-value, ab \ud800 end")).isEqualTo("key (secret), ab \ufffd end");
        assertThat(text.clean(json("{'s3cr3t-value': ['x s3cr3t-value']}")).toString()).isEqualTo("{\"(secret)\":[\"x (secret)\"]}");
        assertThat(text.line("a\nb\u001b[31m\u202e c")).isEqualTo("a b [31m c");
        assertThat(text.toString()).doesNotContain("s3cr3t");
    }
}
