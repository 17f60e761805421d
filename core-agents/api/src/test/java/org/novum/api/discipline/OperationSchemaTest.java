package org.novum.api.discipline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.api.data.DataHandle;

class OperationSchemaTest {
    record Input(
            @Parameter("number of bins") int bins,
            @Parameter("edges in GeV") List<Double> edges,
            @Parameter("label, none by default") Optional<String> label) {}

    record WithoutMeaning(int bins) {}

    record WithMap(@Parameter("anything") Map<String, String> anything) {}

    record WithNestedLists(@Parameter("anything") List<List<String>> anything) {}

    private static final class Histogram implements Operation<Input> {
        @Override
        public OperationCard card() {
            return new OperationCard("spectra.histogram", "Fills a histogram.", "A table of counts.");
        }

        @Override
        public Class<Input> input() {
            return Input.class;
        }

        @Override
        public OperationResult run(Input parameters, DataHandle data, StepContext context) {
            throw new UnsupportedOperationException("only its card is asked for");
        }
    }

    @Test
    void describesEachComponentInOrder() throws Exception {
        assertThat(OperationSchema.of(new Histogram())).isEqualTo(new ObjectMapper().readTree("""
                {"type": "object",
                 "properties": {
                   "bins": {"type": "integer", "minimum": -2147483648, "maximum": 2147483647,
                            "description": "number of bins"},
                   "edges": {"type": "array", "items": {"type": "number"}, "description": "edges in GeV"},
                   "label": {"type": "string", "description": "label, none by default"}},
                 "required": ["bins", "edges"],
                 "additionalProperties": false,
                 "title": "spectra.histogram",
                 "description": "Fills a histogram."}"""));
    }

    @Test
    void refusesAComponentWithoutMeaning() {
        assertThatThrownBy(() -> OperationSchema.of(WithoutMeaning.class))
                .isInstanceOfSatisfying(
                        NovumException.class, thrown -> assertThat(thrown.exitCode()).isEqualTo(ExitCode.SOFTWARE))
                .hasMessageContaining("parameter bins")
                .hasMessageContaining("@Parameter");
    }

    @Test
    void refusesTypesThatHaveNoPlainForm() {
        assertThatThrownBy(() -> OperationSchema.of(WithMap.class)).hasMessageContaining("java.util.Map");
        assertThatThrownBy(() -> OperationSchema.of(WithNestedLists.class)).hasMessageContaining("java.util.List");
    }
}
