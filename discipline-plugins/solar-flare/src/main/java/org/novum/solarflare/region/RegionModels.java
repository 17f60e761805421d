package org.novum.solarflare.region;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.novum.api.ExitCode;
import org.novum.solarflare.input.SolarFlareException;
import org.novum.solarflare.learn.Standard;

/** Takes models of regions apart into named numbers, and puts them together again. */
public final class RegionModels {
    private RegionModels() {}

    /** The scales by instrument and feature. */
    public static SortedMap<String, SortedMap<String, Standard>> scales(RegionModel model) {
        return new TreeMap<>(Map.of("HARP", named(model.scales().hmi()), "TARP", named(model.scales().mdi())));
    }

    /** A model from its parts; the function gives the scale of an instrument's feature. */
    public static RegionModel of(
            long cut, BiFunction<String, String, Standard> scale, List<RegionModel.Member> classes) {
        return new RegionModel(cut, new RegionScales.Pair(scales("HARP", scale), scales("TARP", scale)), classes);
    }

    /** The recipe of this name. */
    public static RegionRecipe recipe(String name) {
        return Arrays.stream(RegionRecipe.values())
                .filter(recipe -> recipe.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new SolarFlareException(
                        ExitCode.DATA,
                        "no recipe of features is called " + name + "; there are " + Arrays.toString(RegionRecipe.values())));
    }

    private static SortedMap<String, Standard> named(RegionScales scales) {
        return new TreeMap<>(Map.of(
                "logFlux", scales.logFlux(),
                "logArea", scales.logArea(),
                "rValue", scales.rValue(),
                "gradient", scales.gradient()));
    }

    private static RegionScales scales(String instrument, BiFunction<String, String, Standard> scale) {
        return new RegionScales(
                scale.apply(instrument, "logFlux"),
                scale.apply(instrument, "logArea"),
                scale.apply(instrument, "rValue"),
                scale.apply(instrument, "gradient"));
    }
}
