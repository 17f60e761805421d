package org.novum.spectra.operation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.novum.api.data.DataHandle;
import org.novum.api.data.DataPart;
import org.novum.api.discipline.NamesFile;
import org.novum.api.discipline.Operation;
import org.novum.api.discipline.OperationCard;
import org.novum.api.discipline.OperationResult;
import org.novum.api.discipline.Parameter;
import org.novum.api.discipline.StepContext;
import org.novum.spectra.spectrum.SpectrumRows;
import org.novum.spectra.template.SpectralClass;
import org.novum.spectra.template.TemplateFile;
import org.novum.spectra.truth.Samples;
import org.novum.spectra.truth.TruthTable;

/** Trains templates from spectra of known objects. */
public final class TrainOperation implements Operation<TrainOperation.Input> {
    /**
     * Its parameters.
     *
     * @param truth table of known objects
     * @param exclude files whose truth is wrong
     */
    public record Input(
            @NamesFile @Parameter("file of comma-separated values with the columns file, class, z and, where known, zwarning, group, lasp_rv_kms, teff, logg, feh") String truth,
            @Parameter("names of files, without ending, whose truth is known to be wrong") Optional<List<String>> exclude) {}

    @Override
    public OperationCard card() {
        return new OperationCard(
                "spectra.train",
                "Trains a basis of templates for each class from spectra of known objects.",
                "The templates with their card: digests of the data, numbers of spectra, method and limits.");
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public OperationResult run(Input parameters, DataHandle data, StepContext context) {
        TruthTable truth = TruthTable.read(parameters.truth());
        List<Samples.Known> known = Samples.read(data, truth);
        Set<String> excluded = Set.copyOf(parameters.exclude().orElse(List.of()));
        return new OperationResult.Document(
                TemplateFile.of(Samples.train(known, excluded), Samples.stars(known), card(known, excluded, parts(data, truth))));
    }

    private static ObjectNode card(List<Samples.Known> known, Set<String> excluded, ArrayNode parts) {
        ObjectNode card = JsonNodeFactory.instance.objectNode();
        card.put("use", "Class and redshift of optical spectra between 3,470 and 10,700 Angstrom with spectra.redshift.");
        card.put(
                "method",
                "Mean and principal components by weighted expectation maximisation (Bailey 2012, PASP 124, 1015) of spectra"
                        + " shifted to rest by cubic splines; normal prior of the coefficients relative to the mean, its"
                        + " covariance that of the sample times 2.");
        if (known.stream().anyMatch(one -> one.model().isPresent())) {
            card.put(
                    "velocity",
                    "The basis that places galaxies is learned by alternating least squares from the models that the survey"
                            + " published with their spectra: it keeps the survey's convention of what a galaxy's velocity"
                            + " is, with its errors.");
        }
        card.put(
                "limits",
                "Galaxies of the sample are mostly rich in emission lines and nearer than z = 0.33; stars are A to M dwarfs"
                        + " and giants with a few white dwarfs. Where no spectrum of the sample reaches, the templates go on"
                        + " at the level of their edge.");
        card.set("data", parts);
        excluded.stream().sorted().forEach(card.putArray("excluded")::add);
        ObjectNode counts = card.putObject("spectra");
        for (SpectralClass spectralClass : SpectralClass.values()) {
            counts.put(
                    spectralClass.name(),
                    known.stream()
                            .filter(one -> one.truth().trusted())
                            .filter(one -> !excluded.contains(Samples.stem(one.truth().name())))
                            .filter(one -> one.truth().spectralClass() == spectralClass)
                            .count());
        }
        return card;
    }

    private static ArrayNode parts(DataHandle data, TruthTable truth) {
        ArrayNode parts = JsonNodeFactory.instance.arrayNode();
        for (DataPart part : SpectrumRows.parts(data)) {
            parts.addObject().put("name", part.name()).put("rows", part.rows()).put("sha256", part.sha256());
        }
        parts.addObject().put("name", "truth").put("rows", truth.truths().size()).put("sha256", truth.sha256());
        return parts;
    }
}
