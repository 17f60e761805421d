package org.novum.solarflare.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novum.api.data.DataException;
import org.novum.api.data.Unit;
import org.novum.pluginsdk.fake.InMemoryDataHandle;
import org.novum.pluginsdk.fake.InMemoryDataset;
import org.novum.pluginsdk.fake.InMemoryTable;
import org.novum.pluginsdk.fake.TestStepContext;

/** Damaged rows, unknown classes and times from the future are named, counted and refused. */
class DamagedInputTest {
    private static final long PRESENT = UtcTime.parse("2020-01-01").orElseThrow();

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "t_end | 2014-01-01 00:00:00, 2014-13-01 00:00:00, yesterday | row 3 (the header is row 1), column t_end | 2 damaged rows",
        "t_end | 2014-01-01 00:00:00, 2025-01-01 00:00:00, 2014-01-03 | row 3 (the header is row 1), column t_end: the row is from the future | 1 damaged row",
        "t_end | 2014-01-01 00:00:00, 1950-01-01 00:00:00, 2014-01-03 | no magnetogram | 1 damaged row",
        "prefix | HARP, GARP, HARP | 'GARP' is neither HARP nor TARP | 1 damaged row",
        "R_VALUE | 1, , x | row 3 (the header is row 1), column R_VALUE: the number is missing | 2 damaged rows",
        "AREA | 1, -3, 4 | -3.0 is not between 0.0 and 1000000.0 | 1 damaged row",
        "USFLUX | 1e40, 1e22, 1e41 | 1.0E40 is not between | 2 damaged rows",
        "FLARE_INDEX | 1, 2, 1e9 | column FLARE_INDEX: 1.0E9 is not between | 1 damaged row",
        "R_VALUE | 1, 70, 4 | 70.0 is not between | 1 damaged row",
        "arpnum | -12, 3, 4 | -12.0 is not between | 1 damaged row",
        "t_end | 1970-01-01 00:00:00, 2014-01-02 00:00:00, 1969-12-31 | no magnetogram | 2 damaged rows",
        "t_end | 2014-01-01 00:00:00, 2014-01-02 00:00:00, 2014-01-01 00:00:00 | another row of the same time | 1 damaged row"})
    void ofPatches(String column, String values, String place, String count) {
        refuses(patches().texts(column, values.split(",\\s*", -1)), Layout.PATCHES, place, count);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "McIntosh | EKC, QQQ, AXX | 'QQQ' is no McIntosh class | 1 damaged row",
        "MAGTYPE | ALPHA, BETA-OMEGA, Unk | 'BETA-OMEGA' is no magnetic class | 2 damaged rows",
        "noaa_ar | 1, 1, 1 | another row of the same day | 2 damaged rows",
        "Longitude | 10, 200, 5 | 200.0 is not between -180.0 and 180.0 | 1 damaged row",
        "Carrington_long | 10, 700, 5 | 700.0 is not between 0.0 and 360.0 | 1 damaged row",
        "No_sunspots | 2.5, 1, 3 | 2.5 is not a whole number | 1 damaged row",
        "noaa_ar | 11900, -5, 11902 | -5.0 is not between | 1 damaged row",
        "AR issue_date | 2014-01-01 23:59, 2014-01-02 00:30, 2014-01-03 00:31 | issued later than 00:30 UTC | 2 damaged rows",
        "AR issue_date | 0001-01-01 00:30, 2014-01-02 00:30, 1971-12-31 | NOAA number before 1972 | 2 damaged rows",
        "AR issue_date | 2014-01-01 00:30, 2099-01-01 00:30, 2014-01-03 00:30 | from the future | 1 damaged row"})
    void ofGroups(String column, String values, String place, String count) {
        refuses(groups().texts(column, values.split(",\\s*")), Layout.GROUPS, place, count);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "goes_class | M1.0, Q7.1, C1.0 | 'Q7.1' is no class of flare | 1 damaged row",
        "start_time | 2014-01-02 00:00:00, 2014-02-30 00:00:00, 2014-01-01 | is no timestamp | 1 damaged row",
        "goes_sat | GO15, GO16, G15 | classes of GO16 are on another scale | 1 damaged row",
        "goes_sat | G16, G17, GO18 | classes of G16 are on another scale | 3 damaged rows",
        "goes_sat | GOES-16 XRS1, GOES16-1, GO15 | classes of GOES-16 XRS1 are on another scale | 2 damaged rows",
        "goes_sat | GOES-18, '', GO15 | classes of GOES-18 are | 1 damaged row",
        "goes_class | M0.0, C15.0, X99 | 'M0.0' is no class of flare | 3 damaged rows",
        "goes_class | C10, C0.9, X0.5 | 'C10' is no class of flare | 3 damaged rows",
        "start_time | 2014-01-02 00:00:00, 0001-01-01 00:00:00, 1974-12-31 23:00:00 | before 1975 | 2 damaged rows",
        "end_time | 2014-01-01 23:50:00, 2014-01-01 00:10:00, 2014-01-01 01:10:00 | the flare ends before it starts | 1 damaged row",
        "end_time | 2014-01-02 00:10:00, 2014-01-01 00:10:00, 2014-01-01 00:50:00 | the flare ends before it starts | 1 damaged row",
        "noaa_ar | 11900, 0.5, 0 | is not a whole number | 1 damaged row",
        "end_time | 2014-01-02 00:10:00, 2033-01-01, 2014-01-01 01:10:00 | the flare ends in the future | 1 damaged row",
        "end_time | 2014-01-02 00:10:00, 2014-01-20, 2014-01-19 | does not end within a day | 2 damaged rows"})
    void ofFlares(String column, String values, String place, String count) {
        refuses(flares().texts(column, values.split(",\\s*")), Layout.FLARES, place, count);
    }

    @Test
    void theSameFlareTwiceIsRefused() {
        InMemoryTable doubled = flares()
                .texts("start_time", "2014-01-01 00:00:00", "2014-01-01 00:00:00", "2014-01-01 01:00:00")
                .texts("end_time", "2014-01-01 00:10:00", "2014-01-01 00:10:00", "2014-01-01 01:10:00")
                .texts("goes_class", "C3.0", "C3.0", "X1.1")
                .wholes("noaa_ar", Unit.ONE, 0, 0, 11901);
        refuses(doubled, Layout.FLARES, "row 3 (the header is row 1), column start_time: the list has a flare of the same", "1 damaged row");
    }

    @Test
    void theSameFlareWithAnotherRegionAndClassIsRefused() {
        InMemoryTable doubled = flares()
                .texts("start_time", "2014-01-01 00:00:00", "2014-01-01 00:00:00", "2014-01-01 01:00:00")
                .texts("end_time", "2014-01-01 00:10:00", "2014-01-01 00:10:00", "2014-01-01 01:10:00")
                .texts("goes_class", "C3.0", "M3.0", "X1.1")
                .wholes("noaa_ar", Unit.ONE, 11900, 11901, 11902);
        refuses(doubled, Layout.FLARES, "row 3 (the header is row 1), column start_time: the list has a flare of the same", "1 damaged row");
    }

    /** An end after midnight beside the date of the start, as the lists of some years have it. */
    @Test
    void anEndAfterMidnightIsOfTheNextDay() {
        try (TestStepContext context = new TestStepContext(1)) {
            InMemoryTable list = flares()
                    .texts("start_time", "2014-01-02 23:50:00", "2014-01-03 00:00:00", "2014-01-04 01:00:00")
                    .texts("end_time", "2014-01-02 00:10:00", "2014-01-03 00:10:00", "2014-01-04 01:10:00");
            FlareList read = FlareList.read(
                    InMemoryDataHandle.onAll(InMemoryDataset.of("sun", list), context.allocator()), PRESENT);
            assertThat(read.end()[0] - read.start()[0]).isEqualTo(1200);
        }
    }

    /** From 2018 on GOES 16 measured beside GOES 15: a list must say whose classes it has. */
    @Test
    void listsOfTheTimeOfBothScalesMustStateTheirs() {
        InMemoryTable later = flares()
                .texts("start_time", "2018-01-02 00:00:00", "2018-01-01 00:00:00", "2017-12-31 01:00:00")
                .texts("end_time", "2018-01-02 00:10:00", "2018-01-01 00:10:00", "2017-12-31 01:10:00");
        refuses(later, Layout.FLARES, "on which scale", "2 damaged rows");
        refuses(later.texts("goes_sat", "GO15", "Unk", "Unk"), Layout.FLARES, "on which scale", "1 damaged row");
        try (TestStepContext context = new TestStepContext(1)) {
            InMemoryTable stated = later.texts("goes_sat", "GO15", "G15", "Unk");
            assertThat(FlareList.read(
                                    InMemoryDataHandle.onAll(InMemoryDataset.of("sun", stated), context.allocator()), PRESENT)
                            .size())
                    .isEqualTo(3);
        }
    }

    @Test
    void aTableWithoutLabelsIsNoQuietSun() {
        try (TestStepContext context = new TestStepContext(1)) {
            InMemoryDataHandle handle = InMemoryDataHandle.onAll(
                    InMemoryDataset.of("sun", patches().texts("flares", "", "", "")), context.allocator());
            assertThatThrownBy(() -> PatchRows.requireFlares(handle, PatchRows.labels(handle)))
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining("column flares")
                    .hasMessageContaining("all 3 rows are empty");
        }
    }

    @Test
    void goodTablesAreRead() {
        try (TestStepContext context = new TestStepContext(1)) {
            InMemoryDataset data = InMemoryDataset.of("sun", patches(), groups(), flares());
            InMemoryDataHandle handle = InMemoryDataHandle.onAll(data, context.allocator());
            assertThat(PatchRows.read(handle, PRESENT).size()).isEqualTo(3);
            assertThat(GroupRows.read(handle, PRESENT).day()).isSorted();
            assertThat(FlareList.read(handle, PRESENT).letter())
                    .containsExactly(FlareClass.C, FlareClass.X, FlareClass.M);
        }
    }

    @Test
    void sizesOfFlares() {
        assertThat(FlareClass.parse("M2.5").orElseThrow().flux()).isEqualTo(2.5e-5);
        assertThat(FlareClass.parse("C6,2").orElseThrow().flux()).isEqualTo(6.2e-6);
        assertThat(FlareClass.parse("C   ").orElseThrow().letter()).isEqualTo(FlareClass.C);
        assertThat(FlareClass.parse("Unk")).isEqualTo(Optional.empty());
        assertThat(FlareClass.parse("M1.0x")).isEqualTo(Optional.empty());
        assertThat(FlareClass.parse("X1.0").orElseThrow().atLeast(FlareClass.M)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "2014-06-30 00:30, 1404088200", "2014-06-30T00:30Z, 1404088200", "1970-01-02, 86400",
        "2016-02-29 23:59:59, 1456790399"})
    void timesAreRead(String text, long seconds) {
        assertThat(UtcTime.parse(text).orElseThrow()).isEqualTo(seconds);
    }

    @ParameterizedTest
    @CsvSource({"2014-02-29", "2014-06-30 24:00", "14-06-30", "2014-06-30 00.30", "Unk", "''"})
    void whatIsNoTime(String text) {
        assertThat(UtcTime.parse(text)).isEmpty();
    }

    private static void refuses(InMemoryTable table, Layout layout, String place, String count) {
        try (TestStepContext context = new TestStepContext(1)) {
            InMemoryDataHandle handle =
                    InMemoryDataHandle.onAll(InMemoryDataset.of("sun", table), context.allocator());
            assertThatThrownBy(() -> {
                        switch (layout) {
                            case PATCHES -> PatchRows.read(handle, PRESENT);
                            case GROUPS -> GroupRows.read(handle, PRESENT);
                            case FLARES -> FlareList.read(handle, PRESENT);
                        }
                    })
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining(place)
                    .hasMessageContaining(count);
        }
    }

    private static InMemoryTable patches() {
        return InMemoryTable.named("sharp")
                .texts("prefix", "HARP", "HARP", "HARP")
                .wholes("arpnum", Unit.ONE, 1, 1, 1)
                .texts("t_end", "2014-01-01 00:00:00", "2014-01-01 01:36:00", "2014-01-01 03:12:00")
                .reals("FLARE_INDEX", Unit.ONE, 0, 0, 1)
                .reals("AREA", Unit.ONE, 1, 2, 3)
                .reals("USFLUX", Unit.ONE, 1e21, 1e21, 1e21)
                .reals("MEANGBZ", Unit.ONE, 20, 20, 20)
                .reals("R_VALUE", Unit.ONE, 0, 3, 4);
    }

    private static InMemoryTable groups() {
        return InMemoryTable.named("srs")
                .texts("AR issue_date", "2014-01-02 00:30", "2014-01-02 00:30", "2014-01-02 00:30")
                .wholes("noaa_ar", Unit.ONE, 11901, 11900, 11902)
                .wholes("Carrington_long", Unit.ONE, 1, 2, 3)
                .wholes("AREA", Unit.ONE, 10, 20, 30)
                .texts("McIntosh", "EKC", "DAI", "AXX")
                .wholes("Longitude_extent", Unit.ONE, 1, 2, 3)
                .wholes("Latitude", Unit.ONE, 1, -2, 3)
                .wholes("Longitude", Unit.ONE, 1, -2, 3)
                .wholes("No_sunspots", Unit.ONE, 1, 2, 3)
                .texts("MAGTYPE", "ALPHA", "BETA-GAMMA-DELTA", "BETA");
    }

    private static InMemoryTable flares() {
        return InMemoryTable.named("flares")
                .texts("start_time", "2014-01-02 00:00:00", "2014-01-01 00:00:00", "2014-01-01 01:00:00")
                .texts("end_time", "2014-01-02 00:10:00", "2014-01-01 00:10:00", "2014-01-01 01:10:00")
                .texts("goes_class", "M1.0", "C3.0", "X1.1")
                .wholes("noaa_ar", Unit.ONE, 11900, 0, 11901);
    }
}
