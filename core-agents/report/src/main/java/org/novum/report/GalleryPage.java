package org.novum.report;

import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.novum.api.discipline.OperationResult.Exhibit;
import org.novum.api.discipline.OperationResult.Gallery;
import org.novum.api.discipline.OperationResult.Trust;
import org.novum.api.finding.Figure;
import org.novum.report.PageView.FigureView;
import org.novum.report.figure.FigureJson;
import org.novum.report.figure.FigureSvg;
import org.novum.report.figure.Legend;

/**
 * A gallery as one page that needs nothing but itself: one object at a time, with buttons and arrow keys to go on.
 *
 * <p>Without scripts all objects stand below each other. The same gallery gives the same bytes.
 */
public final class GalleryPage {
    private static final PebbleTemplate TEMPLATE = ReportPage.template("gallery.peb");

    private GalleryPage() {}

    /** The page as UTF-8 HTML. */
    public static byte[] render(Gallery gallery) {
        List<Leaf> leaves = new ArrayList<>();
        for (Exhibit exhibit : gallery.exhibits()) {
            leaves.add(new Leaf(
                    exhibit.name(),
                    exhibit.headline(),
                    exhibit.trust().name().toLowerCase(Locale.ROOT),
                    exhibit.facts().stream()
                            .map(fact -> new PageView.Fact(fact.name(), fact.value()))
                            .toList(),
                    exhibit.figures().stream().map(GalleryPage::view).toList()));
        }
        long doubtful = gallery.exhibits().stream()
                .filter(exhibit -> exhibit.trust() != Trust.SOUND)
                .count();
        return ReportPage.evaluated(
                TEMPLATE,
                Map.of(
                        "gallery", new View(gallery.title(), gallery.summary(), Numbers.count(doubtful), leaves),
                        "assets", PageAssets.GALLERY));
    }

    private static FigureView view(Figure figure) {
        return new FigureView(
                figure.title(),
                FigureSvg.draw(figure),
                FigureJson.write(figure),
                Legend.of(figure).entries());
    }

    /** What the page's template prints. */
    record View(String title, String summary, String doubtful, List<Leaf> leaves) {}

    /** One object. */
    record Leaf(String name, String headline, String trust, List<PageView.Fact> facts, List<FigureView> figures) {}
}
