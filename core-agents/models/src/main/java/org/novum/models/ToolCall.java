package org.novum.models;

/**
 * A model's wish to have a tool called. It is a wish: whether it is granted, the program decides.
 *
 * @param id by which the model tells its wishes apart
 * @param name of the tool
 * @param arguments as JSON text, unchecked
 */
public record ToolCall(String id, String name, String arguments) {}
