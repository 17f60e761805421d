package org.novum.models.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
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
        return settings(server, 2);
    }

    private static ModelSettings settings(ChatServer server, int timeoutSeconds) {
        JsonNode models = JsonNodeFactory.instance
                .objectNode()
                .set("default", JsonNodeFactory.instance
                        .objectNode()
                        .put("baseUrl", server.baseUrl().toString())
                        .put("model", "scripted")
                        .put("key", "SOME_KEY")
                        .put("timeoutSeconds", timeoutSeconds)
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
                .isInstanceOfSatisfying(ModelException.class, failed -> assertThat(failed.reason()).isEqualTo(Reason.NOT_CONNECTED))
                .hasMessageContaining("nobody answers there; check models.default.baseUrl");
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

    /** A stream of one event after the other. */
    private static ChatAnswer.Raw stream(String... events) {
        return new ChatAnswer.Raw(
                200,
                Map.of("Content-Type", "text/event-stream"),
                Arrays.stream(events).map(event -> "data: " + event.replace('\'', '"') + "\n\n").collect(Collectors.joining()));
    }

    private static String said(String text) {
        return "{'id':'c','model':'m','choices':[{'index':0,'delta':{'content':'" + text + "'},'finish_reason':null}]}";
    }

    private static String ended(String usage) {
        return "{'id':'c','model':'m','choices':[{'index':0,'delta':{},'finish_reason':'stop'}],'usage':" + usage + "}";
    }

    private static PatientModel patient(ChatServer server) {
        return new PatientModel(client(server), settings(server).manners());
    }

    @Test
    void aProviderThatSaysHowLongIsWaitedFor() {
        try (ChatServer server = saying(
                new ChatAnswer.Raw(429, Map.of("Retry-After", "1"), "busy"), new ChatAnswer.Text("Here."))) {
            long began = System.nanoTime();
            assertThat(patient(server).ask(request("Well?")).text()).isEqualTo("Here.");
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
        }
        try (ChatServer server = saying(
                new ChatAnswer.Raw(
                        503,
                        Map.of("Retry-After", "Sun, 01 Nov 2026 10:00:00 GMT"),
                        "a date that has passed asks for nothing"),
                new ChatAnswer.Text("Here."))) {
            assertThat(patient(server).ask(request("Well?")).text()).isEqualTo("Here.");
        }
    }

    @Test
    void oneThatAsksForLongerThanATryIsLeftAtOnce() {
        try (ChatServer server = saying(new ChatAnswer.Raw(429, Map.of("Retry-After", "86400"), "come tomorrow"))) {
            assertThatThrownBy(() -> patient(server).ask(request("Well?")))
                    .isInstanceOfSatisfying(ModelException.class, failed -> {
                        assertThat(failed.reason()).isEqualTo(Reason.RATE_LIMIT);
                        assertThat(failed.pause()).hasDays(1);
                    })
                    .hasMessageContaining("it asks for 86400 s of rest");
            assertThat(server.calls()).hasSize(1);
        }
    }

    @Test
    void aReplyWithoutEndIsBrokenOffAndNotAskedForAgain() {
        try (ChatServer server = saying(stream(said("x".repeat(20 << 20))))) {
            ModelSettings settings = settings(server, 60);
            PatientModel patient = new PatientModel(new LangChainClient(settings, Optional.empty()), settings.manners());
            assertThatThrownBy(() -> patient.ask(request("Well?")))
                    .isInstanceOfSatisfying(ModelException.class, failed -> assertThat(failed.reason()).isEqualTo(Reason.TOO_LONG))
                    .hasMessageContaining("more than 16879616 bytes");
            assertThat(server.calls()).hasSize(1);
        }
        assertFails(stream(said("x".repeat(5_000_000)), ended("null"), "[DONE]"), Reason.TOO_LONG);
    }

    @Test
    void theKeyIsBlottedOutOfWhateverComesBack() {
        String spelled = KEY.chars().mapToObj(one -> String.format("\\u%04X", one)).collect(Collectors.joining());
        try (ChatServer server = saying(
                stream(said("Bearer sk-a-key-"), said("that-nobody-may-see, yours?"), ended("null"), "[DONE]"),
                new ChatAnswer.Text("{\"reason\":\"" + spelled + "\"}"))) {
            assertThat(client(server).ask(request("Well?")).text()).isEqualTo("Bearer (secret), yours?");
            assertThat(client(server).ask(request("Well?")).text()).isEqualTo("{\"reason\":\"(secret)\"}");
        }
        try (ChatServer server = saying(new ChatAnswer.Tools(List.of(new ChatAnswer.Wish(KEY, "{\"column\":\"" + KEY + "\"}"))))) {
            assertThat(client(server).ask(request("Well?")).calls())
                    .containsExactly(new ToolCall("call-0", "(secret)", "{\"column\":\"(secret)\"}"));
        }
        for (int status : List.of(400, 401, 404, 418, 429, 500)) {
            try (ChatServer server = saying(new ChatAnswer.Raw(status, Map.of(), "your key " + KEY + " is odd"))) {
                assertThatThrownBy(() -> client(server).ask(request("Well?"))).satisfies(failed -> {
                    StringWriter trace = new StringWriter();
                    failed.printStackTrace(new PrintWriter(trace));
                    assertThat(trace.toString()).doesNotContain(KEY);
                });
            }
        }
    }

    @Test
    void whatNoJournalCanHoldIsReplaced() throws Exception {
        JsonNode form = new ObjectMapper()
                .readTree("{\"type\":\"object\",\"properties\":{\"mass\":{\"type\":\"number\"},\"why\":{\"type\":\"string\"}}}");
        ModelRequest plain = request("Which mass?");
        ModelRequest formed = new ModelRequest(plain.turns(), List.of(), form, plain.sampling(), "k");
        try (ChatServer server = saying(
                stream(said("half \\ud800 a pair"), ended("null"), "[DONE]"),
                new ChatAnswer.Text("{\"mass\": 1e999}"),
                new ChatAnswer.Text("{\"mass\": 9.46, \"why\": \"half \\udc00\"}"))) {
            assertThat(client(server).ask(request("Well?")).text()).isEqualTo("half \ufffd a pair");
            assertThat(new FormedAnswer(client(server)::ask).ask(formed)).hasToString("{\"mass\":9.46,\"why\":\"half \ufffd\"}");
            assertThat(server.calls()).hasSize(3);
        }
    }

    @Test
    void tokensBelowNothingAreNotCounted() {
        String usage = "{'prompt_tokens':10,'completion_tokens':-1000000,'total_tokens':-999990}";
        try (ChatServer server = saying(stream(said("Yes."), ended(usage), "[DONE]"))) {
            assertThat(client(server).ask(request("Well?")).usage()).isEqualTo(Usage.NONE);
        }
        assertThatThrownBy(() -> new Usage(1, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void usagesAddUp() {
        assertThat(new Usage(3, 4).plus(new Usage(10, 20))).isEqualTo(new Usage(13, 24));
        assertThat(new ModelCard.Prices(2, 8).of(new Usage(1_000_000, 500_000))).isEqualTo(6);
    }
}
