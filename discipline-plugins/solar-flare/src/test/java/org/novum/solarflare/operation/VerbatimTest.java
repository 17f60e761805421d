package org.novum.solarflare.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novum.api.data.DataException;
import org.novum.api.data.DataSource;
import org.novum.api.data.Dataset;
import org.novum.api.data.PartitionPolicy;
import org.novum.api.discipline.OperationResult;
import org.novum.api.discipline.ParameterBinder;
import org.novum.pluginsdk.fake.TestStepContext;
import org.novum.runtime.partition.PartitionedData;
import org.novum.runtime.partition.Slices;
import org.novum.tabular.TabularConnector;

/** Forecasts of a file name its rows as the file does. */
class VerbatimTest {
    private static final String HEADER = "prefix,arpnum,t_end,FLARE_INDEX,AREA,USFLUX,MEANGBZ,R_VALUE\n";

    @TempDir
    private Path folder;

    private List<List<Object>> forecast(String... rows) throws IOException {
        Path file = Files.writeString(folder.resolve("sharp.csv"), HEADER + String.join("\n", rows) + "\n");
        try (TestStepContext context = new TestStepContext(1);
                Dataset dataset = new TabularConnector().open(DataSource.of(file.toString()))) {
            PartitionedData data = new PartitionedData(dataset, new PartitionPolicy.WholeSample("a test"), "test");
            return ((OperationResult.Table) new ForecastOperation()
                            .run(
                                    ParameterBinder.bind(
                                            ForecastOperation.Input.class, JsonNodeFactory.instance.objectNode()),
                                    data.handle(List.of(Slices.ALL), context.allocator()),
                                    context))
                    .rows();
        }
    }

    @Test
    void numbersOfPatchesComeBackAsTheyAreWritten() throws IOException {
        String rest = ",0,1000,1e21,20,3";
        assertThat(forecast(
                        "HARP,004252,2014-07-01 00:00:00" + rest,
                        "HARP,4252,2014-07-01T01:36:00Z" + rest,
                        "HARP,+4253,2014-07-01 01:36" + rest))
                .extracting(row -> row.get(1))
                .containsExactly("004252", "4252", "+4253");
        assertThat(forecast("HARP,4252.0,2014-07-01 00:00:00" + rest, "HARP,4253,2014-07-01 01:36:00" + rest))
                .extracting(row -> row.get(1))
                .containsExactly("4252.0", "4253");
    }

    @Test
    void shortRowsAreCounted() {
        assertThatThrownBy(() -> forecast("HARP,1,2014-07-01", "HARP,2,2014-07-01 00:00:00,0,1000,1e21,20,3", "HARP"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("row 2")
                .hasMessageContaining("the first of 2 damaged rows");
    }
}
