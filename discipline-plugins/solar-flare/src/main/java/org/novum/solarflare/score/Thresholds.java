package org.novum.solarflare.score;

/** Chooses the probability from which an alarm is raised; on validation rows alone. */
public final class Thresholds {
    private Thresholds() {}

    /** The threshold of the greatest true skill statistic; of equal ones the highest. */
    public static double greatestSkill(Sample sample) {
        double events = 0;
        for (double event : sample.event()) {
            events += event;
        }
        double quiets = sample.size() - events;
        double hits = 0;
        double falseAlarms = 0;
        double best = 0;
        double threshold = 1;
        int[] falling = sample.falling();
        for (int at = 0; at < falling.length; at++) {
            hits += sample.event()[falling[at]];
            falseAlarms += 1 - sample.event()[falling[at]];
            boolean levelEnds = at + 1 == falling.length
                    || sample.probability()[falling[at + 1]] < sample.probability()[falling[at]];
            double skill = hits / Math.max(1, events) - falseAlarms / Math.max(1, quiets);
            if (levelEnds && skill > best) {
                best = skill;
                threshold = sample.probability()[falling[at]];
            }
        }
        return threshold;
    }

    /** The lowest threshold whose probability of false detection stays at or below a limit. */
    public static double falseDetectionAtMost(Sample sample, double limit) {
        double quiets = 0;
        for (double event : sample.event()) {
            quiets += 1 - event;
        }
        double falseAlarms = 0;
        double threshold = 1;
        int[] falling = sample.falling();
        for (int at = 0; at < falling.length; at++) {
            falseAlarms += 1 - sample.event()[falling[at]];
            if (falseAlarms > limit * quiets) {
                return threshold;
            }
            boolean levelEnds = at + 1 == falling.length
                    || sample.probability()[falling[at + 1]] < sample.probability()[falling[at]];
            if (levelEnds) {
                threshold = sample.probability()[falling[at]];
            }
        }
        return threshold;
    }
}
