package org.novum.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/** Data and a study of the template discipline, for tests. */
final class FieldTrial {
    private FieldTrial() {}

    /** Writes {@code north.csv}, where the treated grow taller, {@code south.csv}, where they do not, and the study. */
    static Path write(Path folder) {
        write(folder.resolve("data/north.csv"), site(1, 1.5));
        write(folder.resolve("data/south.csv"), site(2, 0));
        return write(
                folder.resolve("trial.yaml"),
                """
                study: field-trial
                question: Does the treatment change the growth?
                experiment: trial-2026
                discipline: mean-shift
                data:
                  uri: file:%s/*.csv
                  units: {growth: m}
                options: {response: growth, group: treatment, first: treated, second: control, key: plant}
                """
                        .replace("%s", folder.resolve("data").toString()));
    }

    /** 300 plants, every third treated, with growth 5 and standard deviation 1; the treated grow by the effect. */
    static String site(long seed, double effect) {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder text = new StringBuilder("plant,growth,treatment\n");
        for (int plant = 0; plant < 300; plant++) {
            boolean treated = plant % 3 == 0;
            text.append(plant)
                    .append(',')
                    .append(5 + (treated ? effect : 0) + random.nextGaussian())
                    .append(treated ? ",treated\n" : ",control\n");
        }
        return text.toString();
    }

    /** The text of a study. */
    static String text(Path study) {
        try {
            return Files.readString(study);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Path write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }
}
