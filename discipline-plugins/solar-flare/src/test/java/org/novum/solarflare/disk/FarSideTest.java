package org.novum.solarflare.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.novum.solarflare.input.GroupRows;

class FarSideTest {
    private static final long[] DAYS = LongStream.range(100, 130).toArray();

    /** Region 7 was last listed 80 degrees west, region 8 vanished amid the disk, region 9 is at the limb on the last day. */
    private static final GroupRows ROWS = groups(
            new long[] {100, 100, 100, 101, 101}, new long[] {7, 8, 9, 7, 9}, new double[] {67, 10, 70, 80, 83});

    @Test
    void whatWentRoundTheWestLimbComesRoundTheEastLimbHalfARotationLater() {
        double[] returning = FarSide.of(ROWS).returning(new double[] {0, 5, 0, 2, 0}, DAYS);
        double greatest = Arrays.stream(returning).max().orElseThrow();
        assertThat(greatest).isCloseTo(2 * Math.exp(-1.0 / 18), within(1e-12));
        assertThat(returning[1 + 13]).isEqualTo(greatest);
        assertThat(returning[1 + 14]).isEqualTo(greatest);
    }

    @Test
    void beforeTenDaysNothingIsSaid() {
        double[] returning = FarSide.of(ROWS).returning(new double[] {1, 1, 1, 1, 1}, DAYS);
        assertThat(Arrays.copyOf(returning, 11)).containsOnly(0);
        assertThat(returning[11]).isPositive();
    }

    @Test
    void aGroupThatVanishedOnTheDiskDoesNotReturn() {
        assertThat(FarSide.of(ROWS).returning(new double[] {0, 5, 0, 0, 0}, DAYS)).containsOnly(0);
    }

    private static GroupRows groups(long[] day, long[] region, double[] longitude) {
        int size = day.length;
        String[] texts = new String[size];
        Arrays.fill(texts, "DKC");
        double[] zeros = new double[size];
        return new GroupRows(day, region, zeros, zeros, texts, zeros, zeros, longitude, zeros, texts);
    }
}
