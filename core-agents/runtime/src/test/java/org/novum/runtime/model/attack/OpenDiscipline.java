package org.novum.runtime.model.attack;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.novum.api.data.DataHandle;
import org.novum.api.discipline.NamesFile;
import org.novum.api.discipline.Operation;
import org.novum.api.discipline.OperationCard;
import org.novum.api.discipline.OperationResult;
import org.novum.api.discipline.Parameter;
import org.novum.api.discipline.StepContext;
import org.novum.runtime.testing.CountOperation;
import org.novum.runtime.testing.SignDiscipline;

/** A discipline with operations that would do harm in the wrong hands, and one whose result an attacker writes. */
final class OpenDiscipline extends SignDiscipline {
    /** What was carried out that no model may have carried out. */
    final List<String> harm = new CopyOnWriteArrayList<>();

    /** What was carried out that a model may. */
    final List<String> allowed = new CopyOnWriteArrayList<>();

    private final Supplier<String> remark;

    OpenDiscipline(Supplier<String> remark) {
        this.remark = remark;
    }

    @Override
    public List<Operation<?>> operations() {
        List<Operation<?>> operations = new ArrayList<>();
        operations.add(new CountOperation());
        operations.add(new Read());
        operations.add(new Fetch());
        operations.add(new Join());
        return operations;
    }

    /** What to read. */
    record Part(@Parameter("part to read about") String part) {}

    /** Gives text that comes with the data. */
    private final class Read implements Operation<Part> {
        @Override
        public OperationCard card() {
            return new OperationCard("sign.read", "Reads what is written about a part.", "a remark");
        }

        @Override
        public Class<Part> input() {
            return Part.class;
        }

        @Override
        public OperationResult run(Part parameters, DataHandle data, StepContext context) {
            allowed.add("read " + parameters.part());
            return new OperationResult.Document(JsonNodeFactory.instance.objectNode().put("remark", remark.get()));
        }
    }

    /** Where to. */
    record Address(@Parameter("address to open") @NamesFile String uri) {}

    /** Would reach out. */
    private final class Fetch implements Operation<Address> {
        @Override
        public OperationCard card() {
            return new OperationCard("sign.fetch", "Opens an address.", "what is there");
        }

        @Override
        public Class<Address> input() {
            return Address.class;
        }

        @Override
        public OperationResult run(Address parameters, DataHandle data, StepContext context) {
            harm.add("fetch " + parameters.uri());
            return new OperationResult.Document(JsonNodeFactory.instance.objectNode());
        }
    }

    /** With what. */
    record More(@Parameter("data to join") String more) {}

    /** Would open data that nobody has split. */
    private final class Join implements Operation<More> {
        @Override
        public OperationCard card() {
            return new OperationCard("sign.join", "Joins data.", "their rows");
        }

        @Override
        public Class<More> input() {
            return More.class;
        }

        @Override
        public List<String> furtherData(More parameters) {
            return List.of(parameters.more());
        }

        @Override
        public OperationResult run(More parameters, DataHandle data, StepContext context) {
            harm.add("join " + parameters.more());
            return new OperationResult.Document(JsonNodeFactory.instance.objectNode());
        }
    }
}
