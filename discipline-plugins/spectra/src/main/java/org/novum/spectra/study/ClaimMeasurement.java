package org.novum.spectra.study;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.novum.api.data.DataHandle;
import org.novum.api.data.Quantity;
import org.novum.api.data.Unit;
import org.novum.api.discipline.ResearchState.Judged;
import org.novum.api.discipline.Strength;
import org.novum.api.finding.Measurement;
import org.novum.api.finding.Significance;
import org.novum.spectra.plot.SpectrumFigures;
import org.novum.spectra.redshift.Candidate;
import org.novum.spectra.redshift.Redshift;
import org.novum.spectra.redshift.RedshiftPipeline;
import org.novum.spectra.spectrum.RawSpectrum;
import org.novum.spectra.template.Template;
import org.novum.spectra.template.TemplateFile;
import org.novum.statistics.evidence.PValue;

/** What this discipline reports of a judged claim: the redshift on all wavelengths, beside the claimed one. */
public final class ClaimMeasurement {
    private ClaimMeasurement() {}

    /** The measurement; empty where there is no spectrum or no answer. */
    public static Optional<Measurement> of(Judged judged, DataHandle opened) {
        Claim claim = Claim.of(judged.hypothesis());
        RawSpectrum raw = ClaimTest.spectra(opened, Set.of(claim.object())).get(claim.object());
        if (raw == null) {
            return Optional.empty();
        }
        List<Template> templates = TemplateFile.shipped();
        Redshift redshift = new RedshiftPipeline(templates).redshift(raw);
        return redshift.best().map(best -> new Measurement(
                judged.hypothesis().id(),
                String.format(
                        Locale.ROOT,
                        "%s was claimed to be a %s at z = %s; on all wavelengths it is best explained as a %s at z = %.5f +-"
                                + " %.5f",
                        claim.object(),
                        claim.spectralClass(),
                        Double.toString(claim.redshift()),
                        best.spectralClass(),
                        best.redshift(),
                        best.error()),
                JsonNodeFactory.instance.objectNode().put("subject", claim.object()),
                Map.of(
                        "redshift", new Quantity(best.redshift(), best.error(), Unit.ONE),
                        "redshift_claimed", new Quantity(claim.redshift(), 0, Unit.ONE)),
                significance(judged.outcome().strength()),
                logarithm(judged.outcome().strength()),
                new SpectrumFigures(templates).of(raw, compared(claim, best, redshift.runnerUp()))));
    }

    private static SpectrumFigures.Compared compared(Claim claim, Candidate best, Optional<Candidate> runnerUp) {
        List<SpectrumFigures.Other> others = new ArrayList<>();
        boolean isBest = claim.spectralClass() == best.spectralClass()
                && Math.abs(claim.redshift() - best.redshift()) <= RedshiftPipeline.SAME * (1 + best.redshift());
        if (!isBest) {
            others.add(new SpectrumFigures.Other(
                    "claim", new Candidate(claim.spectralClass(), claim.redshift(), 0, Double.NaN)));
        }
        runnerUp.ifPresent(other -> others.add(new SpectrumFigures.Other("runner-up", other)));
        return new SpectrumFigures.Compared(best, others);
    }

    private static Significance significance(Strength strength) {
        return switch (strength) {
            case Strength.PValue p -> new Significance(null, PValue.ofLog10(p.log10()).z(), null);
            case Strength.EValue _, Strength.Untested _ -> Significance.NONE;
        };
    }

    private static Significance logarithm(Strength strength) {
        return switch (strength) {
            case Strength.PValue p -> new Significance(null, p.log10(), null);
            case Strength.EValue _, Strength.Untested _ -> Significance.NONE;
        };
    }
}
