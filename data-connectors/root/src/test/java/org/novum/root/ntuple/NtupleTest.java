package org.novum.root.ntuple;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.novum.api.data.ColumnCard;
import org.novum.api.data.ColumnType;
import org.novum.api.data.DataException;
import org.novum.api.data.DataSource;
import org.novum.api.data.Dataset;
import org.novum.api.data.Unit;
import org.novum.root.RootConnector;
import org.novum.root.TestRows;
import org.novum.root.ntuple.WrittenNtuple.Page;
import org.novum.root.written.Out;
import org.novum.root.written.Packing;

/** Ntuples that the tests write: every encoding of the specification against values worked out by hand. */
class NtupleTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void readsNumbersListsTextsAndProjections(Packing packing) {
        for (WrittenNtuple.Checks checks : WrittenNtuple.Checks.values()) {
            String uri = write(WrittenNtuple.sample(packing, checks));
            assertThat(read(uri, "number")).isEqualTo(List.of(1.5, 2.5, 3.5, 4.5, 5.5));
            assertThat(read(uri, "list"))
                    .isEqualTo(List.of(List.of(1.0, 2.0), List.of(), List.of(3.0), List.of(4.0), List.of(5.0)));
            assertThat(read(uri, "text")).isEqualTo(List.of("a", "", "bcd", "ef", ""));
            assertThat(read(uri, "count")).isEqualTo(List.of(2L, 0L, 1L, 1L, 1L));
        }
    }

    @Test
    void bitsAreSpread() {
        assertThat(one(0x00, 1, new Page(10, new byte[] {(byte) 0b1000_0101, 0b10})))
                .isEqualTo(List.of(1, 0, 1, 0, 0, 0, 0, 1, 0, 1));
    }

    @Test
    void splitBytesArePutTogether() {
        assertThat(one(0x14, 32, new Page(2, new byte[] {1, 5, 2, 6, 3, 7, 4, 8})))
                .isEqualTo(List.of(0x04030201L, 0x08070605L));
        assertThat(one(0x18, 32, split(4, little().real32(0.1).real32(-2).bytes())))
                .isEqualTo(List.of((double) 0.1f, -2.0));
        assertThat(one(0x19, 64, split(8, little().real64(0.1).real64(-2).bytes()))).isEqualTo(List.of(0.1, -2.0));
        assertThat(one(0x12, 16, split(2, little().int16(65535).int16(1).bytes()))).isEqualTo(List.of(65535, 1));
    }

    /** x becomes 2x, and -(x + 1) becomes 2x + 1. */
    @Test
    void zigzagIsUndone() {
        assertThat(one(0x13, 32, split(4, little().int32(0).int32(1).int32(2).int32(-1).int32(-2).bytes())))
                .isEqualTo(List.of(0, -1, 1, Integer.MIN_VALUE, Integer.MAX_VALUE));
        assertThat(one(0x11, 16, split(2, little().int16(3).int16(4).int16(-1).bytes())))
                .isEqualTo(List.of(-2, 2, -32768));
        assertThat(one(0x15, 64, split(8, little().int64(-1).int64(5).bytes()))).isEqualTo(List.of(Long.MIN_VALUE, -3L));
    }

    @Test
    void endsAreSummedUpInEachPage() {
        for (int type : new int[] {0x1A, 0x1B}) {
            int width = type == 0x1A ? 4 : 8;
            Out deltas = little();
            for (int delta : new int[] {1, 0, 2}) {
                if (width == 4) {
                    deltas.int32(delta);
                } else {
                    deltas.int64(delta);
                }
            }
            WrittenNtuple ntuple = WrittenNtuple.of(Packing.NONE);
            int list = ntuple.field("x", "ROOT::VecOps::RVec<double>", -1, 1);
            int item = ntuple.field("_0", "double", list, 0);
            ntuple.column(list, type, 8 * width, split(width, deltas.bytes()));
            ntuple.column(item, 0x0D, 64, WrittenNtuple.doubles(1, 2, 3));
            assertThat(read(write(ntuple.bytes(3)), "x")).isEqualTo(List.of(List.of(1.0), List.of(), List.of(2.0, 3.0)));
        }
    }

    @Test
    void narrowFloatsAreWidened() {
        assertThat(one(0x0B, 16, new Page(3, little().int16(0x3C00).int16(0xC000).int16(0x0001).bytes())))
                .isEqualTo(List.of(1.0, -2.0, 0x1p-24));
        // Sign, exponent and three bits of the mantissa: 1 is 0x3F8, -1.5 is 0xBFC, one after the other from the lowest bit.
        assertThat(one(0x1C, 12, new Page(2, new byte[] {(byte) 0xF8, (byte) 0xC3, (byte) 0xBF})))
                .isEqualTo(List.of(1.0, -1.5));
    }

    @Test
    void quantizedFloatsAreScaled() {
        WrittenNtuple ntuple = WrittenNtuple.of(Packing.NONE);
        int field = ntuple.field("x", "float", -1, 0);
        ntuple.column(new WrittenNtuple.Column(
                0x1D, 3, field, -1, 6, List.of(List.of(new Page(4, new byte[] {(byte) 0b11_001_000, 0b0111_1})))));
        assertThat(read(write(ntuple.bytes(4)), "x")).isEqualTo(List.of(-1.0, 0.0, 6.0, 6.0));
    }

    @Test
    void recordsArraysAndUnitsAreTakenApart() {
        WrittenNtuple ntuple = WrittenNtuple.of(Packing.NONE);
        int record = ntuple.field("muon", "Muon", -1, 2);
        int pt = ntuple.field(new WrittenNtuple.Field("pt", "double", record, 0, 0, "momentum [GeV]"));
        int array = ntuple.field(new WrittenNtuple.Field("cov", "std::array<double,2>", record, 0, 2, ""));
        int item = ntuple.field("_0", "double", array, 0);
        int nested = ntuple.field("deep", "std::vector<std::vector<double>>", -1, 1);
        int inner = ntuple.field("_0", "std::vector<double>", nested, 1);
        ntuple.column(pt, 0x0D, 64, WrittenNtuple.doubles(1, 2));
        ntuple.column(item, 0x0D, 64, WrittenNtuple.doubles(1, 2, 3, 4));
        ntuple.column(nested, 0x0F, 64, WrittenNtuple.longs(0, 0));
        ntuple.column(inner, 0x0F, 64, WrittenNtuple.longs());
        String uri = write(ntuple.bytes(2));
        try (Dataset dataset = new RootConnector().open(DataSource.of(uri))) {
            assertThat(dataset.card().parts().getFirst().columns())
                    .containsExactly(
                            new ColumnCard("muon.pt", ColumnType.FLOAT64, Unit.GEV),
                            new ColumnCard("muon.cov", ColumnType.FLOAT64_LIST, Unit.ONE));
        }
        assertThat(read(uri, "muon.cov")).isEqualTo(List.of(List.of(1.0, 2.0), List.of(3.0, 4.0)));
        assertThatThrownBy(() -> read(uri, "deep")).hasMessageContaining("std::vector<double>");
    }

    @Test
    void aChangedByteOfAPageIsNoticed() {
        byte[] bytes = WrittenNtuple.sample(Packing.NONE, WrittenNtuple.Checks.WRITTEN);
        byte[] number = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putDouble(3.5).array();
        int at = 0;
        while (!java.util.Arrays.equals(bytes, at, at + 8, number, 0, 8)) {
            at++;
        }
        bytes[at + 3] ^= 1;
        String uri = write(bytes);
        assertThat(read(uri, "text")).as("another column").hasSize(5);
        assertThatThrownBy(() -> read(uri, "number"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("field number")
                .hasMessageContaining("checksum of a page");
    }

    /** Values of the reference program, xxhsum 0.8, and of the test vectors of the twox-hash library. */
    @Test
    void checksumIsTheOneThatIsPublished() {
        assertThat(XxHash3.of(new byte[0], 0, 0)).isEqualTo(0x2D06800538D394C2L);
        byte[] abc = {'a', 'b', 'c'};
        assertThat(XxHash3.of(abc, 0, 3)).isEqualTo(0x78AF5F94892F3950L);
    }

    private static Out little() {
        return new Out(ByteOrder.LITTLE_ENDIAN);
    }

    /** All first bytes, then all second ones. */
    private static Page split(int width, byte[] joined) {
        byte[] split = new byte[joined.length];
        int count = joined.length / width;
        for (int i = 0; i < joined.length; i++) {
            split[i % width * count + i / width] = joined[i];
        }
        return new Page(count, split);
    }

    private List<Object> one(int type, int bits, Page page) {
        WrittenNtuple ntuple = WrittenNtuple.of(Packing.NONE);
        ntuple.column(ntuple.field("x", "number", -1, 0), type, bits, page);
        return read(write(ntuple.bytes(page.elements())), "x");
    }

    private static List<Object> read(String uri, String column) {
        try (Dataset dataset = new RootConnector().open(DataSource.of(uri))) {
            return TestRows.of(dataset, column);
        }
    }

    private String write(byte[] bytes) {
        try {
            return "file:" + Files.write(folder.resolve("file.root"), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
