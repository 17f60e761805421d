package org.novum.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.novum.api.ExitCode;

/**
 * Styles and scripts that go into the page.
 *
 * @param style the page's own style sheet and the chart library's
 * @param chartLibrary uPlot (MIT licence), unchanged
 * @param script the page's own script
 */
record PageAssets(String style, String chartLibrary, String script) {
    static final PageAssets BUNDLED = new PageAssets(
            resource("vendor/uPlot-1.6.32.min.css") + resource("report.css"),
            resource("vendor/uPlot-1.6.32.iife.min.js"),
            resource("report.js"));

    /** What a gallery needs beside it. */
    static final PageAssets GALLERY = new PageAssets(
            resource("vendor/uPlot-1.6.32.min.css") + resource("report.css") + resource("gallery.css"),
            resource("vendor/uPlot-1.6.32.iife.min.js"),
            resource("gallery.js") + resource("report.js"));

    /** The page's content security policy: nothing from outside, and no script but the two that are bundled. */
    public String policy() {
        return "default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src " + source(chartLibrary) + " "
                + source(script) + "; base-uri 'none'; form-action 'none'";
    }

    private static String source(String script) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String resource(String name) {
        try (InputStream stream = PageAssets.class.getResourceAsStream("page/" + name)) {
            if (stream == null) {
                throw new ReportException(
                        ExitCode.SOFTWARE, "the program lacks its resource page/" + name + "; build or install it again");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).strip() + "\n";
        } catch (IOException e) {
            throw new ReportException(ExitCode.SOFTWARE, "resource page/" + name + " could not be read", e);
        }
    }
}
