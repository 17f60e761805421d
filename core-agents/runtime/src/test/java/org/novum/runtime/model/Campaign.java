package org.novum.runtime.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.novum.api.event.RunEvent;
import org.novum.api.study.Call;
import org.novum.api.study.ForeignTools;
import org.novum.api.study.Literature;
import org.novum.api.study.ModelBudget;
import org.novum.api.study.Study;
import org.novum.api.study.Team;
import org.novum.journal.BoundaryListener;
import org.novum.models.live.LiveModels;
import org.novum.models.settings.Secrets;
import org.novum.pluginsdk.chat.ChatServer;
import org.novum.report.FindingsDocument;
import org.novum.runtime.Observers;
import org.novum.runtime.Research;
import org.novum.runtime.testing.Laboratory;

/** A laboratory whose study is asked by a model behind a local server, over HTTP and with a key. */
final class Campaign implements AutoCloseable {
    static final String KEY = "sk-5f3a9c71-never-to-be-seen";
    static final String VARIABLE = "CAMPAIGN_MODEL_KEY";

    final List<RunEvent> events = new CopyOnWriteArrayList<>();
    private final Laboratory laboratory;
    private final Path folder;
    private final ChatServer server;
    private List<String> proposers = List.of("systematic", "default");
    private List<String> roles = List.of();
    private ForeignTools foreign = ForeignTools.NONE;
    private List<Call> calls = List.of();
    private Literature literature = Literature.NONE;
    private ModelBudget budget = ModelBudget.USUAL;
    private boolean honoursKeys = true;
    private double timeoutSeconds = 5;
    private BoundaryListener boundaries = BoundaryListener.NONE;

    Campaign(Path folder, ChatServer server) {
        this.folder = folder;
        this.server = server;
        this.laboratory = new Laboratory(folder)
                .reaching(new LiveModels(new Secrets(Map.of(VARIABLE, KEY), folder.resolve("home"))));
        laboratory.data();
    }

    Campaign askedBy(String... names) {
        proposers = List.of(names);
        return this;
    }

    Campaign servedBy(String... names) {
        roles = List.of(names);
        return this;
    }

    Campaign callingTools(ForeignTools tools, Call... asked) {
        foreign = tools;
        calls = List.of(asked);
        return this;
    }

    Campaign reading(Literature other) {
        literature = other;
        return this;
    }

    Campaign spending(ModelBudget other) {
        budget = other;
        return this;
    }

    Campaign chargedEachTime() {
        honoursKeys = false;
        return this;
    }

    Campaign hasty() {
        timeoutSeconds = 0.2;
        return this;
    }

    Campaign watchedBy(BoundaryListener listener) {
        boundaries = listener;
        return this;
    }

    Laboratory laboratory() {
        return laboratory;
    }

    Path out() {
        return folder.resolve("out");
    }

    Study study() {
        Study usual = Laboratory.study("file:" + folder.resolve("data") + "/*.csv");
        return new Study(
                        usual.name(), usual.question(), usual.experiment(), usual.discipline(), usual.data(), usual.options(),
                        usual.budget(), calls)
                .askedBy(new Team(proposers, settings(), budget, literature))
                .calling(foreign);
    }

    private JsonNode settings() {
        ObjectNode models = JsonNodeFactory.instance.objectNode();
        List<String> names = new java.util.ArrayList<>(proposers);
        names.addAll(roles);
        for (String name : names) {
            if (!name.equals("systematic")) {
                models.putObject(name)
                        .put("model", "stub")
                        .put("baseUrl", server.baseUrl().toString())
                        .put("key", VARIABLE)
                        .put("tries", 2)
                        .put("pauseSeconds", 0.001)
                        .put("timeoutSeconds", timeoutSeconds)
                        .put("maxOutputTokens", 1000)
                        .put("honoursKeys", honoursKeys);
            }
        }
        return models;
    }

    Research research() {
        return new Research(
                laboratory.plugins(), laboratory.environment(), (_, _, _) -> java.util.Optional.empty(), observers());
    }

    private Observers observers() {
        return new Observers(events::add, boundaries);
    }

    FindingsDocument run() {
        return research().run(study(), 1, out());
    }

    FindingsDocument runOrResume() {
        return Files.exists(out().resolve("journal.db")) ? research().resume(out()) : run();
    }

    <E extends RunEvent> List<E> heard(Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    @Override
    public void close() {
        laboratory.close();
    }
}
