package org.novum.api.data;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;

/**
 * A unit of measurement.
 *
 * @param symbol as written in files and reports, for instance {@code GeV}
 * @param dimension what it measures; two units convert into each other when their dimensions are equal
 * @param factor how many base units of the dimension one of this unit is
 */
public record Unit(String symbol, String dimension, double factor) {
    /** A pure number. */
    public static final Unit ONE = new Unit("1", "number", 1);

    /** A number of events, objects or counts. */
    public static final Unit COUNT = new Unit("count", "number", 1);

    /** Energy, and mass or momentum with c = 1; 10^9 electronvolts. */
    public static final Unit GEV = new Unit("GeV", "energy", 1);

    /** Energy, and mass or momentum with c = 1; 10^6 electronvolts. */
    public static final Unit MEV = new Unit("MeV", "energy", 1e-3);

    private static final Map<String, Unit> KNOWN = List.of(
                    ONE,
                    COUNT,
                    GEV,
                    MEV,
                    new Unit("keV", "energy", 1e-6),
                    new Unit("eV", "energy", 1e-9),
                    new Unit("TeV", "energy", 1e3),
                    new Unit("rad", "angle", 1),
                    new Unit("deg", "angle", StrictMath.PI / 180),
                    new Unit("m", "length", 1),
                    new Unit("cm", "length", 1e-2),
                    new Unit("mm", "length", 1e-3),
                    new Unit("um", "length", 1e-6),
                    new Unit("nm", "length", 1e-9),
                    new Unit("Angstrom", "length", 1e-10),
                    new Unit("s", "time", 1),
                    new Unit("h", "time", 3600),
                    new Unit("d", "time", 86400),
                    new Unit("K", "temperature", 1),
                    new Unit("km/s", "speed", 1e3),
                    new Unit("m/s", "speed", 1),
                    new Unit("Mx", "magnetic flux", 1e-8),
                    new Unit("percent", "number", 1e-2))
            .stream()
            .collect(Collectors.toUnmodifiableMap(Unit::symbol, Function.identity()));

    /**
     * The unit with this symbol; a symbol that is not known makes a unit of its own dimension, which converts to itself
     * alone.
     */
    public static Unit of(String symbol) {
        return KNOWN.getOrDefault(symbol, new Unit(symbol, symbol, 1));
    }

    /**
     * The factor that turns a value in this unit into one in the other.
     *
     * @throws NovumException if the dimensions differ
     */
    public double factorTo(Unit other) {
        if (!dimension.equals(other.dimension)) {
            throw new NovumException(
                    ExitCode.DATA,
                    "cannot convert " + symbol + " (" + dimension + ") to " + other.symbol + " (" + other.dimension
                            + "); correct the unit in the study file");
        }
        return factor / other.factor;
    }
}
