package org.novum.solarflare.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.novum.api.ExitCode;
import org.novum.solarflare.input.SolarFlareException;
import org.novum.solarflare.disk.DiskModel;
import org.novum.solarflare.region.RegionModel;

/**
 * The trained models that come with the plugin, and models of a user's own.
 *
 * <p>Each was made by {@code solar-flare.train}, see {@code discipline-plugins/solar-flare/README.md}; a forecast uses
 * the newest one that was trained on nothing of its own time or later.
 */
public final class ShippedModels {
    private static final List<String> REGION = List.of("region-2014-01-01.json", "region-2014-07-01.json");
    private static final List<String> DISK = List.of("full-disk-2014-01-01.json", "full-disk-2014-07-01.json");

    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private ShippedModels() {}

    /** Models of regions. */
    public static List<RegionModel> region() {
        return REGION.stream().map(ShippedModels::resource).map(ModelFile::region).toList();
    }

    /** Models of the whole disk. */
    public static List<DiskModel> disk() {
        return DISK.stream().map(ShippedModels::resource).map(ModelFile::disk).toList();
    }

    /** The models of regions in use: that of a user's own file, or the shipped ones. */
    public static List<RegionModel> region(Optional<String> own) {
        return own.map(path -> List.of(ModelFile.region(file(path)))).orElseGet(ShippedModels::region);
    }

    /** The models of the whole disk in use: that of a user's own file, or the shipped ones. */
    public static List<DiskModel> disk(Optional<String> own) {
        return own.map(path -> List.of(usual(path, ModelFile.disk(file(path))))).orElseGet(ShippedModels::disk);
    }

    /** Tables of forecasts have columns for M and X alone. */
    private static DiskModel usual(String path, DiskModel model) {
        if (!model.classes().equals(DiskModel.CLASSES)) {
            throw new SolarFlareException(
                    ExitCode.DATA, "the model " + path + " forecasts the classes " + model.classes()
                            + " of the disk; operations forecast " + DiskModel.CLASSES
                            + " alone: name a file that solar-flare.train wrote");
        }
        return model;
    }

    private static JsonNode file(String path) {
        try (InputStream bytes = Files.newInputStream(Path.of(path))) {
            return MAPPER.readTree(bytes);
        } catch (JsonProcessingException broken) {
            throw new SolarFlareException(
                    ExitCode.DATA, "the model " + path + " is no JSON document ("
                            + broken.getOriginalMessage().replaceAll("\\s+", " ")
                            + "); name a file that solar-flare.train wrote");
        } catch (IOException unreadable) {
            throw new SolarFlareException(
                    ExitCode.NO_INPUT, "the model " + path + " cannot be read (" + unreadable.getMessage()
                            + "); name a file that solar-flare.train wrote");
        }
    }

    private static JsonNode resource(String name) {
        try (InputStream bytes = ShippedModels.class.getResourceAsStream(name)) {
            if (bytes == null) {
                throw new SolarFlareException(
                        ExitCode.SOFTWARE, "the shipped model " + name + " is not in the plugin; build it again");
            }
            return MAPPER.readTree(bytes);
        } catch (IOException unreadable) {
            throw new SolarFlareException(
                    ExitCode.SOFTWARE, "the shipped model " + name + " cannot be read: " + unreadable.getMessage());
        }
    }
}
