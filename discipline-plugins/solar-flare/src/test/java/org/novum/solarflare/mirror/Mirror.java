package org.novum.solarflare.mirror;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.novum.api.data.DataHandle;
import org.novum.api.data.DataSource;
import org.novum.api.data.Dataset;
import org.novum.api.data.PartitionPolicy;
import org.novum.api.discipline.Operation;
import org.novum.api.discipline.OperationResult;
import org.novum.api.discipline.ParameterBinder;
import org.novum.pluginsdk.fake.TestStepContext;
import org.novum.runtime.partition.PartitionedData;
import org.novum.runtime.partition.Slices;
import org.novum.tabular.TabularConnector;

/** Real data below the folder that {@code NOVUM_MIRROR} names. */
final class Mirror {
    static final String PATCHES_MDI = "smarp_19960628_20101024.csv.gz";
    static final String PATCHES_HMI = "sharp_20101030_20140630.csv.gz";
    static final String GROUPS = "srs_ar_days_19960801_20140630.csv.gz";
    static final String FLARES = "goes_flares_swpc_19960806_20140630.csv.gz";

    private Mirror() {}

    static Path file(String name) {
        Path file = Path.of(System.getenv("NOVUM_MIRROR"), "solar", name);
        if (!Files.exists(file)) {
            throw new IllegalStateException(file + " is not there; NOVUM_MIRROR names a folder without it");
        }
        return file;
    }

    /** Reads files and gives what the function makes of them. */
    static <T> T with(Function<DataHandle, T> work, TestStepContext context, String... names) {
        String[] uris = Arrays.stream(names).map(name -> file(name).toString()).toArray(String[]::new);
        try (Dataset dataset = new TabularConnector().open(DataSource.of(uris))) {
            PartitionedData data = new PartitionedData(dataset, new PartitionPolicy.WholeSample("a test"), "test");
            return work.apply(data.handle(List.of(Slices.ALL), context.allocator()));
        }
    }

    /** Calls an operation that gives a document. */
    static <I extends Record> JsonNode document(Operation<I> operation, ObjectNode parameters, String... names) {
        try (TestStepContext context = new TestStepContext(2)) {
            return with(
                    data -> ((OperationResult.Document) operation.run(
                                    ParameterBinder.bind(operation.input(), parameters), data, context))
                            .content(),
                    context,
                    names);
        }
    }
}
