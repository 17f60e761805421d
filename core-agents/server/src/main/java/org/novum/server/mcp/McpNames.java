package org.novum.server.mcp;

/** Addresses of resources. */
final class McpNames {
    /** Of a result that was kept. */
    static final String RESULTS = "novum://results/";

    /** Of the text of a study. */
    static final String STUDIES = "novum://studies/";

    private McpNames() {}
}
