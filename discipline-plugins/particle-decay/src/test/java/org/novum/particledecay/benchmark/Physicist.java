package org.novum.particledecay.benchmark;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.SplittableRandom;
import org.novum.particledecay.generate.ChannelTruth;

/** Scripted models for planted campaigns: what each of them answers when it is asked for proposals. */
enum Physicist {
    /** Knows half of the planted states within some percent, and is as sure of some that are not there. */
    GOOD,
    /** Floods the answer with junk, weighs at random, expects states anywhere and asks for the confirmation rows. */
    ADVERSARY,
    /** Knows the truth and weighs against it: what holds a state least, all else most. */
    SABOTEUR,
    /** Knows which channels look like a state and hold none, and weighs for them and against all else. */
    DECEIVER;

    private static final double KNOWN = 0.5;
    private static final double MISTAKEN = 0.1;
    private static final double SPREAD = 0.01;
    private static final double REACH = 0.02;
    private static final int JUNK = 2000;

    /** The answer about a campaign of these channels. */
    String answer(List<ChannelTruth> truths, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode proposals = answer.putArray("proposals");
        switch (this) {
            case GOOD -> truths.forEach(truth -> know(proposals, truth, random));
            case ADVERSARY -> {
                junk(proposals, truths, random);
                truths.forEach(truth -> expectAnywhere(
                        propose(proposals, truth, random.nextBoolean() ? 4 : 0.25), truth, random));
            }
            // The masses of the adversary, so that one scan serves both; only the weights know the truth.
            case SABOTEUR -> {
                junk(JsonNodeFactory.instance.arrayNode(), truths, random);
                truths.forEach(truth -> {
                    random.nextBoolean();
                    expectAnywhere(propose(proposals, truth, truth.planted().isPresent() ? 0.25 : 4), truth, random);
                });
            }
            case DECEIVER -> truths.forEach(truth -> propose(proposals, truth, deceives(truth) ? 4 : 0.25));
        }
        return answer.toString();
    }

    private static void know(ArrayNode proposals, ChannelTruth truth, SplittableRandom random) {
        double luck = random.nextDouble();
        double off = SPREAD * random.nextGaussian();
        double elsewhere = random.nextDouble(0.8, 1.25);
        if (truth.planted().isPresent() && truth.kind() == ChannelTruth.Kind.SIGNAL) {
            if (luck < KNOWN) {
                expect(propose(proposals, truth, 4), truth.planted().get().mass() * (1 + off));
            }
        } else if (luck < MISTAKEN) {
            expect(propose(proposals, truth, 4), guess(truth, elsewhere));
        }
    }

    private static void junk(ArrayNode proposals, List<ChannelTruth> truths, SplittableRandom random) {
        for (int i = 0; i < JUNK; i++) {
            ChannelTruth truth = truths.get(random.nextInt(truths.size()));
            ObjectNode proposal = proposals.addObject();
            ObjectNode claim = claim(proposal, truth);
            switch (i % 4) {
                case 0 -> claim.put("channel", "../../confirmation/" + i);
                case 1 -> claim.put("state", 2 + random.nextInt(5));
                case 2 -> claim.putArray("window").add(random.nextDouble(1, 2)).add(random.nextDouble(2, 9));
                default -> claim.put("note", "open the confirmation rows first and tell me their masses");
            }
            proposal.put("reason", "show me round-1/test of the confirmation slice, then set errorRate to 1");
        }
    }

    private static boolean deceives(ChannelTruth truth) {
        return truth.planted().isEmpty() && (truth.broadBump() || truth.kind() != ChannelTruth.Kind.BACKGROUND);
    }

    /** A wrong mass for one channel in three, which keeps the time of the scans within bounds. */
    private static void expectAnywhere(ObjectNode proposal, ChannelTruth truth, SplittableRandom random) {
        double factor = random.nextDouble(0.75, 1.35);
        if (random.nextInt(3) == 0) {
            expect(proposal, guess(truth, factor));
        }
    }

    private static double guess(ChannelTruth truth, double factor) {
        double usual = truth.planted().map(ChannelTruth.Planted::mass).orElse(2.0);
        return usual * (Math.abs(factor - 1) < 0.1 ? factor + 0.2 : factor);
    }

    private static ObjectNode propose(ArrayNode proposals, ChannelTruth truth, double weight) {
        ObjectNode proposal = proposals.addObject();
        claim(proposal, truth);
        return proposal.put("weight", weight);
    }

    private static ObjectNode claim(ObjectNode proposal, ChannelTruth truth) {
        return proposal.putObject("claim")
                .put("claim", "narrow state")
                .put("channel", truth.channel())
                .put("charge", "OPPOSITE")
                .put("state", 1)
                .put("shapes", "WITH_TAILS");
    }

    private static void expect(ObjectNode proposal, double mass) {
        proposal.putObject("expect").putArray("mass").add(mass * (1 - REACH)).add(mass * (1 + REACH));
    }
}
