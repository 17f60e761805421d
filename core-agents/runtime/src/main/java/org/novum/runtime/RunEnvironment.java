package org.novum.runtime;

import java.nio.file.Path;
import java.time.InstantSource;
import org.apache.arrow.memory.BufferAllocator;

/**
 * What a run takes from the world outside it.
 *
 * @param clock for the times in the journal; no result depends on it
 * @param home the folder of ledgers and caches, {@code NOVUM_HOME}
 * @param allocator the root of all Arrow memory
 * @param workers number of CPU workers; no result depends on it
 */
public record RunEnvironment(InstantSource clock, Path home, BufferAllocator allocator, int workers) {}
