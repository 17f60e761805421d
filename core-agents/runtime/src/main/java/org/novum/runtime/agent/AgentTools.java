package org.novum.runtime.agent;

import java.util.function.Consumer;

/**
 * What every agent works with.
 *
 * @param steps journalled steps
 * @param workers CPU workers and step contexts
 * @param bus to the other agents
 * @param failures told of what ends the run early
 */
record AgentTools(Steps steps, Workers workers, TypedBus bus, Consumer<Throwable> failures) {}
