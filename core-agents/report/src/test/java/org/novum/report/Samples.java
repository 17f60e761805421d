package org.novum.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.novum.api.data.Quantity;
import org.novum.api.data.Unit;
import org.novum.api.discipline.Strength;
import org.novum.api.finding.Figure;
import org.novum.api.finding.Figure.Panel;
import org.novum.api.finding.Figure.Scale;
import org.novum.api.finding.Figure.Series;
import org.novum.api.finding.Figure.Style;
import org.novum.api.finding.Significance;
import org.novum.api.finding.Verdict;
import org.novum.report.FindingsDocument.Finding;

/** Models to render: made up, but shaped like those of real runs. */
final class Samples {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DIGEST = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    private Samples() {}

    /** A study with a discovery, evidence and a refuted hypothesis. */
    static ReportModel dimuon() {
        List<Finding> findings = List.of(
                finding("mass:mumu:3.097", "discovery", "J/psi(1S)", -412.7),
                finding("mass:mumu:9.46", "evidence", "Upsilon(1S)", -6.3),
                finding("mass:mumu:5.1", "refuted", null, -0.2));
        return model("J/psi to two muons", findings, 300);
    }

    /** A campaign of many channels. */
    static ReportModel campaign(int channels) {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < channels; i++) {
            String verdict = i % 12 == 0 ? "discovery" : i % 7 == 0 ? "evidence" : "inconclusive";
            findings.add(finding("scan:channel-" + i, verdict, i % 24 == 0 ? "K*(892)0" : null, -0.3 - i % 40));
        }
        return model("Campaign", findings, 300);
    }

    static ReportModel model(String name, List<Finding> findings, int bins) {
        Map<String, ReportModel.Detail> details = new LinkedHashMap<>();
        Map<String, Long> verdicts = new TreeMap<>();
        List<LedgerRow> ledger = new ArrayList<>();
        List<ReportModel.Judged> judged = new ArrayList<>();
        for (Finding finding : findings) {
            Verdict verdict = Verdict.of(finding.verdict(), "global significance against the bar of 5 standard deviations");
            details.put(
                    finding.id(),
                    new ReportModel.Detail(verdict.reason(), DIGEST, List.of(spectrum(bins, Scale.LINEAR, findings.size()))));
            verdicts.merge(finding.verdict(), 1L, Long::sum);
            judged.add(new ReportModel.Judged(finding.id(), finding.statement(), verdict));
            ledger.add(new LedgerRow(
                    finding.ledger().index(),
                    name,
                    finding.id(),
                    finding.statement(),
                    "systematic",
                    DIGEST,
                    0.025,
                    finding.ledger().level(),
                    new Strength.PValue(finding.log10p().global()),
                    finding.ledger().accepted()));
        }
        return new ReportModel(
                new ReportModel.StudySection(
                        name,
                        "Which resonances decay to two muons between 2 and 5 GeV?",
                        "cms-dimuon-2011",
                        "particle-decay",
                        object("{\"massRange\":[2.0,5.0],\"shapes\":[\"gaussian\",\"crystal-ball\"]}")),
                document(name, findings),
                details,
                verdicts,
                List.of(
                        new ReportModel.Round(
                                1,
                                "The systematic proposer asked for a scan of all masses in the opposite-sign channel.",
                                "A narrow peak near 3.1 GeV on a falling background; resolution 1.1 %.",
                                DIGEST,
                                "confirmation-1",
                                judged),
                        new ReportModel.Round(
                                2,
                                "The reflection found in round 1 prompted a veto.",
                                "Below the veto the hump at 5.1 GeV is gone.",
                                DIGEST,
                                "confirmation-2",
                                List.of())),
                ledger,
                List.of(
                        new ReportModel.JournalStep(1, "open", "PURE", DIGEST, DIGEST),
                        new ReportModel.JournalStep(2, "analyse", "PURE", DIGEST, DIGEST),
                        new ReportModel.JournalStep(3, "test", "PURE", DIGEST, DIGEST)),
                new ReportModel.Methods(
                        List.of(new ReportModel.Methods.Note(
                                "Significance",
                                "Local significance from the profile likelihood ratio q0; global significance by the"
                                        + " number of upcrossings of the scan.")),
                        List.of(
                                "G. Cowan, K. Cranmer, E. Gross, O. Vitells, Eur. Phys. J. C 71 (2011) 1554",
                                "E. Gross, O. Vitells, Eur. Phys. J. C 70 (2010) 525")),
                List.of("Part Jpsimumu: 12 of 31 502 rows were duplicates of earlier events and were dropped."));
    }

    static FindingsDocument document(String study, List<Finding> findings) {
        return new FindingsDocument(
                new FindingsDocument.Run(
                        "run-7f3a",
                        study,
                        "cms-dimuon-2011",
                        "particle-decay",
                        42,
                        List.of(new FindingsDocument.Data(
                                "Jpsimumu", "dataset:cms-jpsi-mumu-2011", 31_502, DIGEST)),
                        Map.of("novum", "0.1.0", "particle-decay", "1")),
                findings.size(),
                findings);
    }

    static Finding finding(String id, String verdict, String known, double log10p) {
        ObjectNode attributes = object("{\"yield\":{\"value\":12873.2,\"error\":128.4,\"unit\":\"count\"},"
                + "\"channel\":\"Jpsimumu\",\"mode\":{\"parent\":null,\"daughters\":[\"mu+\",\"mu-\"],\"listed\":false}}");
        attributes.put("known", known);
        if (known != null) {
            ((ObjectNode) attributes.get("mode")).put("parent", known).put("listed", true);
        }
        boolean accepted = Verdict.of(verdict, "").accepted();
        return new Finding(
                id,
                (known == null ? "A peak" : known) + " decays to mu+ mu- at 3096.9 ± 1.2 MeV",
                verdict,
                attributes,
                Map.of(
                        "mass", new Quantity(3096.91, 0.43, Unit.MEV),
                        "width", new Quantity(32.94, 1.18, Unit.MEV),
                        "massScale", new Quantity(0.99985, 0.00021, Unit.ONE)),
                new Significance(Math.sqrt(-2 * 2.302585 * (log10p - 2)), Math.sqrt(-2 * 2.302585 * log10p), null),
                new Significance(log10p - 2, log10p, null),
                new FindingsDocument.Ledger(1 + Math.floorMod(id.hashCode(), 400), 0.0125, accepted),
                List.of(DIGEST, "sha256:" + DIGEST));
    }

    /** A peak on a falling background with its fit, components and pulls. */
    static Figure spectrum(int bins, Scale scale, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] x = new double[bins];
        double[] counts = new double[bins];
        double[] errors = new double[bins];
        double[] pulls = new double[bins];
        double[] fit = new double[bins];
        double[] signal = new double[bins];
        double[] background = new double[bins];
        for (int i = 0; i < bins; i++) {
            x[i] = 2 + (i + 0.5) * 3.0 / bins;
            double distance = (x[i] - 3.0969) / 0.033;
            signal[i] = 900.0 * 100 / bins * StrictMath.exp(-distance * distance / 2);
            background[i] = 240.0 * 100 / bins * StrictMath.exp(-(x[i] - 2) * 0.6);
            fit[i] = signal[i] + background[i];
            counts[i] = Math.max(0, Math.rint(fit[i] + Math.sqrt(fit[i]) * random.nextGaussian()));
            errors[i] = Math.sqrt(Math.max(1, counts[i]));
            pulls[i] = (counts[i] - fit[i]) / Math.sqrt(fit[i]);
        }
        return new Figure(
                "Invariant mass of opposite-sign muon pairs with the fit",
                "m(μ⁺μ⁻) (GeV)",
                List.of(
                        new Panel(
                                "Events / 10 MeV",
                                scale,
                                List.of(
                                        new Series("signal: Crystal Ball", Style.AREA, x, signal, null),
                                        new Series("background: exponential", Style.DASHED, x, background, null),
                                        new Series("total fit", Style.LINE, x, fit, null),
                                        new Series("data", Style.POINTS, x, counts, errors))),
                        new Panel("Pull (σ)", Scale.LINEAR, List.of(new Series("pulls", Style.BARS, x, pulls, null)))));
    }

    static ObjectNode object(String json) {
        try {
            return (ObjectNode) JSON.readTree(json);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }
}
