package org.novum.solarflare.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.novum.api.data.DataException;
import org.novum.solarflare.input.FlareClass;
import org.novum.solarflare.input.FlareList;
import org.novum.solarflare.input.GroupRows;
import org.novum.solarflare.input.UtcTime;

/** Silence of a table is quiet as far as the Sun has been so quiet, and a gap beyond. */
class CoverageTest {
    private static final long START = UtcTime.day(UtcTime.parse("2014-01-01").orElseThrow());
    private static final Coverage.Files FILES = new Coverage.Files("srs.csv", "flares.csv");

    /** Groups on these days of 2014, five a day. */
    private static GroupRows groups(int each, LongStream days) {
        long[] day = days.flatMap(of -> LongStream.range(0, each).map(group -> START + of)).toArray();
        double[] numbers = new double[day.length];
        double[] area = new double[day.length];
        Arrays.fill(area, 200);
        String[] words = new String[day.length];
        Arrays.fill(words, "EKC");
        long[] region = IntStream.range(0, day.length).mapToLong(row -> 11900 + row % each).toArray();
        return new GroupRows(day, region, numbers, area, words, numbers, numbers, numbers, numbers, words);
    }

    /** One C flare at noon of these days of 2014. */
    private static FlareList flares(LongStream days) {
        long[] start = days.map(day -> (START + day) * UtcTime.DAY + 12 * UtcTime.HOUR).toArray();
        FlareClass[] letters = new FlareClass[start.length];
        Arrays.fill(letters, FlareClass.C);
        double[] flux = new double[start.length];
        Arrays.fill(flux, 2e-6);
        return new FlareList(start, Arrays.stream(start).map(s -> s + 600).toArray(), letters, flux, new long[start.length]);
    }

    private static void check(GroupRows groups, FlareList flares) {
        Coverage.of(groups, flares).check(groups, flares, FILES);
    }

    @Test
    void tablesOfTheSameDaysPass() {
        assertThatCode(() -> check(groups(5, LongStream.range(0, 40)), flares(LongStream.range(0, 40))))
                .doesNotThrowAnyException();
    }

    @Test
    void aGapAmongTheGroupsIsNamedAndCounted() {
        GroupRows groups = groups(5, LongStream.range(0, 40).filter(day -> day < 10 || day >= 20));
        assertThatThrownBy(() -> check(groups, flares(LongStream.range(0, 40))))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("srs.csv, 2014-01-11 to 2014-01-20")
                .hasMessageContaining("10 days in 1 stretch are not covered");
    }

    /** Of one group, but with flares on every day of the gap. */
    @Test
    void flaresOnSpotlessDaysAreTooManyToBeTrue() {
        GroupRows groups = groups(1, LongStream.range(0, 40).filter(day -> day < 10 || day >= 20));
        assertThatThrownBy(() -> check(groups, flares(LongStream.range(0, 40)))).hasMessageContaining("10 days");
        assertThatCode(() -> check(groups, flares(LongStream.of(0, 5, 15, 30)))).doesNotThrowAnyException();
    }

    @Test
    void flaresLongAfterTheLastGroupDoNotMakeSpotlessDays() {
        assertThatThrownBy(() -> check(groups(5, LongStream.range(0, 40)), flares(LongStream.of(5, 20, 70))))
                .hasMessageContaining("srs.csv, 2014-02-10 to 2014-03-12")
                .hasMessageContaining("31 days");
    }

    @Test
    void aFlareListThatEndsBeforeTheGroupsIsRefused() {
        assertThatThrownBy(() -> check(groups(5, LongStream.range(0, 60)), flares(LongStream.range(0, 30))))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("flares.csv, 2014-01-31 to 2014-03-01")
                .hasMessageContaining("30 days in 1 stretch are not covered");
        assertThatThrownBy(() -> check(groups(5, LongStream.range(0, 60)), flares(LongStream.range(30, 60))))
                .hasMessageContaining("flares.csv, 2014-01-01 to 2014-01-30");
    }

    @Test
    void daysThatTheCallerStatesAreCovered() {
        GroupRows groups = groups(1, LongStream.range(0, 10));
        Coverage stated = Coverage.of(groups, flares(LongStream.of(3))).with(START - 5, START + 21);
        stated.check(groups, flares(LongStream.of(3)), FILES);
        assertThat(new DiskData(groups, flares(LongStream.of(3)), stated).days()).hasSize(26);
        Coverage beyond = Coverage.of(groups, flares(LongStream.of(3))).with(START, START + 100);
        assertThatThrownBy(() -> beyond.check(groups, flares(LongStream.of(3)), FILES)).hasMessageContaining("90 days");
    }
}
