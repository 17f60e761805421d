package org.novum.server;

/**
 * What is served, by whatever protocol.
 *
 * @param operations for callers
 * @param studies for callers
 * @param formats of results
 * @param calls how many work at a time
 * @param results where long results are kept for callers that read the first rows only
 */
public record Served(
        ServedOperations operations, ServedStudies studies, ResultFormats formats, Calls calls, Results results) {}
