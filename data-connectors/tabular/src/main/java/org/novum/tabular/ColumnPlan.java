package org.novum.tabular;

import org.novum.api.data.ColumnCard;

/**
 * One column to read.
 *
 * @param card as the plugin knows it
 * @param index of the column in the file
 * @param fileName what the file calls it
 */
public record ColumnPlan(ColumnCard card, int index, String fileName) {
    /** What messages call the column. */
    String label() {
        return card.name().equals(fileName) ? fileName : card.name() + " ('" + fileName + "' in the file)";
    }
}
