package org.novum.runtime.model;

import org.novum.runtime.taint.Sourced;

/**
 * What came of an analyst's look at exploration rows.
 *
 * @param model that looked
 * @param note for who proposes next; empty where there is none
 * @param calls of operations that were carried out
 * @param repeats of calls that had been carried out before, and wishes that were refused
 * @param problem why the conversation ended early; empty otherwise
 */
public record Inspection(String model, Sourced<String> note, int calls, int repeats, String problem) {}
