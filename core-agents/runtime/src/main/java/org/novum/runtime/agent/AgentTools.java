package org.novum.runtime.agent;

import java.util.function.Consumer;
import org.novum.runtime.approval.Approver;
import org.novum.runtime.literature.Retrieved;
import org.novum.runtime.model.ModelDesk;
import org.novum.runtime.tool.call.ToolDesk;

/**
 * What every agent works with.
 *
 * @param steps journalled steps
 * @param workers CPU workers and step contexts
 * @param desk over which models are asked
 * @param foreign desk over which tools of others are called
 * @param approver who is asked before a plan is registered
 * @param literature that models are shown passages of
 * @param bus to the other agents
 * @param failures told of what ends the run early
 */
record AgentTools(
        Steps steps,
        Workers workers,
        ModelDesk desk,
        ToolDesk foreign,
        Approver approver,
        Retrieved literature,
        TypedBus bus,
        Consumer<Throwable> failures) {}
