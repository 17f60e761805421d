package org.novum.statistics.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** The promises the study is held to. */
final class StudyChecks {
    private StudyChecks() {}

    static void check(List<StreamStudy.Measurement> measurements) {
        for (StreamStudy.Measurement measured : measurements) {
            boolean promised =
                    switch (measured.contender().standing()) {
                        case DEFAULT -> true;
                        case INDEPENDENCE_DECLARED -> measured.setting().correlation() == 0;
                        case OFFERED -> false;
                    };
            if (promised) {
                assertThat(measured.withinPromise()).as(describe(measured)).isTrue();
            }
            if (measured.setting().signalFraction() > 0 && measured.setting().correlation() == 0) {
                assertThat(measured.power()).as(describe(measured)).isGreaterThan(0.01);
            }
        }
        // Why SAFFRON is never a default: in correlated streams with signals it breaks its promise.
        assertThat(measurements)
                .filteredOn(measured -> measured.contender().name().equals("SAFFRON"))
                .filteredOn(measured -> measured.setting().correlation() == 0.9 && measured.setting().signalFraction() > 0)
                .hasSize(1)
                .allMatch(measured -> !measured.withinPromise());
    }

    private static String describe(StreamStudy.Measurement measured) {
        return measured.contender().name() + " at " + measured.setting() + ": " + measured.rate() + " ± "
                + measured.standardError();
    }
}
