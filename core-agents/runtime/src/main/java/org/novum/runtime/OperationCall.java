package org.novum.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.api.data.DataSource;
import org.novum.api.data.Dataset;
import org.novum.api.data.DatasetCard;
import org.novum.api.data.PartitionPolicy;
import org.novum.api.discipline.Operation;
import org.novum.api.discipline.OperationResult;
import org.novum.api.discipline.ParameterBinder;
import org.novum.journal.ExperimentLedgerStore;
import org.novum.journal.Registration;
import org.novum.runtime.agent.Dated;
import org.novum.runtime.agent.Workers;
import org.novum.runtime.ledger.ErrorLedger;
import org.novum.runtime.content.Contents;
import org.novum.runtime.content.Sketching;
import org.novum.runtime.ledger.LedgerFiles;
import org.novum.runtime.ledger.Looks;
import org.novum.runtime.ledger.RegistrationRequest;
import org.novum.runtime.partition.PartitionedData;
import org.novum.runtime.partition.Slices;

/** Calls one operation for a person, on all rows, and records that somebody looked. */
public final class OperationCall {
    private final Plugins plugins;
    private final RunEnvironment environment;
    private final RunListener listener;
    private final SourceGate gate;

    /**
     * For a person at this machine, who may name every file.
     *
     * @param plugins disciplines and connectors
     * @param environment home folder, memory and workers
     * @param listener told of progress
     */
    public OperationCall(Plugins plugins, RunEnvironment environment, RunListener listener) {
        this(plugins, environment, listener, SourceGate.OPEN);
    }

    /**
     * @param plugins disciplines and connectors
     * @param environment home folder, memory and workers
     * @param listener told of progress
     * @param gate decides which files the caller may name
     */
    public OperationCall(Plugins plugins, RunEnvironment environment, RunListener listener, SourceGate gate) {
        this.plugins = plugins;
        this.environment = environment;
        this.listener = listener;
        this.gate = gate;
    }

    /**
     * Calls an operation.
     *
     * @param name of the operation, {@code discipline.verb}
     * @param source of the data
     * @param words of its parameters
     */
    public OperationResult call(String name, DataSource source, Map<String, String> words) {
        Operation<?> operation = plugins.operation(name);
        return call(name, source, ParameterBinder.tree(operation.input(), words));
    }

    /**
     * Calls an operation.
     *
     * @param name of the operation, {@code discipline.verb}
     * @param source of the data
     * @param parameters a JSON object
     */
    public OperationResult call(String name, DataSource source, JsonNode parameters) {
        Operation<?> operation = plugins.operation(name);
        return bound(operation, admitted(source), gate.admit(operation.input(), parameters));
    }

    private DataSource admitted(DataSource source) {
        return new DataSource(
                source.uris().stream().map(gate::admit).toList(), source.columns(), source.units(), source.select());
    }

    private <I extends Record> OperationResult bound(Operation<I> operation, DataSource source, JsonNode tree) {
        I parameters = ParameterBinder.bind(operation.input(), tree);
        List<String> further = operation.furtherData(parameters).stream().map(gate::admit).toList();
        try (Workers workers = new Workers(environment.workers(), environment.allocator(), listener::happened);
                Dataset dataset = plugins.open(together(source, further))) {
            Contents contents = workers.lend("content", context -> Sketching.of(dataset, context));
            recordLook(operation.card().name(), dataset.card(), contents);
            PartitionedData data = new PartitionedData(
                    dataset, new PartitionPolicy.WholeSample("a person's call reads all rows"), "call");
            return workers.lend(
                    operation.card().name(),
                    context -> operation.run(
                            parameters,
                            data.handle(List.of(Slices.ALL), context.allocator()),
                            new Dated(context, environment.clock().instant())));
        } catch (IllegalArgumentException wrong) {
            throw new NovumException(ExitCode.USAGE, operation.card().name() + ": " + wrong.getMessage(), wrong);
        }
    }

    /** The data of the call and those that its parameters name, each URI once. */
    private static DataSource together(DataSource source, List<String> further) {
        List<String> uris = Stream.concat(source.uris().stream(), further.stream()).distinct().toList();
        if (uris.isEmpty()) {
            throw new NovumException(ExitCode.USAGE, "no data are named; name them under in, on the command line with --in");
        }
        return new DataSource(uris, source.columns(), source.units(), source.select());
    }

    /**
     * Writes down that somebody looked at all rows: for the experiments that have registered or explored overlapping files,
     * and in the home's log for those that will.
     */
    private void recordLook(String operation, DatasetCard card, Contents contents) {
        LedgerFiles files = LedgerFiles.of(environment);
        RegistrationRequest.Sample sample = new RegistrationRequest.Sample(
                card, new PartitionPolicy.WholeSample("a person's call"), Slices.ALL, contents);
        Looks.Look look = new Looks.Look(
                sample,
                new Registration.Requester(operation, "call"),
                environment.clock().instant().toString());
        try (ExperimentLedgerStore log = files.looks()) {
            look.record(log);
        }
        for (String experiment : files.experiments()) {
            try (ExperimentLedgerStore store = files.open(experiment)) {
                ErrorLedger ledger = new ErrorLedger(store);
                if (ledger.knows(sample)) {
                    ledger.openedByPerson(look);
                }
            }
        }
    }
}
