package org.novum.api.study;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A server of the Model Context Protocol: how it is reached, what its answers may take, and which of its tools may be called.
 *
 * @param reach how it is reached
 * @param limits of one answer
 * @param admitted tools by their exact names; all others are not there
 */
public record ForeignServer(Reach reach, Limits limits, SortedMap<String, Admission> admitted) {
    /** Copies the tools. */
    public ForeignServer {
        admitted = Collections.unmodifiableSortedMap(new TreeMap<>(admitted));
    }

    /** How a server is reached. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "over")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Program.class, name = "stdio"),
        @JsonSubTypes.Type(value = Address.class, name = "http")
    })
    public sealed interface Reach {}

    /**
     * A program that speaks the protocol over its standard input and output.
     *
     * @param command that starts it
     * @param arguments of the command
     * @param env names of variables that it is given, never their values
     */
    public record Program(String command, List<String> arguments, List<String> env) implements Reach {
        /** Copies the lists. */
        public Program {
            arguments = List.copyOf(arguments);
            env = List.copyOf(env);
        }
    }

    /**
     * An address that speaks the protocol's streamable HTTP.
     *
     * @param url of it
     * @param token name of the variable that holds the bearer token; empty where there is none
     */
    public record Address(String url, String token) implements Reach {}

    /**
     * What one answer may take.
     *
     * @param seconds until it is there
     * @param bytes of it
     */
    public record Limits(double seconds, int bytes) {
        /** Enough for tools that look something up. */
        public static final Limits USUAL = new Limits(60, 262_144);
    }

    /** What may be done where a call was interrupted by a crash. */
    public enum Repeats {
        /** It may be made again. */
        SAFE,
        /** It is never made again; that nobody knows what became of it is its result. */
        UNSAFE
    }

    /**
     * A tool that may be called.
     *
     * @param digest of what the server declared of it when it was admitted: name, title, description and schemas
     * @param fromModels arguments that a model may fill; others come from the study alone
     * @param fixed arguments that are the same in every call, an object
     * @param repeats what may be done with an interrupted call
     */
    public record Admission(String digest, List<String> fromModels, JsonNode fixed, Repeats repeats) {
        /** Copies the list. */
        public Admission {
            fromModels = List.copyOf(fromModels);
        }
    }
}
