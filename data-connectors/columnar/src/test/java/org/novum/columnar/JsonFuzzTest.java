package org.novum.columnar;

import java.util.List;
import org.novum.api.data.DataConnector;
import org.novum.pluginsdk.fuzz.FuzzContract;
import org.novum.pluginsdk.fuzz.FuzzSeed;

/** Damaged JSON, plain and gzip. */
class JsonFuzzTest extends FuzzContract {
    @Override
    public DataConnector connector() {
        return new JsonConnector();
    }

    @Override
    protected int some() {
        return 150;
    }

    @Override
    public List<FuzzSeed> seeds() {
        return List.of(
                FuzzSeed.of("lines.jsonl", Samples.lines()),
                FuzzSeed.of("", Samples.lines()).packed("lines.ndjson.gz", Samples::gzip),
                FuzzSeed.of("array.json", Samples.array()),
                FuzzSeed.of("", Samples.array()).packed("array.json.gz", Samples::gzip));
    }
}
