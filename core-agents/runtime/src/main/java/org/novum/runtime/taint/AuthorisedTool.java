package org.novum.runtime.taint;

import com.fasterxml.jackson.databind.JsonNode;
import org.novum.runtime.tool.AdmittedTool;

/**
 * A foreign tool with arguments that fit, of which a model filled only those that the configuration lets it fill.
 *
 * @param tool that is admitted
 * @param arguments with those that are fixed, an object
 */
public record AuthorisedTool(AdmittedTool tool, JsonNode arguments) {}
