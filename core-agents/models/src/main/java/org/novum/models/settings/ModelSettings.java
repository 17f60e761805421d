package org.novum.models.settings;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.novum.models.ModelCard;
import org.novum.models.ModelRequest;

/**
 * How one model is reached and asked; nothing of it is secret.
 *
 * @param card what it is
 * @param provider whose protocol it speaks
 * @param baseUrl its address
 * @param keyVariable name under which {@link Secrets} keeps its key; empty where it needs none
 * @param manners how patiently it is asked
 */
public record ModelSettings(
        ModelCard card, Provider provider, URI baseUrl, Optional<String> keyVariable, Manners manners) {
    /**
     * How patiently a model is asked.
     *
     * @param sampling of its answers
     * @param timeout of one try
     * @param tries at most, when the provider is busy or out of reach
     * @param pause before the second try; it doubles from try to try, with a random half
     * @param repeats what a call costs that is repeated under its key
     */
    public record Manners(
            ModelRequest.Sampling sampling, Duration timeout, int tries, Duration pause, Repeats repeats) {
        /** Four tries of two minutes each, a second apart and growing. */
        public static final Manners USUAL = new Manners(
                new ModelRequest.Sampling(0.2, 4096),
                Duration.ofMinutes(2),
                4,
                Duration.ofSeconds(1),
                Repeats.CHARGED_EACH);
    }

    /** What a provider charges for a call that is repeated under the same {@code Idempotency-Key}. */
    public enum Repeats {
        /** It answers from its record. */
        CHARGED_ONCE,
        /** Each time; what must be assumed of a provider that does not say otherwise. */
        CHARGED_EACH
    }
}
