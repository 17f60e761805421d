package org.novum.solarflare.region;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.novum.solarflare.learn.Calibration;

/**
 * What each class's model is made of, in the order of {@link RegionModel#CLASSES}.
 *
 * @param c for class C
 * @param m for class M
 * @param x for class X
 */
public record RegionRecipes(Choice c, Choice m, Choice x) {
    /**
     * What validation years favour. A rare class bears few features. C flares of a region are more with HMI than MDI's years
     * let expect, so that their forecasts need calibration on HMI's patches; those of M and X flares do not.
     */
    public static final RegionRecipes USUAL = new RegionRecipes(
            new Choice(RegionRecipe.SPLINE, Calibration.Kind.PLATT),
            new Choice(RegionRecipe.SPLINE, Calibration.Kind.NONE),
            new Choice(RegionRecipe.COMPACT, Calibration.Kind.NONE));

    /**
     * What the model of one class is made of.
     *
     * @param recipe its features
     * @param calibration on forecasts of unseen patches of the newest instrument
     */
    public record Choice(RegionRecipe recipe, Calibration.Kind calibration) {}

    Choice of(int c) {
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
        Choice choice = new Choice(recipe, kind);
        return new RegionRecipes(choice, choice, choice);
    }

    private static String name(RegionRecipe recipe, Calibration.Kind kind) {
        return kind == Calibration.Kind.NONE ? recipe.name() : recipe.name() + "_" + kind;
    }
}
