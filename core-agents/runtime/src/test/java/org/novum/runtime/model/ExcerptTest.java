package org.novum.runtime.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.novum.api.data.ColumnCard;
import org.novum.api.data.ColumnType;
import org.novum.api.data.Unit;
import org.novum.api.discipline.OperationResult;

/** Results are cut before a model sees them. */
class ExcerptTest {
    @Test
    void ofATableStandFirstRowsAndASummaryOfEachColumn() {
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            rows.add(Arrays.asList((double) i, i % 2 == 0 ? null : "name " + i));
        }
        JsonNode excerpt = Excerpt.of(new OperationResult.Table(
                List.of(new ColumnCard("x", ColumnType.FLOAT64, Unit.GEV), new ColumnCard("n", ColumnType.TEXT, Unit.ONE)), rows));
        assertThat(excerpt.path("rows").asInt()).isEqualTo(100_000);
        assertThat(excerpt.path("first")).hasSize(10);
        assertThat(excerpt.at("/columns/0/most").asDouble()).isEqualTo(99_999);
        assertThat(excerpt.at("/columns/0/mean").asDouble()).isCloseTo(49_999.5, org.assertj.core.data.Offset.offset(1e-6));
        assertThat(excerpt.at("/columns/1").has("mean")).isFalse();
        assertThat(excerpt.toString().length()).isLessThanOrEqualTo(Excerpt.MOST);
    }

    @Test
    void nothingIsLongerThanTheCap() {
        ObjectNode wide = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < 1000; i++) {
            ArrayNode list = wide.putArray("key " + i + "x".repeat(i));
            for (int j = 0; j < 100; j++) {
                list.add("text ".repeat(100));
            }
        }
        assertThat(Excerpt.of(new OperationResult.Document(wide)).toString().length()).isLessThanOrEqualTo(Excerpt.MOST);
        JsonNode deep = JsonNodeFactory.instance.textNode("bottom");
        for (int i = 0; i < 100; i++) {
            deep = JsonNodeFactory.instance.objectNode().set("in", deep);
        }
        assertThat(Excerpt.of(new OperationResult.Document(deep)).toString()).doesNotContain("bottom");
    }

    @Test
    void whatIsSmallIsShownWhole() {
        JsonNode small = JsonNodeFactory.instance.objectNode().put("weak", 120);
        assertThat(Excerpt.of(new OperationResult.Document(small))).isEqualTo(small);
    }
}
