package org.novum.report;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.novum.api.ExitCode;

/**
 * {@code report.html}: one page that needs nothing but itself.
 *
 * <p>The page is a template that escapes what it prints; its content security policy lets run only the scripts that came
 * with it, so that a text from data or models could not act even if an escape were missing. The same model gives the
 * same bytes.
 */
public final class ReportPage {
    private static final PebbleEngine ENGINE = engine();
    private static final PebbleTemplate TEMPLATE = ENGINE.getTemplate("report.peb");

    private ReportPage() {}

    /** The page as UTF-8 HTML. */
    public static byte[] render(ReportModel model) {
        return evaluated(TEMPLATE, Map.of("page", new PageBuilder(model).page(), "assets", PageAssets.BUNDLED));
    }

    /** A template of the pages' folder. */
    static PebbleTemplate template(String name) {
        return ENGINE.getTemplate(name);
    }

    /** A page as UTF-8 HTML. */
    static byte[] evaluated(PebbleTemplate template, Map<String, Object> values) {
        StringWriter page = new StringWriter();
        try {
            template.evaluate(page, values, Locale.ROOT);
        } catch (IOException e) {
            throw new ReportException(ExitCode.SOFTWARE, "the page could not be written: " + e.getMessage(), e);
        }
        return printable(page.toString()).getBytes(StandardCharsets.UTF_8);
    }

    /** HTML has no place for control characters; they become the replacement character. */
    private static String printable(String page) {
        StringBuilder printable = new StringBuilder(page.length());
        page.codePoints()
                .map(c -> allowed(c) ? c : 0xFFFD)
                .forEach(printable::appendCodePoint);
        return printable.toString();
    }

    private static boolean allowed(int c) {
        return c == '\n' || c == '\t' || !(Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
    }

    private static PebbleEngine engine() {
        ClasspathLoader loader = new ClasspathLoader(ReportPage.class.getClassLoader());
        loader.setPrefix("org/novum/report/page");
        return new PebbleEngine.Builder()
                .loader(loader)
                .autoEscaping(true)
                .defaultEscapingStrategy("html")
                .strictVariables(true)
                .defaultLocale(Locale.ROOT)
                .build();
    }
}
