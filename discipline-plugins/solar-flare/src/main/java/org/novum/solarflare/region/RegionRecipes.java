package org.novum.solarflare.region;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.novum.solarflare.learn.Calibration;

/**
 * The features of each class's model, in the order of {@link RegionModel#CLASSES}, and how its probabilities are calibrated.
 *
 * @param c for class C
 * @param m for class M
 * @param x for class X
 * @param calibration on forecasts of unseen patches
 */
public record RegionRecipes(RegionRecipe c, RegionRecipe m, RegionRecipe x, Calibration.Kind calibration) {
    /** What validation years favour: a rare class bears few features, and regressions are calibrated as they are. */
    public static final RegionRecipes USUAL =
            new RegionRecipes(RegionRecipe.SPLINE, RegionRecipe.SPLINE, RegionRecipe.COMPACT, Calibration.Kind.NONE);

    RegionRecipe of(int c) {
        return List.of(this.c, m, x).get(c);
    }

    /** All names that {@link #named} knows: those of the recipes, alone and followed by that of a calibration. */
    public static List<String> names() {
        return Arrays.stream(RegionRecipe.values())
                .flatMap(recipe -> Arrays.stream(Calibration.Kind.values()).map(kind -> name(recipe, kind)))
                .toList();
    }

    /**
     * The same recipe for all classes.
     *
     * @param word for instance {@code SPLINE} or {@code SPLINE_ISOTONIC}
     * @throws org.novum.solarflare.input.SolarFlareException if there is no such recipe
     */
    public static RegionRecipes named(String word) {
        String asked = word.toUpperCase(Locale.ROOT);
        Calibration.Kind kind = Stream.of(Calibration.Kind.PLATT, Calibration.Kind.ISOTONIC)
                .filter(each -> asked.endsWith("_" + each))
                .findFirst()
                .orElse(Calibration.Kind.NONE);
        int end = kind == Calibration.Kind.NONE ? asked.length() : asked.length() - kind.name().length() - 1;
        RegionRecipe recipe = RegionModels.recipe(asked.substring(0, end));
        return new RegionRecipes(recipe, recipe, recipe, kind);
    }

    private static String name(RegionRecipe recipe, Calibration.Kind kind) {
        return kind == Calibration.Kind.NONE ? recipe.name() : recipe.name() + "_" + kind;
    }
}
