package org.novum.columnar;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novum.api.data.ColumnCard;
import org.novum.api.data.DataSource;
import org.novum.api.data.Dataset;

/** Answers of feeds, value by value as another reader of JSON has them. */
@Tag("mirror")
@EnabledIfEnvironmentVariable(named = "NOVUM_MIRROR", matches = ".+")
class MirrorTest {
    private static final Path FEEDS = Path.of(System.getenv().getOrDefault("NOVUM_MIRROR", ""), "solar/feeds");

    @ParameterizedTest
    @CsvSource({
        "swpc_solar_regions.json, 373",
        "swpc_solar_probabilities.json, 29",
        "swpc_xrays_c3_flare_20230830.json, 24",
        "swpc_xray_flares_7_day_rows.json, 2",
        "swpc_xray_flares_latest.json, 1",
        "donki_flr_row.json, 1",
        "jsoc_sharp_built_from_real_rows.json, 1"
    })
    void feeds(String name, int rows) throws IOException {
        Path file = FEEDS.resolve(name);
        JsonNode document = new ObjectMapper().readTree(file.toFile());
        List<JsonNode> objects = new ArrayList<>();
        if (document.isArray()) {
            document.forEach(objects::add);
        } else {
            objects.add(document);
        }
        try (Dataset dataset = new ColumnarConnector().open(DataSource.of(file.toString()))) {
            List<String> columns = dataset.card().parts().getFirst().columns().stream().map(ColumnCard::name).toList();
            assertThat(columns).containsExactlyElementsOf(objects.getFirst().properties().stream().map(e -> e.getKey()).toList());
            List<String> expected = objects.stream()
                    .map(object -> String.join("|", columns.stream().map(column -> text(object.path(column))).toList()))
                    .toList();
            assertThat(Rows.of(dataset)).hasSize(rows).isEqualTo(expected);
        }
    }

    private static String text(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> value.textValue();
            case BOOLEAN -> value.booleanValue() ? "1" : "0";
            case NUMBER -> value.isIntegralNumber() ? value.asText() : String.valueOf(value.doubleValue());
            case NULL, MISSING -> "null";
            default -> value.toString();
        };
    }
}
