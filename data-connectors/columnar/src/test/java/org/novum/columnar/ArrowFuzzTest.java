package org.novum.columnar;

import java.util.List;
import org.apache.arrow.vector.compression.CompressionUtil.CodecType;
import org.novum.api.data.DataConnector;
import org.novum.pluginsdk.fuzz.FuzzContract;
import org.novum.pluginsdk.fuzz.FuzzSeed;

/** Damaged Arrow files: nothing of them may reach native code unchecked. */
class ArrowFuzzTest extends FuzzContract {
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
                FuzzSeed.of("plain.arrow", Samples.arrow(CodecType.NO_COMPRESSION)),
                FuzzSeed.of("lz4.feather", Samples.arrow(CodecType.LZ4_FRAME)),
                FuzzSeed.of("zstd.arrow", Samples.arrow(CodecType.ZSTD)),
                FuzzSeed.of("nested.arrow", Samples.nestedArrow()));
    }
}
