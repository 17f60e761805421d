package org.novum.votable;

import java.util.List;

/** VOTables written by hand. */
final class Documents {
    private Documents() {}

    static String document(String inside) {
        return "<?xml version=\"1.0\"?>\n<VOTABLE version=\"1.4\" xmlns=\"http://www.ivoa.net/xml/VOTable/v1.3\">"
                + "<RESOURCE type=\"results\">" + inside + "</RESOURCE></VOTABLE>\n";
    }

    static String table(List<String> fields, List<List<String>> rows) {
        StringBuilder text = new StringBuilder("<TABLE>").append(String.join("", fields)).append("<DATA><TABLEDATA>");
        for (List<String> row : rows) {
            text.append("<TR>");
            row.forEach(cell -> text.append("<TD>").append(cell).append("</TD>"));
            text.append("</TR>");
        }
        return text.append("</TABLEDATA></DATA></TABLE>").toString();
    }

    /** A spectrum of five pixels; the error of the second is missing. */
    static String spectrum(String wavelengthUnit, String fluxUnit, String parameters) {
        List<String> fields = List.of(
                "<FIELD name=\"w\" datatype=\"double\" ucd=\"em.wl\" unit=\"" + wavelengthUnit
                        + "\" utype=\"spec:Data.SpectralAxis.Value\"/>",
                "<FIELD name=\"f\" datatype=\"double\" ucd=\"phot.flux.density;em.wl\" unit=\"" + fluxUnit
                        + "\" utype=\"spec:Data.FluxAxis.Value\"/>",
                "<FIELD name=\"e\" datatype=\"double\" ucd=\"stat.error;phot.flux.density;em.wl\""
                        + " utype=\"spec:Data.FluxAxis.Accuracy.StatError\"/>",
                "<FIELD name=\"q\" datatype=\"int\" utype=\"spec:Data.FluxAxis.Quality\"/>",
                parameters);
        return table(
                fields,
                List.of(
                        List.of("400.0", "1.5", "0.5", "0"),
                        List.of("401.0", "2.5", "", "0"),
                        List.of("402.0", "3.5", "0.5", "1"),
                        List.of("403.0", "4.5", "0.25", "0"),
                        List.of("404.0", "5.5", "0.5", "0")));
    }
}
