package org.novum.statistics.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The vector form and the scalar form are the same function, bit for bit. */
class KernelFormsTest {
    private static final double[] SPECIAL = {
        Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0.0, -0.0, Double.MIN_VALUE,
        -Double.MIN_VALUE, Double.MIN_NORMAL, Math.nextDown(Double.MIN_NORMAL), Double.MAX_VALUE, -Double.MAX_VALUE,
        1, Math.nextUp(1.0), Math.nextDown(1.0), 0.7071067811865475, 0.7071067811865476, -708.4, -745.1, -745.2,
        709.78, 709.79, -760, 760, 761, 1e300, 5e-324, 2, -2
    };

    @Test
    void exponentialAndLogarithmAgreeOnMillionsOfRandomBitPatterns() {
        ArrayKernels scalar = new ScalarKernels();
        ArrayKernels vector = new VectorKernels();
        SplittableRandom random = new SplittableRandom(7);
        double[] x = new double[1003];
        double[] expected = new double[x.length];
        double[] actual = new double[x.length];
        for (int round = 0; round < 3000; round++) {
            fill(x, random, round);
            scalar.exp(x, 0, expected, 0, x.length);
            vector.exp(x, 0, actual, 0, x.length);
            assertThat(actual).as("exp, round %d", round).isEqualTo(expected);
            scalar.log(x, 0, expected, 0, x.length);
            vector.log(x, 0, actual, 0, x.length);
            assertThat(actual).as("log, round %d", round).isEqualTo(expected);
        }
    }

    private static void fill(double[] x, SplittableRandom random, int round) {
        for (int i = 0; i < x.length; i++) {
            x[i] = switch (round % 3) {
                case 0 -> Double.longBitsToDouble(random.nextLong());
                case 1 -> random.nextDouble(-760, 720);
                default -> random.nextDouble() * 4;
            };
        }
        for (double special : SPECIAL) {
            x[random.nextInt(x.length)] = special;
        }
    }

    @Test
    void reductionsAgreeForEveryLengthAndOffset() {
        ArrayKernels scalar = new ScalarKernels();
        ArrayKernels vector = new VectorKernels();
        SplittableRandom random = new SplittableRandom(11);
        double[] left = random.doubles(300, -1, 1).toArray();
        double[] right = random.doubles(300, -1e8, 1e8).toArray();
        for (int from = 0; from < 5; from++) {
            for (int count = 0; count <= 256; count++) {
                assertThat(vector.sum(right, from, count)).isEqualTo(scalar.sum(right, from, count));
                assertThat(vector.dot(left, from, right, 4 - from, count))
                        .isEqualTo(scalar.dot(left, from, right, 4 - from, count));
            }
        }
    }

    @Test
    void aMachineWithoutTheVectorModuleGetsTheSameDigest() throws IOException, InterruptedException {
        assumeTrue(KernelSelection.vectorModulePresent(), "this test run has no vector module to compare with");
        assertThat(inAnotherMachine("--add-modules=jdk.incubator.vector", "-D" + KernelSelection.PROPERTY + "=vector"))
                .endsWith("vector " + FormsDigest.digest());
        assertThat(inAnotherMachine()).isEqualTo("scalar " + FormsDigest.digest());
    }

    @Test
    void thePropertyChoosesTheScalarForm() throws IOException, InterruptedException {
        assertThat(inAnotherMachine("--add-modules=jdk.incubator.vector", "-D" + KernelSelection.PROPERTY + "=scalar"))
                .endsWith("scalar " + FormsDigest.digest());
    }

    @Test
    void theVectorFormTakesOverWhenItIsWorthItsStartWithoutAChangeOfBits() {
        ArrayKernels scalar = new ScalarKernels();
        ArrayKernels tiered = new TieredKernels(scalar, new VectorKernels(), 1_000);
        double[] x = new SplittableRandom(13).doubles(300, 0.1, 9).toArray();
        List<String> forms = new ArrayList<>();
        for (int round = 0; round < 5; round++) {
            forms.add(tiered.name());
            assertThat(bits(tiered, x)).as("round %d", round).isEqualTo(bits(scalar, x));
        }
        assertThat(forms).containsExactly("scalar", "scalar", "vector", "vector", "vector");
    }

    private static double[] bits(ArrayKernels kernels, double[] x) {
        double[] exponentials = new double[x.length];
        double[] logarithms = new double[x.length];
        kernels.exp(x, 0, exponentials, 0, x.length);
        kernels.log(x, 0, logarithms, 0, x.length);
        return new double[] {
            kernels.sum(exponentials, 0, 256), kernels.sum(logarithms, 0, 256), kernels.dot(x, 1, logarithms, 0, 256)
        };
    }

    private static String inAnotherMachine(String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), FormsDigest.class.getName()));
        Process child = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return output;
    }
}
