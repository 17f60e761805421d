package org.novum.spectra.study;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.novum.api.discipline.Hypothesis;
import org.novum.spectra.line.EmissionLine;
import org.novum.spectra.spectrum.LogGrid;
import org.novum.spectra.template.SpectralClass;

/** The lines that claims predict where the test looks; registered with the test, so that everybody can look there. */
public final class PredictedLines {
    private PredictedLines() {}

    /** Per claim of a galaxy or quasar: names and observed wavelengths. */
    public static ObjectNode of(List<Hypothesis> family, ClaimSplit split) {
        ObjectNode design = JsonNodeFactory.instance.objectNode();
        ObjectNode predicted = design.putObject("predictedLines");
        for (Hypothesis member : family) {
            Claim claim = Claim.of(member);
            if (claim.spectralClass() != SpectralClass.STAR) {
                lines(claim, split, predicted.putArray(member.id()));
            }
        }
        return design;
    }

    private static void lines(Claim claim, ClaimSplit split, ArrayNode lines) {
        for (EmissionLine line : EmissionLine.values()) {
            boolean typical = claim.spectralClass() == SpectralClass.QSO || line.group() != EmissionLine.Group.BROAD;
            double observed = line.wavelength() * (1 + claim.redshift());
            double pixel = LogGrid.position(observed);
            if (typical && pixel >= 0 && pixel < LogGrid.PIXELS && split.confirmsAt((int) pixel)) {
                lines.addObject().put("line", line.label()).put("wavelength", Math.rint(observed * 10) / 10);
            }
        }
    }
}
