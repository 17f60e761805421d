package org.novum.server.mcp;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A tool as clients see it.
 *
 * @param name of letters, digits, '-' and '_', as the interfaces of models demand
 * @param title for people
 * @param description what it does and returns
 * @param schema JSON schema of its arguments
 * @param effect of calling it
 */
record Tool(String name, String title, String description, ObjectNode schema, Effect effect) {
    /** What a call changes. */
    enum Effect {
        /** Nothing but the record that somebody looked. */
        READS,
        /** An error ledger pays for it. */
        PAYS
    }
}
