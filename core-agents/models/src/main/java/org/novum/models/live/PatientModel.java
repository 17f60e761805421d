package org.novum.models.live;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Duration;
import java.util.function.Consumer;
import org.novum.models.ModelCard;
import org.novum.models.ModelClient;
import org.novum.models.ModelException;
import org.novum.models.ModelException.Reason;
import org.novum.models.ModelReply;
import org.novum.models.ModelRequest;
import org.novum.models.settings.ModelSettings;

/**
 * Asks again with growing pauses when a provider is busy or out of reach, and leaves it in peace for a while when it fails
 * again and again. A provider that says how long to wait ({@code Retry-After}) is waited for, if that is no longer than a try may
 * take; otherwise the call ends there. All tries of a call carry the same key, so that a provider that honours it charges one.
 */
public final class PatientModel implements ModelClient {
    private static final int FAILURES_BEFORE_REST = 8;
    private static final Duration REST = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private final ModelClient model;
    private final Retry retry;
    private final CircuitBreaker breaker;

    /**
     * @param model that is asked
     * @param manners how often and with which pauses
     */
    public PatientModel(ModelClient model, ModelSettings.Manners manners) {
        this.model = model;
        Duration longest = manners.pause().compareTo(LONGEST_PAUSE) > 0 ? manners.pause() : LONGEST_PAUSE;
        IntervalFunction growing = IntervalFunction.ofExponentialRandomBackoff(manners.pause(), 2, 0.5, longest);
        this.retry = Retry.of(
                model.card().name(),
                RetryConfig.<ModelReply>custom()
                        .maxAttempts(manners.tries())
                        .intervalBiFunction((tried, outcome) -> Math.max(growing.apply(tried), asked(outcome.getLeft()).toMillis()))
                        .retryOnException(thrown -> passes(thrown) && asked(thrown).compareTo(manners.timeout()) <= 0)
                        .build());
        this.breaker = CircuitBreaker.of(
                model.card().name(),
                CircuitBreakerConfig.custom()
                        .slidingWindowType(CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
                        .slidingWindowSize(FAILURES_BEFORE_REST)
                        .minimumNumberOfCalls(FAILURES_BEFORE_REST)
                        .failureRateThreshold(100)
                        .waitDurationInOpenState(REST)
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .recordException(PatientModel::passes)
                        .build());
    }

    private static boolean passes(Throwable thrown) {
        return thrown instanceof ModelException failed && failed.reason().passes();
    }

    private static Duration asked(Throwable thrown) {
        return thrown instanceof ModelException failed ? failed.pause() : Duration.ZERO;
    }

    @Override
    public ModelCard card() {
        return model.card();
    }

    @Override
    public ModelReply ask(ModelRequest request, Consumer<String> partial) {
        try {
            return retry.executeSupplier(() -> breaker.executeSupplier(() -> model.ask(request, partial)));
        } catch (CallNotPermittedException resting) {
            throw new ModelException(
                    Reason.RESTING,
                    "model " + card().name() + ": " + FAILURES_BEFORE_REST + " failures in a row; it is left in peace for "
                            + REST.toSeconds() + " s",
                    resting);
        }
    }
}
