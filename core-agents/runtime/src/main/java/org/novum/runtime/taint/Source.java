package org.novum.runtime.taint;

/** Where a foreign value comes from. */
public enum Source {
    /** Names and texts of data. */
    DATA,
    /** What an operation gave, which may hold texts of data. */
    OPERATION,
    /** What the server of a foreign tool said. */
    TOOL,
    /** Texts and entries of publications. */
    LITERATURE,
    /** What a model said. */
    MODEL,
    /** What a person said who approved a plan. */
    PERSON
}
