package org.novum.spectra.study;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.novum.api.data.DataHandle;
import org.novum.api.discipline.Hypothesis;
import org.novum.api.discipline.StepContext;
import org.novum.api.discipline.Strength;
import org.novum.api.discipline.TestOutcome;
import org.novum.api.discipline.TestPlan;
import org.novum.spectra.redshift.ClaimedRedshift;
import org.novum.spectra.spectrum.GridSpectrum;
import org.novum.spectra.spectrum.RawSpectrum;
import org.novum.spectra.spectrum.Resampling;
import org.novum.spectra.spectrum.SpectrumRows;
import org.novum.spectra.spectrum.WavelengthBlocks;
import org.novum.spectra.template.TemplateFile;
import org.novum.spectra.truth.Samples;
import org.novum.spectra.truth.Truth;

/** Tests claims on the wavelength blocks that confirm. */
public final class ClaimTest {
    private ClaimTest() {}

    /** One outcome per member of the family, in its order. */
    public static List<TestOutcome> of(TestPlan plan, DataHandle confirmation, StepContext context) {
        Set<String> objects = plan.family().stream()
                .map(member -> Claim.of(member).object())
                .collect(Collectors.toCollection(TreeSet::new));
        Map<String, RawSpectrum> spectra = spectra(confirmation, objects);
        ClaimedRedshift test = new ClaimedRedshift(TemplateFile.shipped());
        return context.map(plan.family(), member -> outcome(member, spectra, test));
    }

    /** The spectra of the objects that are asked about. */
    static Map<String, RawSpectrum> spectra(DataHandle data, Set<String> objects) {
        Map<String, RawSpectrum> spectra = new TreeMap<>();
        SpectrumRows.forEachBatch(data, batch -> batch.stream()
                .filter(raw -> objects.contains(name(raw)))
                .forEach(raw -> spectra.put(name(raw), raw)));
        return spectra;
    }

    private static String name(RawSpectrum raw) {
        String stem = Samples.stem(Truth.nameOf(raw.file()));
        return raw.index() == 0 ? stem : stem + "#" + raw.index();
    }

    private static TestOutcome outcome(Hypothesis member, Map<String, RawSpectrum> spectra, ClaimedRedshift test) {
        Claim claim = Claim.of(member);
        RawSpectrum raw = spectra.get(claim.object());
        ObjectNode detail = claim.json();
        if (raw == null || raw.problem() != null) {
            String reason = raw == null ? "the data hold no spectrum of " + claim.object() : raw.problem();
            return new TestOutcome(member.id(), new Strength.Untested(reason), detail);
        }
        GridSpectrum blocks = WavelengthBlocks.CONFIRMATION.of(Resampling.onGrid(raw));
        return test.rank(blocks, claim.spectralClass(), claim.redshift())
                .map(ranked -> new TestOutcome(
                        member.id(),
                        new Strength.PValue(Math.min(0, StrictMath.log10(ranked.pValue()))),
                        detail.put("better", ranked.better())
                                .put("windows", ranked.windows())
                                .put("bestClass", ranked.bestClass().name())
                                .put("bestZ", ranked.bestRedshift())))
                .orElseGet(() -> new TestOutcome(
                        member.id(),
                        new Strength.Untested("the confirming wavelengths carry too little information"),
                        JsonNodeFactory.instance.objectNode().setAll(detail)));
    }
}
