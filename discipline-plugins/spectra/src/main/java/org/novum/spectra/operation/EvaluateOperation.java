package org.novum.spectra.operation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.novum.api.data.DataHandle;
import org.novum.api.discipline.NamesFile;
import org.novum.api.discipline.Operation;
import org.novum.api.discipline.OperationCard;
import org.novum.api.discipline.OperationResult;
import org.novum.api.discipline.Parameter;
import org.novum.api.discipline.StepContext;
import org.novum.spectra.line.StellarLight;
import org.novum.spectra.parameter.StarModel;
import org.novum.spectra.redshift.Decoys;
import org.novum.spectra.redshift.Redshift;
import org.novum.spectra.redshift.RedshiftPipeline;
import org.novum.spectra.redshift.StarsOfGalaxies;
import org.novum.spectra.redshift.TargetDecoy;
import org.novum.spectra.spectrum.Degrading;
import org.novum.spectra.spectrum.GridSpectrum;
import org.novum.spectra.template.Template;
import org.novum.spectra.truth.Samples;
import org.novum.spectra.truth.SurveyLine;
import org.novum.spectra.truth.TruthTable;

/** Scores classes and redshifts against known objects. */
public final class EvaluateOperation implements Operation<EvaluateOperation.Input> {
    /**
     * Its parameters.
     *
     * @param truth table of known objects
     * @param folds of cross-validation
     * @param degrade factors
     * @param exclude files whose truth is wrong
     * @param templates files of templates
     */
    public record Input(
            @NamesFile @Parameter("file of comma-separated values with the columns file, class, z and, where known, zwarning, group, lasp_rv_kms, teff, logg, feh, subclass") String truth,
            @Parameter("cross-validate with templates trained without the objects scored, in so many groups of objects; without it the templates are used as they are")
            Optional<Integer> folds,
            @Parameter("factors by which the signal-to-noise ratio is lowered; 1, 5 and 10 if left out") Optional<List<Double>> degrade,
            @Parameter("names of files, without ending, whose truth is known to be wrong: neither trained on nor scored") Optional<List<String>> exclude,
            @NamesFile @Parameter(TemplateChoice.MEANING) Optional<List<String>> templates) {}

    @Override
    public OperationCard card() {
        return new OperationCard(
                "spectra.evaluate",
                "Scores class and redshift against a table of known objects, also on copies with more noise.",
                "Per factor of noise: right and wrong answers per class, velocity scatter and bias, confident answers,"
                        + " subclasses and parameters of stars, beside the share of the commonest class; lines against the survey's"
                        + " where the data hold its fits (FOLDER#lines).");
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public List<String> furtherData(Input parameters) {
        return TemplateChoice.furtherData(parameters.templates());
    }

    @Override
    public OperationResult run(Input parameters, DataHandle data, StepContext context) {
        Set<String> excluded = Set.copyOf(parameters.exclude().orElse(List.of()));
        TruthTable truth = TruthTable.read(parameters.truth());
        List<Samples.Known> known = Samples.read(data, truth);
        List<Samples.Known> scored = known.stream()
                .filter(one -> !excluded.contains(Samples.stem(one.truth().name())))
                .toList();
        int folds = parameters.folds().orElse(1);
        if (folds < 1) {
            throw new IllegalArgumentException("folds is " + folds + "; give 2 or more, or leave it out");
        }
        List<Trained> trained = trained(parameters, known, data, context);
        List<RedshiftPipeline> pipelines = trained.stream().map(Trained::pipeline).toList();
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        result.put("spectra", scored.size()).put("folds", folds);
        List<Double> factors = parameters.degrade().orElse(List.of(1.0, 5.0, 10.0));
        ObjectNode scores = result.putObject("signalToNoiseDividedBy");
        ConfidenceHalves halves = new ConfidenceHalves();
        for (double factor : factors) {
            TargetDecoy rates = new TargetDecoy(1);
            List<Redshift> answers = new ArrayList<>();
            for (List<Redshift> pair : context.map(scored, one -> withDecoy(one, factor, pipelines))) {
                answers.add(pair.getFirst());
                rates.add(pair.getFirst(), pair.subList(1, 2));
            }
            context.progress("factors", factors.indexOf(factor) + 1, factors.size());
            RedshiftScores counted = new RedshiftScores(scored, answers, rates.values());
            ParameterScores stars = new ParameterScores(scored);
            for (int i = 0; i < answers.size(); i++) {
                stars.add(degraded(scored.get(i), factor), answers.get(i), ofFold(trained, scored.get(i)).stars());
            }
            ObjectNode json = counted.json();
            json.set("parameters", stars.json());
            json.set("subclass", SubclassScores.json(scored, answers, counted));
            scores.set(Double.toString(factor), json);
            for (int i = 0; i < answers.size(); i++) {
                Samples.Known one = scored.get(i);
                if (one.truth().warning() == 0) {
                    int half = fold(one.truth().group() + " half", 2);
                    halves.add(
                            answers.get(i),
                            one.spectrum().informed(),
                            counted.right(i),
                            new ConfidenceHalves.Group(factor, half));
                }
            }
        }
        result.set("confidenceFitted", halves.json());
        Map<String, List<SurveyLine>> lines = SurveyLine.among(data);
        if (!lines.isEmpty()) {
            result.set("lines", new LineScores(lines, one -> ofFold(trained, one).light(), context).json(scored));
        }
        return new OperationResult.Document(result);
    }

    /** The answer for a spectrum and that for a decoy of it. */
    private static List<Redshift> withDecoy(Samples.Known one, double factor, List<RedshiftPipeline> pipelines) {
        RedshiftPipeline pipeline = pipelines.get(fold(one.truth().group(), pipelines.size()));
        GridSpectrum spectrum = degraded(one, factor).spectrum();
        return List.of(
                pipeline.redshift(spectrum),
                Decoys.answers(pipeline, spectrum, one.truth().file(), 1).getFirst());
    }

    private static Samples.Known degraded(Samples.Known one, double factor) {
        long seed = (long) fold(one.truth().file(), Integer.MAX_VALUE) * 1000 + Math.round(factor);
        return new Samples.Known(
                one.truth(), Degrading.by(factor, one.spectrum(), new SplittableRandom(seed)), one.model());
    }

    /** What answers for the objects of a fold. */
    private record Trained(RedshiftPipeline pipeline, Optional<StarModel> stars, StellarLight light) {
        static Trained with(List<Template> templates, Optional<StarModel> stars) {
            return new Trained(new RedshiftPipeline(templates, stars), stars, new StarsOfGalaxies(templates));
        }
    }

    private static Trained ofFold(List<Trained> trained, Samples.Known one) {
        return trained.get(fold(one.truth().group(), trained.size()));
    }

    private static List<Trained> trained(
            Input parameters, List<Samples.Known> known, DataHandle data, StepContext context) {
        if (parameters.folds().isEmpty()) {
            TemplateChoice choice = TemplateChoice.of(parameters.templates(), data);
            return List.of(Trained.with(choice.templates(), choice.stars()));
        }
        int folds = parameters.folds().get();
        Set<String> excluded = Set.copyOf(parameters.exclude().orElse(List.of()));
        return context.map(IntStream.range(0, folds).boxed().toList(), fold -> {
            List<Samples.Known> others = known.stream()
                    .filter(one -> fold(one.truth().group(), folds) != fold)
                    .toList();
            Optional<StarModel> stars = Samples.stars(others);
            return Trained.with(Samples.train(others, excluded), stars);
        });
    }

    /** A number from 0 to below the count, from the text alone (FNV-1a). */
    private static int fold(String text, int count) {
        long hash = 0xcbf29ce484222325L;
        for (byte value : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (value & 0xff)) * 0x100000001b3L;
        }
        return (int) Long.remainderUnsigned(hash ^ (hash >>> 29), count);
    }
}
