package org.novum.api.data;

/**
 * One column of a dataset.
 *
 * @param name as the plugin asks for it, after the study's mapping
 * @param type of its values
 * @param unit of its values
 */
public record ColumnCard(String name, ColumnType type, Unit unit) {}
