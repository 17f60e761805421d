package org.novum.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.novum.api.data.Unit;
import org.novum.particledecay.planted.PlantedTruth;
import org.novum.particledecay.planted.PlantedUri;
import org.novum.report.FindingsDocument;

/** Reveals the truth of a planted campaign after the verdicts stand, and scores them. */
record PlantedScore(PrintWriter out) {
    void reveal(String uri, FindingsDocument document) {
        PlantedTruth truth = new PlantedTruth(PlantedUri.parse(uri));
        List<PlantedTruth.Claim> claims = new ArrayList<>();
        out.println("The hidden truth, revealed now that the verdicts stand:");
        for (FindingsDocument.Finding finding : document.findings()) {
            String channel = finding.attributes().path("channel").asText();
            if (finding.accepted()) {
                claims.add(new PlantedTruth.Claim(
                        channel, finding.quantities().get("mass").in(Unit.GEV).value()));
            }
            out.println(String.format(Locale.ROOT, "  %-13s %-13s %s", finding.verdict(), channel, truth.reveal(channel)));
        }
        PlantedTruth.Score score = truth.score(claims);
        out.println(String.format(
                Locale.ROOT,
                "Score: %d of %d planted states found, %d false claim%s, %d trap channels.",
                score.found(),
                score.planted(),
                score.falseClaims(),
                score.falseClaims() == 1 ? "" : "s",
                score.traps()));
        out.flush();
    }
}
