package org.novum.solarflare.region;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.novum.api.ExitCode;
import org.novum.solarflare.input.PatchRows;
import org.novum.solarflare.input.SolarFlareException;

/**
 * A network of a user's own as an ONNX file: one input of floats, rows by {@link #FEATURES} in their order and in raw
 * units; its first output, rows by three, are the probabilities of a flare of class C, M and X or greater in 24 h.
 *
 * <p>The file's metadata may state {@code thresholds}, three probabilities with commas, from which alarms are raised; 0.5
 * otherwise. One thread computes, so that a machine repeats its own results; another machine's last bits may differ.
 */
public final class OnnxNetwork implements AutoCloseable {
    /** The features, see {@link PatchFeatures}; {@code hmi} is 1 for HMI and 0 for MDI. */
    public static final List<String> FEATURES = List.of(
            "logFlux", "logArea", "rValue", "gradient", "logIndex", "rValueDay", "logFluxDay", "logMonth", "logWeek", "hmi");

    private static final int CLASSES = RegionModel.CLASSES.size();
    private static final int BATCH = 65_536;

    private final String path;
    private final OrtEnvironment environment;
    private final OrtSession session;
    private final double[] thresholds;

    private OnnxNetwork(String path, OrtEnvironment environment, OrtSession session) throws OrtException {
        this.path = path;
        this.environment = environment;
        this.session = session;
        this.thresholds = thresholds(session.getMetadata().getCustomMetadata());
        requireShape("input", session.getInputInfo().values().iterator().next().getInfo(), FEATURES.size());
        requireShape("output", session.getOutputInfo().values().iterator().next().getInfo(), CLASSES);
        if (session.getNumInputs() != 1) {
            throw wrong("has " + session.getNumInputs() + " inputs, not one");
        }
    }

    /** True if a model's file is a network. */
    public static boolean named(String path) {
        return path.endsWith(".onnx");
    }

    /**
     * Opens a network.
     *
     * @throws SolarFlareException if there is no such file, or it is no network of this kind
     */
    public static OnnxNetwork open(String path) {
        if (!Files.isReadable(Path.of(path))) {
            throw new SolarFlareException(
                    ExitCode.NO_INPUT, "the model " + path + " cannot be read; name an ONNX file");
        }
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            environment.setTelemetry(false);
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            OrtSession session = environment.createSession(path, options);
            try {
                return new OnnxNetwork(path, environment, session);
            } catch (OrtException | RuntimeException unfit) {
                session.close();
                throw unfit;
            }
        } catch (OrtException broken) {
            throw wrong(path, "is no network that ONNX Runtime can run: " + broken.getMessage());
        }
    }

    /** Forecasts every row; a greater flare is never more probable than a smaller. */
    public RegionForecast forecast(PatchRows rows) {
        float[] features = features(PatchFeatures.of(rows));
        double[][] probability = new double[CLASSES][rows.size()];
        double[][] alarm = new double[CLASSES][rows.size()];
        for (int from = 0; from < rows.size(); from += BATCH) {
            float[][] of = run(features, from, Math.min(BATCH, rows.size() - from));
            for (int i = 0; i < of.length; i++) {
                for (int c = 0; c < CLASSES; c++) {
                    double p = of[i][c];
                    if (!(p >= 0 && p <= 1)) {
                        throw wrong("gives " + p + " for row " + (from + i + 1) + ", which is no probability");
                    }
                    probability[c][from + i] = c == 0 ? p : Math.min(p, probability[c - 1][from + i]);
                    alarm[c][from + i] = probability[c][from + i] >= thresholds[c] ? 1 : 0;
                }
            }
        }
        return new RegionForecast(probability, alarm);
    }

    private float[][] run(float[] features, int from, int count) {
        int width = FEATURES.size();
        try (OnnxTensor input = OnnxTensor.createTensor(
                        environment,
                        FloatBuffer.wrap(features, from * width, count * width).slice(),
                        new long[] {count, width});
                OrtSession.Result result =
                        session.run(Map.of(session.getInputNames().iterator().next(), input))) {
            if (result.get(0).getValue() instanceof float[][] table
                    && table.length == count
                    && Arrays.stream(table).allMatch(row -> row.length == CLASSES)) {
                return table;
            }
            throw wrong("does not give " + count + " rows of " + CLASSES + " floats");
        } catch (OrtException failed) {
            throw wrong("fails: " + failed.getMessage());
        }
    }

    private static float[] features(PatchFeatures of) {
        double[] hmi = new double[of.size()];
        for (int row = 0; row < hmi.length; row++) {
            hmi[row] = of.hmi()[row] ? 1 : 0;
        }
        List<double[]> columns = List.of(
                of.logFlux(), of.logArea(), of.rValue(), of.gradient(), of.logIndex(), of.rValueDay(), of.logFluxDay(),
                of.logMonth(), of.logWeek(), hmi);
        float[] features = new float[of.size() * columns.size()];
        for (int row = 0; row < of.size(); row++) {
            for (int column = 0; column < columns.size(); column++) {
                features[row * columns.size() + column] = (float) columns.get(column)[row];
            }
        }
        return features;
    }

    private void requireShape(String what, Object info, int columns) {
        boolean fits = info instanceof TensorInfo tensor
                && tensor.type == ai.onnxruntime.OnnxJavaType.FLOAT
                && tensor.getShape().length == 2
                && (tensor.getShape()[1] == columns || tensor.getShape()[1] == -1);
        if (!fits) {
            throw wrong("has the " + what + " " + info + ", not floats, rows by " + columns);
        }
    }

    private double[] thresholds(Map<String, String> metadata) {
        String stated = metadata.getOrDefault("thresholds", "0.5,0.5,0.5");
        try {
            double[] numbers = Arrays.stream(stated.split(",")).mapToDouble(Double::parseDouble).toArray();
            if (numbers.length == CLASSES && Arrays.stream(numbers).allMatch(number -> number >= 0 && number <= 1)) {
                return numbers;
            }
        } catch (NumberFormatException noNumbers) {
            // Told below, like numbers that are too few.
        }
        throw wrong("states the thresholds " + stated + ", not three probabilities with commas");
    }

    private SolarFlareException wrong(String problem) {
        return wrong(path, problem);
    }

    private static SolarFlareException wrong(String path, String problem) {
        return new SolarFlareException(
                ExitCode.DATA,
                "the model " + path + " " + problem.strip().replaceAll("\\s+", " ") + "; export a network of " + FEATURES.size() + " floats ("
                        + String.join(", ", FEATURES) + ") to three probabilities");
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException failed) {
            throw wrong("cannot be closed: " + failed.getMessage());
        }
    }
}
