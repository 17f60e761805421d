package org.novum.solarflare.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novum.api.ExitCode;
import org.novum.api.discipline.OperationResult;
import org.novum.pluginsdk.fake.InMemoryDataHandle;
import org.novum.pluginsdk.fake.InMemoryDataset;
import org.novum.pluginsdk.fake.InMemoryTable;
import org.novum.pluginsdk.fake.TestStepContext;
import org.novum.solarflare.SyntheticSun;
import org.novum.solarflare.input.PatchRows;
import org.novum.solarflare.input.SolarFlareException;
import org.novum.solarflare.operation.ForecastOperation;

/** A logistic regression as an ONNX file, written by hand after onnx.proto (github.com/onnx/onnx, IR version 8). */
class OnnxNetworkTest {
    private static final int FEATURES = OnnxNetwork.FEATURES.size();

    @TempDir
    private Path folder;

    private static PatchRows rows() {
        String[] times = {"2014-01-01 00:00:00", "2014-01-01 01:36:00", "2014-01-01 01:36:00"};
        return new PatchRows(
                new String[] {"HARP", "HARP", "TARP"},
                new String[] {"1", "1", "2"},
                times,
                new long[] {3, 3, 4},
                new long[] {1_388_534_400L, 1_388_540_160L, 1_388_540_160L},
                new double[] {0, 9, 0},
                new double[] {100, 100, 1000},
                new double[] {1e22, 1e22, 1e21},
                new double[] {90, 91, 92},
                new double[] {4, 5, 0});
    }

    @Test
    void computesWhatTheNetworkSays() throws IOException {
        float[] weights = new float[FEATURES * 3];
        weights[2 * 3] = 1; // C from the R value
        weights[4 * 3 + 1] = 2; // M from the flare index
        weights[9 * 3 + 2] = 40; // X from the instrument
        Path file = write(weights, new float[] {-4, -1, -20}, "0.6,0.6,0.6");
        try (OnnxNetwork network = OnnxNetwork.open(file.toString())) {
            RegionForecast forecast = network.forecast(rows());
            double[] c = forecast.probability()[0];
            assertThat(c[0]).isCloseTo(0.5, within(1e-6));
            assertThat(c[1]).isCloseTo(1 / (1 + StrictMath.exp(-1)), within(1e-6));
            assertThat(c[2]).isCloseTo(1 / (1 + StrictMath.exp(4)), within(1e-6));
            // log10(1 + 9) = 1
            assertThat(forecast.probability()[1][1]).isCloseTo(1 / (1 + StrictMath.exp(-1)), within(1e-6));
            assertThat(forecast.probability()[1][2]).isEqualTo(c[2]);
            // The network says 1 for X in rows of HMI; an X flare is an M flare too.
            assertThat(forecast.probability()[2][0]).isEqualTo(forecast.probability()[1][0]);
            assertThat(forecast.alarm()[0]).containsExactly(0, 1, 0);
        }
    }

    @Test
    void theOperationForecastsWithIt() throws IOException {
        float[] weights = new float[FEATURES * 3];
        weights[2 * 3] = 1;
        Path file = write(weights, new float[] {-4, -5, -6}, "0.5,0.5,0.5");
        InMemoryTable table = SyntheticSun.patches(SyntheticSun.Law.PLANTED, 20, 3);
        try (TestStepContext context = new TestStepContext(2)) {
            OperationResult.Table result = (OperationResult.Table) new ForecastOperation()
                    .run(
                            new ForecastOperation.Input(
                                    Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                                    Optional.of(file.toString())),
                            InMemoryDataHandle.onAll(InMemoryDataset.of("sun", table), context.allocator()),
                            context);
            assertThat(result.rows()).hasSize(table.rows());
            for (int row = 0; row < table.rows(); row++) {
                double r = Double.parseDouble(table.column("R_VALUE").value(row).toString());
                assertThat((double) result.rows().get(row).get(3)).isCloseTo(1 / (1 + StrictMath.exp(4 - r)), within(1e-5));
            }
        }
    }

    @Test
    void refusesWhatIsNoSuchNetwork() throws IOException {
        Path text = Files.writeString(folder.resolve("text.onnx"), "no network");
        assertThatThrownBy(() -> OnnxNetwork.open(text.toString()))
                .isInstanceOfSatisfying(
                        SolarFlareException.class, told -> assertThat(told.exitCode()).isEqualTo(ExitCode.DATA))
                .hasMessageContaining("text.onnx")
                .satisfies(told -> assertThat(told.getMessage().lines()).hasSize(1));
        Path cut = Files.write(
                folder.resolve("cut.onnx"),
                java.util.Arrays.copyOf(Files.readAllBytes(write(new float[FEATURES * 3], new float[3], "0.5,0.5,0.5")), 90));
        assertThatThrownBy(() -> OnnxNetwork.open(cut.toString()))
                .isInstanceOfSatisfying(
                        SolarFlareException.class, told -> assertThat(told.exitCode()).isEqualTo(ExitCode.DATA))
                .satisfies(told -> assertThat(told.getMessage().lines()).hasSize(1));
        assertThatThrownBy(() -> OnnxNetwork.open(folder.resolve("absent.onnx").toString()))
                .hasMessageContaining("cannot be read");
        Path narrow = write(new float[3 * 3], new float[3], "0.5,0.5,0.5");
        assertThatThrownBy(() -> OnnxNetwork.open(narrow.toString())).hasMessageContaining("rows by 10");
        Path thresholds = write(new float[FEATURES * 3], new float[3], "0.5,2");
        assertThatThrownBy(() -> OnnxNetwork.open(thresholds.toString())).hasMessageContaining("0.5,2");
    }

    @Test
    void refusesWhatIsNoProbability() throws IOException {
        Path file = write(new float[FEATURES * 3], new float[] {Float.NaN, 0, 0}, "0.5,0.5,0.5");
        try (OnnxNetwork network = OnnxNetwork.open(file.toString())) {
            assertThatThrownBy(() -> network.forecast(rows())).hasMessageContaining("NaN for row 1");
        }
    }

    /** Sigmoid(features · weights + offsets). */
    private Path write(float[] weights, float[] offsets, String thresholds) throws IOException {
        int width = weights.length / 3;
        Message graph = new Message()
                .message(1, node("MatMul", "product", "features", "weights"))
                .message(1, node("Add", "odds", "product", "offsets"))
                .message(1, node("Sigmoid", "probabilities", "odds"))
                .text(2, "logistic")
                .message(5, tensor("weights", weights, width, 3))
                .message(5, tensor("offsets", offsets, 3))
                .message(11, value("features", width))
                .message(12, value("probabilities", 3));
        Message model = new Message()
                .number(1, 8)
                .message(8, new Message().text(1, "").number(2, 13))
                .message(7, graph)
                .message(14, new Message().text(1, "thresholds").text(2, thresholds));
        return Files.write(folder.resolve("network.onnx"), model.bytes.toByteArray());
    }

    private static Message node(String operator, String output, String... inputs) {
        Message node = new Message();
        for (String input : inputs) {
            node.text(1, input);
        }
        return node.text(2, output).text(4, operator);
    }

    private static Message tensor(String name, float[] values, int... shape) {
        Message tensor = new Message();
        for (int size : shape) {
            tensor.number(1, size);
        }
        ByteBuffer raw = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            raw.putFloat(value);
        }
        return tensor.number(2, 1).text(8, name).bytes(9, raw.array());
    }

    private static Message value(String name, int columns) {
        Message shape = new Message()
                .message(1, new Message().text(2, "rows"))
                .message(1, new Message().number(1, columns));
        Message type = new Message().message(1, new Message().number(1, 1).message(2, shape));
        return new Message().text(1, name).message(2, type);
    }

    /** Fields of a protobuf message. */
    private static final class Message {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Message number(int field, long value) {
            varint(field << 3);
            varint(value);
            return this;
        }

        Message text(int field, String value) {
            return bytes(field, value.getBytes(StandardCharsets.UTF_8));
        }

        Message message(int field, Message value) {
            return bytes(field, value.bytes.toByteArray());
        }

        Message bytes(int field, byte[] value) {
            varint(field << 3 | 2);
            varint(value.length);
            bytes.writeBytes(value);
            return this;
        }

        private void varint(long value) {
            long rest = value;
            while (rest > 0x7F) {
                bytes.write((int) (rest & 0x7F | 0x80));
                rest >>>= 7;
            }
            bytes.write((int) rest);
        }
    }
}
