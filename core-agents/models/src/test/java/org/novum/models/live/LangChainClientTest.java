package org.novum.models.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.novum.models.ModelCard;
import org.novum.models.ModelClient;
import org.novum.models.ModelException;
import org.novum.models.ModelException.Reason;
import org.novum.models.ModelReply;
import org.novum.models.ModelRequest;
import org.novum.models.ToolCall;
import org.novum.models.ToolCard;
import org.novum.models.Turn;
import org.novum.models.Usage;
import org.novum.models.form.FormedAnswer;
import org.novum.models.settings.ModelSettings;
import org.novum.models.settings.ModelsReader;
import org.novum.models.settings.Secrets;
import org.novum.pluginsdk.chat.ChatAnswer;
import org.novum.pluginsdk.chat.ChatCall;
import org.novum.pluginsdk.chat.ChatServer;

class LangChainClientTest {
    private static final String KEY = "sk-a-key-that-nobody-may-see";

    private static ModelSettings settings(ChatServer server) {
        JsonNode models = JsonNodeFactory.instance
                .objectNode()
                .set("default", JsonNodeFactory.instance
                        .objectNode()
                        .put("baseUrl", server.baseUrl().toString())
                        .put("model", "scripted")
                        .put("key", "SOME_KEY")
                        .put("timeoutSeconds", 2)
                        .put("pauseSeconds", 0.001));
        return ModelsReader.read(models).get("default");
    }

    private static ModelClient client(ChatServer server) {
        ModelSettings settings = settings(server);
        return new LangChainClient(settings, new Secrets(Map.of("SOME_KEY", KEY), Path.of("nowhere")).find("SOME_KEY"));
    }

    private static ModelRequest request(String text) {
        return new ModelRequest(
                List.of(new Turn.Instruction("You are brief."), new Turn.Message(text)),
                List.of(),
                null,
                new ModelRequest.Sampling(0, 100),
                "run-1/ask");
    }

    private static ChatServer saying(ChatAnswer... answers) {
        AtomicInteger next = new AtomicInteger();
        return ChatServer.start(_ -> answers[Math.min(next.getAndIncrement(), answers.length - 1)]);
    }

    private static void assertFails(ChatAnswer answer, Reason reason) {
        try (ChatServer server = saying(answer)) {
            assertThatThrownBy(() -> client(server).ask(request("Well?")))
                    .isInstanceOfSatisfying(ModelException.class, failed -> assertThat(failed.reason()).isEqualTo(reason))
                    .hasMessageContaining("model default")
                    .hasMessageNotContaining(KEY);
        }
    }

    @Test
    void asksAndHears() {
        try (ChatServer server = saying(new ChatAnswer.Text("Yes, sir."))) {
            StringBuilder heard = new StringBuilder();
            ModelReply reply = client(server).ask(request("Well?"), heard::append);
            assertThat(reply.text()).isEqualTo("Yes, sir.");
            assertThat(heard).hasToString("Yes, sir.");
            assertThat(reply.end()).isEqualTo(ModelReply.End.STOP);
            assertThat(reply.revision()).isEqualTo(ChatServer.REVISION);
            assertThat(reply.usage().inputTokens()).isPositive();
            assertThat(reply.usage().outputTokens()).isPositive();
            ChatCall call = server.calls().getFirst();
            assertThat(call.last("system")).contains("You are brief.");
            assertThat(call.last("user")).contains("Well?");
            assertThat(call.key()).isEqualTo("run-1/ask");
            assertThat(call.authorization()).isEqualTo("Bearer " + KEY);
            assertThat(call.body().path("model").asText()).isEqualTo("scripted");
        }
    }

    @Test
    void offersToolsAndHearsWishes() {
        Function<ChatCall, ChatAnswer> behaviour = call -> call.last("tool").isPresent()
                ? new ChatAnswer.Text("There are " + call.last("tool").get())
                : new ChatAnswer.Tools(List.of(new ChatAnswer.Wish("count", "{\"column\":\"mass\"}")));
        try (ChatServer server = ChatServer.start(behaviour)) {
            JsonNode schema = JsonNodeFactory.instance.objectNode().put("type", "object")
                    .set("properties", JsonNodeFactory.instance.objectNode()
                            .set("column", JsonNodeFactory.instance.objectNode().put("type", "string")));
            ModelRequest plain = request("How many?");
            ModelRequest asked = new ModelRequest(
                    plain.turns(), List.of(new ToolCard("count", "Counts rows", schema)), null, plain.sampling(), "k-1");
            ModelReply wish = client(server).ask(asked);
            assertThat(wish.end()).isEqualTo(ModelReply.End.TOOLS);
            assertThat(wish.calls()).containsExactly(new ToolCall("call-0", "count", "{\"column\":\"mass\"}"));
            assertThat(server.calls().getFirst().body().at("/tools/0/function/parameters/properties/column/type").asText())
                    .isEqualTo("string");

            ModelReply last = client(server)
                    .ask(asked.with(
                            List.of(wish.turn(), new Turn.ToolResult(wish.calls().getFirst(), "17")), "k-2"));
            assertThat(last.text()).isEqualTo("There are 17");
        }
    }

    @Test
    void failuresHaveReasons() {
        assertFails(new ChatAnswer.Status(401), Reason.AUTHENTICATION);
        assertFails(new ChatAnswer.Status(404), Reason.NO_SUCH_MODEL);
        assertFails(new ChatAnswer.Status(400), Reason.REFUSED_REQUEST);
        assertFails(new ChatAnswer.Status(429), Reason.RATE_LIMIT);
        assertFails(new ChatAnswer.Status(503), Reason.UNREACHABLE);
        assertFails(new ChatAnswer.EndsEarly("half an ans"), Reason.CUT);
        assertFails(new ChatAnswer.Slow(Duration.ofSeconds(5), "late"), Reason.TIMEOUT);
    }

    @Test
    void aConnectionThatBreaksIsAFailure() {
        try (ChatServer server = saying(new ChatAnswer.CutAfter("half an ans"))) {
            assertThatThrownBy(() -> client(server).ask(request("Well?")))
                    .isInstanceOfSatisfying(ModelException.class, failed -> assertThat(failed.reason().passes()).isTrue());
        }
    }

    @Test
    void patienceGetsTheAnswerAndPaysOnce() {
        try (ChatServer server = saying(
                new ChatAnswer.Status(429), new ChatAnswer.Status(503), new ChatAnswer.EndsEarly("ha"), new ChatAnswer.Text("Here."))) {
            PatientModel patient = new PatientModel(client(server), settings(server).manners());
            assertThat(patient.ask(request("Well?")).text()).isEqualTo("Here.");
            assertThat(server.calls()).hasSize(4).extracting(ChatCall::key).containsOnly("run-1/ask");
            assertThat(server.charged()).isEqualTo(1);
            assertThat(patient.ask(request("Well?")).text()).isEqualTo("Here.");
            assertThat(server.charged()).isEqualTo(1);
        }
    }

    @Test
    void patienceEndsAndThenRests() {
        try (ChatServer server = saying(new ChatAnswer.Status(503))) {
            PatientModel patient = new PatientModel(client(server), settings(server).manners());
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(() -> patient.ask(request("Well?")))
                        .isInstanceOfSatisfying(ModelException.class, failed -> assertThat(failed.reason()).isEqualTo(Reason.UNREACHABLE));
            }
            assertThat(server.calls()).hasSize(8);
            assertThatThrownBy(() -> patient.ask(request("Well?")))
                    .isInstanceOfSatisfying(ModelException.class, failed -> assertThat(failed.reason()).isEqualTo(Reason.RESTING));
            assertThat(server.calls()).hasSize(8);
        }
    }

    @Test
    void whatWillNotPassIsNotTriedAgain() {
        try (ChatServer server = saying(new ChatAnswer.Status(401))) {
            PatientModel patient = new PatientModel(client(server), settings(server).manners());
            assertThatThrownBy(() -> patient.ask(request("Well?"))).isInstanceOf(ModelException.class);
            assertThat(server.calls()).hasSize(1);
        }
    }

    @Test
    void nobodyThereIsUnreachable() {
        ChatServer closed = saying(new ChatAnswer.Text("never"));
        ModelClient client = client(closed);
        closed.close();
        assertThatThrownBy(() -> client.ask(request("Well?")))
                .isInstanceOfSatisfying(ModelException.class, failed -> assertThat(failed.reason()).isEqualTo(Reason.UNREACHABLE));
    }

    @Test
    void anAnswerIsMendedAtMostTwice() throws Exception {
        JsonNode form = new ObjectMapper()
                .readTree("{\"type\":\"object\",\"required\":[\"mass\"],\"properties\":{\"mass\":{\"type\":\"number\"}}}");
        ModelRequest plain = request("Which mass?");
        ModelRequest formed = new ModelRequest(plain.turns(), List.of(), form, plain.sampling(), "k");
        try (ChatServer server = saying(
                new ChatAnswer.Text("About nine."),
                new ChatAnswer.Text("{\"mass\":\"nine\"}"),
                new ChatAnswer.Text("```json\n{\"mass\": 9.46}\n```"))) {
            assertThat(new FormedAnswer(client(server)::ask).ask(formed).path("mass").asDouble()).isEqualTo(9.46);
            assertThat(server.calls()).extracting(ChatCall::key).containsExactly("k", "k-mend-1", "k-mend-2");
            assertThat(server.calls().get(1).last("user").orElseThrow()).contains("it is not JSON");
            assertThat(server.calls().get(2).last("user").orElseThrow()).contains("mass").contains("number expected");
            assertThat(server.calls().getFirst().body().at("/response_format/type").asText()).isEqualTo("json_object");
        }
        try (ChatServer server = saying(new ChatAnswer.Text("No."))) {
            assertThatThrownBy(() -> new FormedAnswer(client(server)::ask).ask(formed))
                    .isInstanceOfSatisfying(ModelException.class, failed -> assertThat(failed.reason()).isEqualTo(Reason.WRONG_FORM));
            assertThat(server.calls()).hasSize(3);
        }
    }

    @Test
    void usagesAddUp() {
        assertThat(new Usage(3, 4).plus(new Usage(10, 20))).isEqualTo(new Usage(13, 24));
        assertThat(new ModelCard.Prices(2, 8).of(new Usage(1_000_000, 500_000))).isEqualTo(6);
    }
}
