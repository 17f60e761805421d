package org.novum.solarflare.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.api.data.DataSource;
import org.novum.api.study.Budget;
import org.novum.api.study.Study;

/** Traps of a study's options; those of single options are in the contract test. */
class FlareOptionsTest {
    private static Study study(Map<String, String> select) {
        return new Study(
                "flares", "Do they?", "sun", "solar-flare",
                new DataSource(List.of("file:sharp.csv.gz"), Map.of(), Map.of(), select),
                JsonNodeFactory.instance.objectNode().put("scope", "region").put("testFrom", "2014-01-01"),
                Budget.USUAL);
    }

    /** A feature, a label, and the random split that the tables carry. */
    @ParameterizedTest
    @ValueSource(strings = {"FLARE_INDEX", "flares", "fold"})
    void rowsAreNotChosenByWhatForecastsOrFollows(String column) {
        assertThatThrownBy(() -> FlareOptions.of(study(Map.of(column, "0"))))
                .isInstanceOfSatisfying(
                        NovumException.class, refused -> assertThat(refused.exitCode()).isEqualTo(ExitCode.CONFIGURATION))
                .hasMessageContaining("chooses rows by " + column);
    }

    @Test
    void rowsMayBeChosenByInstrument() {
        assertThat(FlareOptions.of(study(Map.of("prefix", "HARP"))).scope()).isEqualTo("region");
    }
}
