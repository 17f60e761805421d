package org.novum.runtime.tool;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** An open line to a foreign server. What comes over it is foreign; values of variables that the server knows are blotted out. */
public interface ToolLine extends AutoCloseable {
    /**
     * All tools that the server has now.
     *
     * @throws ToolException if it does not answer in time, in size and in form
     */
    List<OfferedTool> offer();

    /**
     * Calls a tool once.
     *
     * @param tool its exact name
     * @param arguments an object
     * @throws ToolException if there is no answer
     */
    ToolReply call(String tool, JsonNode arguments);

    /** Hangs up, and ends the program if there is one. */
    @Override
    void close();
}
