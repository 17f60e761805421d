package org.novum.particledecay.generate;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.novum.particledecay.kinematics.Candidates;
import org.novum.particledecay.kinematics.FourVectors;

/**
 * Writes generated channels in the general layout: one {@code <channel>.csv.gz} each with columns {@code event, pid1, E1,
 * px1, py1, pz1, pid2, …} in GeV, and the truth in a file apart.
 */
public final class CampaignWriter {
    private final ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** Writes one channel into {@code folder}; returns its file. */
    public Path write(Candidates candidates, Path folder) {
        Path file = folder.resolve(candidates.channel() + ".csv.gz");
        try (Writer out = new BufferedWriter(new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(file), 1 << 16), StandardCharsets.US_ASCII))) {
            out.write(header(candidates.daughters().size()));
            StringBuilder line = new StringBuilder();
            for (int row = 0; row < candidates.size(); row++) {
                line.setLength(0);
                line.append(candidates.events()[row]);
                for (int daughter = 0; daughter < candidates.daughters().size(); daughter++) {
                    FourVectors vectors = candidates.daughters().get(daughter);
                    line.append(',').append(candidates.pids()[daughter][row]);
                    append(line, vectors.energy()[row]);
                    append(line, vectors.px()[row]);
                    append(line, vectors.py()[row]);
                    append(line, vectors.pz()[row]);
                }
                out.append(line.append('\n'));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("channel file " + file + " could not be written", failure);
        }
        return file;
    }

    /** Writes the truth of a campaign; keep it away from the channels until the claims are made. */
    public void writeTruth(List<ChannelTruth> truths, Path file) {
        ArrayNode channels = json.createArrayNode();
        for (ChannelTruth truth : truths) {
            ObjectNode node = channels.addObject();
            node.put("channel", truth.channel()).put("kind", truth.kind().name()).put("broadBump", truth.broadBump());
            truth.planted().ifPresent(planted -> node.putObject("planted").put("parent", planted.parent())
                    .put("mass", planted.mass()).put("sigma", planted.sigma())
                    .put("asimovZ", planted.asimovZ()).put("expected", planted.expected()));
        }
        try {
            json.writeValue(file.toFile(), channels);
        } catch (IOException failure) {
            throw new UncheckedIOException("truth file " + file + " could not be written", failure);
        }
    }

    private static String header(int daughters) {
        StringBuilder header = new StringBuilder("event");
        for (int i = 1; i <= daughters; i++) {
            header.append(",pid").append(i).append(",E").append(i).append(",px").append(i).append(",py").append(i)
                    .append(",pz").append(i);
        }
        return header.append('\n').toString();
    }

    /** Microscopic digits (1 keV) are beyond any resolution: rounding there keeps the files small. */
    private static void append(StringBuilder line, double value) {
        line.append(',').append(Math.rint(value * 1e6) / 1e6);
    }
}
