package org.novum.api.data;

/**
 * A measured value with its uncertainty and unit.
 *
 * @param value the estimate
 * @param error one standard deviation; NaN is refused, 0 means exact by definition
 * @param unit of both
 */
public record Quantity(double value, double error, Unit unit) {
    /** Refuses values that could not be written to a result. */
    public Quantity {
        if (!Double.isFinite(value) || !Double.isFinite(error) || error < 0) {
            throw new IllegalArgumentException(
                    "a quantity needs a finite value and a finite, non-negative error, not " + value + " and " + error);
        }
    }

    /** The same quantity in another unit of the same dimension. */
    public Quantity in(Unit other) {
        double factor = unit.factorTo(other);
        return new Quantity(value * factor, error * factor, other);
    }
}
