package org.novum.columnar;

import java.util.List;
import org.novum.api.data.DataConnector;
import org.novum.pluginsdk.fuzz.FuzzContract;
import org.novum.pluginsdk.fuzz.FuzzSeed;

/** Damaged Parquet files: what DuckDB's reader finds comes out as ours. */
class ParquetFuzzTest extends FuzzContract {
    @Override
    public DataConnector connector() {
        return new ColumnarConnector();
    }

    @Override
    protected int some() {
        return 150;
    }

    @Override
    public List<FuzzSeed> seeds() {
        return List.of(
                FuzzSeed.of("plain.parquet", Samples.parquet(", COMPRESSION uncompressed")),
                FuzzSeed.of("snappy.parquet", Samples.parquet(", COMPRESSION snappy")),
                FuzzSeed.of("zstd.parquet", Samples.parquet(", COMPRESSION zstd, ROW_GROUP_SIZE 10")),
                FuzzSeed.of("gzip.parquet", Samples.parquet(", COMPRESSION gzip, PARQUET_VERSION v2")),
                FuzzSeed.of("brotli.parquet", Samples.parquet(", COMPRESSION brotli")),
                FuzzSeed.of("lz4.parquet", Samples.parquet(", COMPRESSION lz4_raw")));
    }
}
