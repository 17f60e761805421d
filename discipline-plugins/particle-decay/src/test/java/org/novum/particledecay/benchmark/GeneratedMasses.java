package org.novum.particledecay.benchmark;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.novum.particledecay.shape.Window;
import org.novum.statistics.math.StableMath;

/** Masses of a Crystal Ball peak on an exponential, in memory and as a file of little-endian doubles. */
final class GeneratedMasses {
    static final Window WINDOW = new Window(2.6, 3.6);

    private GeneratedMasses() {}

    /** 30 % Crystal Ball by rejection from its own envelope, 70 % exponential by inverse distribution function. */
    static double[] generate(int events, SplittableRandom random) {
        double[] masses = new double[events];
        for (int i = 0; i < events; i++) {
            masses[i] = random.nextDouble() < 0.3 ? crystalBall(random) : exponential(random);
        }
        return masses;
    }

    private static double exponential(SplittableRandom random) {
        double slope = 1.1;
        double span = 1 - StableMath.exp(-slope * WINDOW.width());
        return WINDOW.lower() - StableMath.log(1 - random.nextDouble() * span) / slope;
    }

    private static double crystalBall(SplittableRandom random) {
        double alpha = 1.4;
        double power = 2.5;
        while (true) {
            double t = random.nextDouble(-16.5, 5);
            double density = t > -alpha
                    ? StableMath.exp(-0.5 * t * t)
                    : StableMath.exp(-0.5 * alpha * alpha - power * StableMath.log(1 + (-t - alpha) * alpha / power));
            if (random.nextDouble() < density) {
                return 3.095 + 0.025 * t;
            }
        }
    }

    static void write(double[] masses, Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(masses.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asDoubleBuffer().put(masses);
        Files.write(file, bytes.array());
    }

    static double[] read(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            double[] masses = new double[(int) (channel.size() / Double.BYTES)];
            channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size())
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asDoubleBuffer()
                    .get(masses);
            return masses;
        }
    }
}
