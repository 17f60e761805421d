package org.novum.models.live;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.ollama.OllamaStreamingChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.novum.models.ModelCard;
import org.novum.models.ModelClient;
import org.novum.models.ModelException;
import org.novum.models.ModelException.Reason;
import org.novum.models.ModelReply;
import org.novum.models.ModelRequest;
import org.novum.models.form.Recordable;
import org.novum.models.settings.ModelSettings;
import org.novum.models.settings.Provider;
import org.novum.models.settings.Secret;

/**
 * A model at an address, asked through LangChain4j; one try per call. Should the provider write the key that it was sent into
 * its reply or into a refusal, it is blotted out before anybody sees it.
 */
public final class LangChainClient implements ModelClient {
    /** Header by which a provider knows a call that it has answered before. */
    public static final String KEY_HEADER = "Idempotency-Key";

    /** A streamed token with all that is written about it takes a few hundred bytes; thoughts are streamed too and not asked for. */
    private static final long BYTES_PER_TOKEN = 1024;
    private static final long BYTES_BESIDE = 16 << 20;

    private final ModelSettings settings;
    private final Optional<Secret> key;

    /**
     * @param settings how it is reached
     * @param key it asks for, if any
     */
    public LangChainClient(ModelSettings settings, Optional<Secret> key) {
        this.settings = settings;
        this.key = key;
    }

    @Override
    public ModelCard card() {
        return settings.card();
    }

    @Override
    public ModelReply ask(ModelRequest request, Consumer<String> partial) {
        Listening listening = new Listening(partial);
        Failure failure = new Failure(settings, key);
        long mostBytes = BYTES_BESIDE + BYTES_PER_TOKEN * request.sampling().maxOutputTokens();
        try (Exchange exchange = new Exchange(settings.manners().timeout(), mostBytes)) {
            model(request, exchange.builder()).chat(Translation.request(request), listening);
            // The provider may also go on for ever, a word at a time: the whole reply has this long.
            ChatResponse response = listening.whole.get(settings.manners().timeout().toMillis(), TimeUnit.MILLISECONDS);
            return Translation.reply(response, settings.card(), text -> failure.safe(Recordable.text(text)));
        } catch (ExecutionException failed) {
            throw failure.of(failed.getCause());
        } catch (TimeoutException late) {
            throw new ModelException(
                    Reason.TIMEOUT,
                    "model " + settings.card().name() + ": no whole reply from " + settings.baseUrl() + " within "
                            + settings.manners().timeout().toSeconds() + " s; raise models." + settings.card().name()
                            + ".timeoutSeconds or take a faster model",
                    late);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ModelException(Reason.CUT, "model " + settings.card().name() + ": the call was interrupted", interrupted);
        } catch (ModelException known) {
            throw known;
        } catch (RuntimeException failed) {
            throw failure.of(failed);
        }
    }

    /** Made anew for each call, since the key of the call stands in a header; connections are few and calls are slow. */
    private StreamingChatModel model(ModelRequest request, HttpClientBuilder http) {
        Map<String, String> headers = Map.of(KEY_HEADER, request.key());
        if (settings.provider() == Provider.OLLAMA) {
            return OllamaStreamingChatModel.builder()
                    .httpClientBuilder(http)
                    .baseUrl(settings.baseUrl().toString())
                    .modelName(settings.card().model())
                    .timeout(settings.manners().timeout())
                    .customHeaders(headers)
                    .build();
        }
        return OpenAiStreamingChatModel.builder()
                .httpClientBuilder(http)
                .baseUrl(settings.baseUrl().toString())
                .apiKey(key.map(Secret::reveal).orElse("none"))
                .modelName(settings.card().model())
                .timeout(settings.manners().timeout())
                .customHeaders(headers)
                .build();
    }

    private static final class Listening implements StreamingChatResponseHandler {
        private final CompletableFuture<ChatResponse> whole = new CompletableFuture<>();
        private final Consumer<String> partial;

        Listening(Consumer<String> partial) {
            this.partial = partial;
        }

        @Override
        public void onPartialResponse(String text) {
            partial.accept(text);
        }

        @Override
        public void onCompleteResponse(ChatResponse response) {
            whole.complete(response);
        }

        @Override
        public void onError(Throwable problem) {
            whole.completeExceptionally(problem);
        }
    }
}
