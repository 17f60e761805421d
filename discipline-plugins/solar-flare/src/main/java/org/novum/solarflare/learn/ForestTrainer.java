package org.novum.solarflare.learn;

import com.google.protobuf.InvalidProtocolBufferException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.Trainer;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.dtree.CARTClassificationTrainer;
import org.tribuo.classification.dtree.impurity.GiniIndex;
import org.tribuo.classification.ensemble.AdaBoostTrainer;
import org.tribuo.classification.ensemble.FullyWeightedVotingCombiner;
import org.tribuo.common.tree.LeafNode;
import org.tribuo.common.tree.Node;
import org.tribuo.common.tree.RandomForestTrainer;
import org.tribuo.common.tree.SplitNode;
import org.tribuo.common.tree.TreeModel;
import org.tribuo.ensemble.WeightedEnsembleModel;
import org.tribuo.impl.ArrayExample;
import org.tribuo.protos.core.WeightedEnsembleModelProto;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/**
 * Trains trees with Tribuo, and takes them out of it: Tribuo's own files state when they were made, so that two of the
 * same model differ.
 */
public enum ForestTrainer {
    /** Breiman, Mach. Learn. 45 (2001) 5. */
    RANDOM_FOREST,
    /** Multi-class AdaBoost (SAMME): Zhu, Zou, Rosset and Hastie, Stat. Interface 2 (2009) 349. */
    BOOSTED;

    private static final int TREES = 30;
    private static final int DEPTH = 8;
    private static final int BOOSTED_DEPTH = 3;
    private static final float LEAST_LEAF = 20;
    /** Boosting gives all samples together the weight 1. */
    private static final float LEAST_BOOSTED_LEAF = 0.001f;

    private static final float FEATURES_OF_A_SPLIT = 0.5f;
    private static final long SEED = 1;
    private static final String EVENT = "event";
    private static final Logger TRIBUO = Logger.getLogger("org.tribuo");

    /** Fits to samples and events, 0 or 1 each; not calibrated. */
    public Forest fit(Design design, double[] events) {
        // It reports each tree as information.
        TRIBUO.setLevel(Level.WARNING);
        Model<Label> model = trainer().train(dataset(design, events));
        WeightedEnsembleModel<Label> ensemble = (WeightedEnsembleModel<Label>) model;
        double[] weights = weights(ensemble);
        Collected collected = new Collected(this);
        int[] roots = ensemble.getModels().stream().mapToInt(collected::tree).toArray();
        return new Forest(roots, weights, collected.nodes(), Platt.NONE);
    }

    /** Tribuo states the weights of its trees in its files alone. */
    private static double[] weights(WeightedEnsembleModel<Label> ensemble) {
        try {
            List<Float> stated = ensemble.serialize()
                    .getSerializedData()
                    .unpack(WeightedEnsembleModelProto.class)
                    .getWeightsList();
            double sum = stated.stream().mapToDouble(Float::doubleValue).sum();
            return stated.stream().mapToDouble(weight -> weight / sum).toArray();
        } catch (InvalidProtocolBufferException changed) {
            throw new LearnException(
                    "Tribuo's file of the trees is of another form; use the version that the project names ("
                            + changed.getMessage() + ")");
        }
    }

    private Trainer<Label> trainer() {
        return switch (this) {
            case RANDOM_FOREST ->
                new RandomForestTrainer<>(
                        new CARTClassificationTrainer(
                                DEPTH, LEAST_LEAF, 0, FEATURES_OF_A_SPLIT, false, new GiniIndex(), SEED),
                        new FullyWeightedVotingCombiner(),
                        TREES,
                        SEED);
            case BOOSTED ->
                new AdaBoostTrainer(
                        new CARTClassificationTrainer(BOOSTED_DEPTH, LEAST_BOOSTED_LEAF, 0, 1, false, new GiniIndex(), SEED),
                        TREES,
                        SEED);
        };
    }

    private static MutableDataset<Label> dataset(Design design, double[] events) {
        LabelFactory labels = new LabelFactory();
        MutableDataset<Label> dataset = new MutableDataset<>(
                new SimpleDataSourceProvenance("patches", OffsetDateTime.of(2014, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC), labels),
                labels);
        String[] names = IntStream.range(0, design.columns())
                .mapToObj(feature -> String.format(Locale.ROOT, "f%03d", feature))
                .toArray(String[]::new);
        for (int row = 0; row < events.length; row++) {
            double[] values = Arrays.copyOfRange(
                    design.values(), row * design.columns(), (row + 1) * design.columns());
            dataset.add(new ArrayExample<>(new Label(events[row] > 0 ? EVENT : "quiet"), names, values));
        }
        return dataset;
    }

    /** Nodes as they come. */
    private static final class Collected {
        private final List<Integer> feature = new ArrayList<>();
        private final List<Double> value = new ArrayList<>();
        private final List<Integer> atMost = new ArrayList<>();
        private final List<Integer> above = new ArrayList<>();
        private final ForestTrainer trainer;

        Collected(ForestTrainer trainer) {
            this.trainer = trainer;
        }

        /** Boosted trees vote; the trees of a forest state shares. */
        private double value(double share) {
            return trainer == BOOSTED ? (share > 0.5 ? 1 : 0) : share;
        }

        int tree(Model<Label> model) {
            return node(((TreeModel<Label>) model).getRoot(), (TreeModel<Label>) model);
        }

        private int node(Node<Label> node, TreeModel<Label> tree) {
            int at = feature.size();
            List.of(feature, atMost, above).forEach(list -> list.add(-1));
            value.add(0.0);
            switch (node) {
                case SplitNode<Label> split -> {
                    String name = tree.getFeatureIDMap().get(split.getFeatureID()).getName();
                    feature.set(at, Integer.parseInt(name.substring(1)));
                    value.set(at, split.splitValue());
                    atMost.set(at, node(split.getLessThanOrEqual(), tree));
                    above.set(at, node(split.getGreaterThan(), tree));
                }
                case LeafNode<Label> leaf -> value.set(at, value(leaf.getDistribution().get(EVENT).getScore()));
                default -> throw new LearnException("Tribuo made a node of kind " + node.getClass().getSimpleName()
                        + "; use the version that the project names");
            }
            return at;
        }

        Forest.Nodes nodes() {
            return new Forest.Nodes(
                    ints(feature), value.stream().mapToDouble(Double::doubleValue).toArray(), ints(atMost), ints(above));
        }

        private static int[] ints(List<Integer> list) {
            return list.stream().mapToInt(Integer::intValue).toArray();
        }
    }
}
